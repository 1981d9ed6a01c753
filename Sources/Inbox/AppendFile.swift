internal import Glibc
public import SystemPackage

/// Appending to a file that outlives the process, and rotating it.
public enum AppendFile {
  /// Appends lines and makes them durable. Returns the file's size afterwards, in bytes.
  ///
  /// Where an earlier line broke off (a full disk, a power cut), these begin a line of their own: glued to it, what
  /// is written again could be read by nobody.
  ///
  /// - Parameters:
  ///   - text: whole lines.
  ///   - path: a regular file, which may not be there yet. What else can't be made durable, and could be waited for
  ///     for ever.
  /// - Returns: the size, in bytes.
  /// - Throws: `FileError`; some of the text may have been written.
  public static func append(_ text: String, to path: FilePath) throws(FileError) -> Int64 {
    try SystemFileDoor().makeFolder(path.removingLastComponent())
    let descriptor = path.withPlatformString {
      open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o664)
    }
    if descriptor < 0, errno == ENXIO { throw .notRegular(path, "a named pipe or socket") }
    guard descriptor >= 0 else { throw FileError(errno, "open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(errno, "fstat", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path, "a device or pipe") }
    let opening = endsInLine(path, bytes: status.st_size) ? "" : "\n"
    var rest = Array((opening + text).utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileError(errno, "write", path) }
      rest = rest.dropFirst(written)
    }
    guard fsync(descriptor) == 0 else { throw FileError(errno, "fsync", path) }
    // A file that was just made has no durable name yet, and neither have those that were rotated away.
    if status.st_size == 0 { try SystemFileDoor.sync(path.removingLastComponent()) }
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else { throw FileError(errno, "lseek", path) }
    return Int64(end)
  }

  /// Whether a file of so many bytes is empty or its last line is whole. A file whose end can't be read may have such a
  /// line: an empty one does no harm.
  private static func endsInLine(_ path: FilePath, bytes: Int) -> Bool {
    guard bytes > 0 else { return true }
    let reading = path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC) }
    guard reading >= 0 else { return false }
    defer { close(reading) }
    var last: UInt8 = 0
    return pread(reading, &last, 1, bytes - 1) == 1 && last == 0x0A
  }

  /// Renames over whatever has the new name; nothing to do if the file is not there.
  public static func replace(_ from: FilePath, with target: FilePath) throws(FileError) {
    let result = from.withPlatformString { from in target.withPlatformString { rename(from, $0) } }
    if result != 0, errno != ENOENT { throw FileError(errno, "rename", from) }
  }

  /// Deletes a file. Returns whether it was there.
  public static func removeIfThere(_ path: FilePath) throws(FileError) -> Bool {
    if path.withPlatformString({ unlink($0) }) == 0 { return true }
    guard errno == ENOENT else { throw FileError(errno, "unlink", path) }
    return false
  }
}
