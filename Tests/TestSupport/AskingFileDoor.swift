public import Inbox
public import SystemPackage

/// The real door, but a test is asked before each call: it may do something first, or have the call fail.
public struct AskingFileDoor: FileDoor {
  /// The calls, and the moment within reading at which a claim has renamed the file.
  public enum Call: Sendable {
    case list, read, renamed, rename, exists, remove, removeEmptyFolder, makeFolder, write, sync
  }

  private let real = SystemFileDoor()
  private let before: @Sendable (Call, FilePath) throws(FileError) -> Void

  /// Makes a door with the test's question: the call and its path, of a rename the path that is left.
  public init(before: @escaping @Sendable (Call, FilePath) throws(FileError) -> Void) {
    self.before = before
  }

  /// Asks, then lists.
  public func list(_ folder: FilePath) throws(FileError) -> [FolderEntry] {
    try before(.list, folder)
    return try real.list(folder)
  }

  /// Asks, then reads, and asks once more between.
  public func read(
    _ path: FilePath, limit: Int, whileOpen: () throws(FileError) -> FilePath
  ) throws(FileError) -> [UInt8] {
    try before(.read, path)
    return try real.read(path, limit: limit) { () throws(FileError) in
      let place = try whileOpen()
      try before(.renamed, path)
      return place
    }
  }

  /// Asks, then renames.
  public func rename(_ from: FilePath, to target: FilePath) throws(FileError) {
    try before(.rename, from)
    try real.rename(from, to: target)
  }

  /// Asks, then looks.
  public func exists(_ path: FilePath) throws(FileError) -> Bool {
    try before(.exists, path)
    return try real.exists(path)
  }

  /// Asks, then deletes.
  public func remove(_ path: FilePath) throws(FileError) {
    try before(.remove, path)
    try real.remove(path)
  }

  /// Asks, then deletes a folder.
  public func removeEmptyFolder(_ path: FilePath) throws(FileError) {
    try before(.removeEmptyFolder, path)
    try real.removeEmptyFolder(path)
  }

  /// Asks, then makes a folder.
  public func makeFolder(_ path: FilePath) throws(FileError) {
    try before(.makeFolder, path)
    try real.makeFolder(path)
  }

  /// Asks, then writes.
  public func write(_ text: String, to path: FilePath) throws(FileError) {
    try before(.write, path)
    try real.write(text, to: path)
  }

  /// Asks, then makes the names in a folder durable.
  public func sync(_ folder: FilePath) throws(FileError) {
    try before(.sync, folder)
    try real.sync(folder)
  }
}
