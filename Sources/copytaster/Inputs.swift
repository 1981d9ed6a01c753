import Foundation
import Inbox
import Settings
import Stories
import SystemPackage
import Wire

/// Why an input can't be read.
struct InputError: Error, CustomStringConvertible {
  let path: String
  let problem: String

  var description: String { "\(path): \(problem)" }
}

/// The files and folders named on a command line, as stories.
struct Inputs {
  /// One file as it was found.
  struct File {
    let path: FilePath
    let outlet: Outlet?
    let size: Int
    /// Why it is not read.
    var refusal: Refusal?

    /// What stories without an id go by, if no other file has the same name.
    fileprivate var name: String {
      path.string == InputBytes.standardInput ? "stdin" : path.stem ?? path.string
    }
  }

  private let paths: [String]
  private let files: [File]
  /// Files of folders that somebody may still be writing, or that are hidden.
  private let leftAlone: Int
  /// Files that were named again, and are read once.
  private let repeated: [FilePath]
  private let limits: Limits
  private let outlets: OutletMap
  private let fallbackCharset: String?
  /// Bytes in all files; a pipe has none before it has been read.
  let totalBytes: Int

  /// Finds the files. In a folder, sub-folders name outlets, and files are taken in order of name; `-` is standard
  /// input. What is in a folder and can't be read is handed on as refused.
  ///
  /// - Throws: `InputError` for something that is named and not there.
  init(
    _ paths: [String], limits: Limits = Limits(), outlets: OutletMap = OutletMap(),
    fallbackCharset: String? = nil
  ) throws {
    var search = InputSearch(depth: limits.folderDepth)
    for path in paths { try search.add(path) }
    (self.paths, files, leftAlone) = (paths, search.files, search.leftAlone)
    repeated = search.repeated
    (self.limits, self.outlets, self.fallbackCharset) = (limits, outlets, fallbackCharset)
    totalBytes = files.reduce(0) { $0 + $1.size }
  }

  /// Finds the files, to be read as the daemon reads them.
  ///
  /// - Throws: `InputError` for something that is named and not there.
  init(_ paths: [String], _ settings: Settings) throws {
    try self.init(
      paths, limits: settings.limits, outlets: settings.outlets,
      fallbackCharset: settings.wire.fallbackCharset)
  }

  /// Calls `body` with every story and refusal, the file it is from, and the bytes read so far.
  func forEach(_ body: (Outcome, _ file: String, _ bytesDone: Int) throws -> Void) throws {
    var done = 0
    var limits = limits
    limits.fileBytes = .max  // a batch reads archives of any size; they are mapped, not copied
    try forEachFile(limits) { file, bytes, delivery in
      var within = 0
      let refused = try read(bytes) { buffer in
        try Readers().read(buffer, of: delivery) { outcome in
          if case .story(let delivered) = outcome { within += delivered.story.text.utf8.count }
          try body(outcome, file.path.string, done + within)
        }
      }
      if let refused { try body(.refused(refused), file.path.string, done) }
      done += file.size
    }
  }

  /// Calls `body` with the bytes of every file, or why they can't be read, and what they are to a reader.
  func forEachFile(
    _ body: (File, Result<Data, Refusal>, Delivery) throws -> Void
  ) throws {
    try forEachFile(limits, body)
  }

  private func forEachFile(
    _ limits: Limits, _ body: (File, Result<Data, Refusal>, Delivery) throws -> Void
  ) throws {
    // Archives have a 001.txt a day: where several have one name, each goes by its path.
    let names = Dictionary(grouping: files, by: \.name)
    for file in files {
      let isAlone = names[file.name]?.count == 1
      let bytes: Result<Data, Refusal> =
        file.refusal.map { .failure($0) } ?? InputBytes.read(file.path)
      let delivery = Delivery(
        name: isAlone ? file.name : file.path.string, outlet: file.outlet, limits: limits,
        outlets: outlets, fallbackCharset: fallbackCharset)
      try body(file, bytes, delivery)
    }
    if files.isEmpty {
      Terminal.complain("there is no file to read in \(paths.joined(separator: ", "))")
    }
    if let first = repeated.first {
      let others = repeated.count > 1 ? ", as are \(repeated.count - 1) more files" : ""
      Terminal.complain("\(first) is named more than once and read once\(others)")
    }
    if leftAlone > 0 {
      Terminal.complain(
        "\(Words.count(leftAlone, "name was", "names were")) left alone in folders: "
          + "those that start with a dot or end in .tmp or .part")
    }
  }

  /// Calls `body` with bytes that could be read. Returns why they could not.
  private func read(
    _ bytes: Result<Data, Refusal>, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Refusal? {
    switch bytes {
    case .success(let data): try data.withUnsafeBytes(body)
    case .failure(let refusal): return refusal
    }
    return nil
  }
}
