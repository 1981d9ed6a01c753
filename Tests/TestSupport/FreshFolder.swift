internal import Foundation
public import Inbox
public import SystemPackage

/// A new empty folder that goes with its owner, unless a test asks to keep it for looking into.
public final class FreshFolder: Sendable {
  /// Where it is.
  public let path: FilePath

  /// Makes it.
  public init() {
    let name = "copytaster-test-\(UUID().uuidString.prefix(8))"
    path = FilePath(FileManager.default.temporaryDirectory.path).appending(name)
    try? FileManager.default.createDirectory(
      atPath: path.string, withIntermediateDirectories: true)
  }

  deinit {
    if ProcessInfo.processInfo.environment["KEEP_TEST_FOLDERS"] == nil {
      try? FileManager.default.removeItem(atPath: path.string)
    }
  }

  /// The four folders that files pass through, below it.
  public var inboxFolders: InboxFolders {
    InboxFolders(
      inbox: path.appending("in"), work: path.appending("work"), done: path.appending("done"),
      refused: path.appending("refused"))
  }

  /// Writes a file below it, making folders.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes bytes to a file below it, making folders.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = path.appending(FilePath(name).components)
    try FileManager.default.createDirectory(
      atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file.string))
  }

  /// The names of everything below a folder of it, sorted.
  public func names(in folder: String = "") -> [String] {
    let base = path.appending(FilePath(folder).components).string
    let all = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: base + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Whether there is an entry of this name, a link that leads nowhere included.
  public func isThere(_ name: String) throws -> Bool {
    try SystemFileDoor().exists(path.appending(FilePath(name).components))
  }

  /// A file's text.
  public func read(_ name: String) throws -> String {
    try String(contentsOfFile: path.appending(FilePath(name).components).string, encoding: .utf8)
  }
}
