public import Inbox
internal import Synchronization
public import SystemPackage

/// The real door, but one call fails: the n-th of all calls, with an error of the test's choosing.
public struct FaultyFileDoor: FileDoor {
  private final class Counter: Sendable {
    let calls = Mutex(0)
  }

  private let real = SystemFileDoor()
  private let counter = Counter()
  private let failing: Int
  private let error: @Sendable (FilePath) -> FileError

  /// Makes a door whose call number `failing`, counted from 1, fails; 0 for none.
  public init(failing: Int, error: @escaping @Sendable (FilePath) -> FileError) {
    (self.failing, self.error) = (failing, error)
  }

  /// Calls made so far.
  public var calls: Int { counter.calls.withLock { $0 } }

  private func count(_ path: FilePath) throws(FileError) {
    let call = counter.calls.withLock { calls in
      calls += 1
      return calls
    }
    if call == failing { throw error(path) }
  }

  /// Lists, or fails.
  public func list(_ folder: FilePath) throws(FileError) -> [FolderEntry] {
    try count(folder)
    return try real.list(folder)
  }

  /// Reads, or fails before the file is open.
  public func read(
    _ path: FilePath, limit: Int, whileOpen: () throws(FileError) -> FilePath
  ) throws(FileError) -> [UInt8] {
    try count(path)
    return try real.read(path, limit: limit, whileOpen: whileOpen)
  }

  /// Renames, or fails.
  public func rename(_ from: FilePath, to target: FilePath) throws(FileError) {
    try count(from)
    try real.rename(from, to: target)
  }

  /// Looks, or fails.
  public func exists(_ path: FilePath) throws(FileError) -> Bool {
    try count(path)
    return try real.exists(path)
  }

  /// Deletes, or fails.
  public func remove(_ path: FilePath) throws(FileError) {
    try count(path)
    try real.remove(path)
  }

  /// Deletes a folder, or fails.
  public func removeEmptyFolder(_ path: FilePath) throws(FileError) {
    try count(path)
    try real.removeEmptyFolder(path)
  }

  /// Makes a folder, or fails.
  public func makeFolder(_ path: FilePath) throws(FileError) {
    try count(path)
    try real.makeFolder(path)
  }

  /// Writes, or fails.
  public func write(_ text: String, to path: FilePath) throws(FileError) {
    try count(path)
    try real.write(text, to: path)
  }

  /// Makes the names in a folder durable, or fails.
  public func sync(_ folder: FilePath) throws(FileError) {
    try count(folder)
    try real.sync(folder)
  }
}
