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
  private struct File {
    let path: FilePath
    let outlet: Outlet?
    let size: Int
  }

  private let files: [File]
  private let limits: Limits
  private let outlets: OutletMap
  private let fallbackCharset: String?
  /// Bytes in all files.
  let totalBytes: Int

  /// Finds the files. In a folder, sub-folders name outlets, and files are taken in order of name.
  ///
  /// - Throws: `InputError` for something that is not there.
  init(
    _ paths: [String], limits: Limits = Limits(), outlets: OutletMap = OutletMap(),
    fallbackCharset: String? = nil
  ) throws {
    var files: [File] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw InputError(path: path, problem: "there is no such file or folder")
      }
      if isFolder.boolValue {
        files += try Inputs.files(in: FilePath(path), outlet: nil, depth: limits.folderDepth)
      } else {
        files.append(File(path: FilePath(path), outlet: nil, size: Inputs.size(path)))
      }
    }
    self.files = files
    (self.limits, self.outlets, self.fallbackCharset) = (limits, outlets, fallbackCharset)
    totalBytes = files.reduce(0) { $0 + $1.size }
  }

  /// Finds the files, to be read as the daemon reads them.
  ///
  /// - Throws: `InputError` for something that is not there.
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
    for file in files {
      let bytes: Data
      do {
        bytes = try Data(contentsOf: URL(filePath: file.path.string), options: .mappedIfSafe)
      } catch {
        throw InputError(path: file.path.string, problem: "can't be read")
      }
      let delivery = Delivery(
        name: file.path.stem ?? file.path.string, outlet: file.outlet, limits: limits,
        outlets: outlets, fallbackCharset: fallbackCharset)
      var within = 0
      try bytes.withUnsafeBytes { buffer in
        try Readers().read(buffer, of: delivery) { outcome in
          if case .story(let delivered) = outcome { within += delivered.story.text.utf8.count }
          try body(outcome, file.path.string, done + within)
        }
      }
      done += file.size
    }
  }

  private static func files(in folder: FilePath, outlet: Outlet?, depth: Int) throws -> [File] {
    let entries = try SystemFileDoor().list(folder).sorted { $0.name.string < $1.name.string }
    var files: [File] = []
    for entry in entries where !entry.name.string.hasPrefix(".") {
      let path = folder.appending(entry.name)
      switch entry.kind {
      case .file: files.append(File(path: path, outlet: outlet, size: Int(entry.size)))
      case .folder where depth > 0:
        files += try self.files(
          in: path, outlet: outlet ?? Outlet(entry.name.string), depth: depth - 1)
      case .folder, .other: break
      }
    }
    return files
  }

  private static func size(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}

/// Counts what was refused in a batch and says it: each of the first few, the rest as a number.
struct RefusalCount {
  private(set) var count = 0
  /// Parts that are well and no stories; naming them is no failure.
  private(set) var passedOver = 0

  mutating func note(_ refusal: Refusal, _ file: String) {
    if refusal.kind == .notAStory {
      passedOver += 1
      if passedOver <= 10 { Terminal.complain("passed over \(file): \(refusal.problem)") }
      return
    }
    count += 1
    if count <= 10 { Terminal.complain("refused \(file): \(refusal)") }
  }

  /// Ends with the exit code for refused input, if there was any.
  func finish() throws {
    if passedOver > 10 { Terminal.complain("\(passedOver - 10) more passed over") }
    if count > 10 { Terminal.complain("\(count - 10) more refused") }
    if count > 0 { throw Exit.inputMissing }
  }
}
