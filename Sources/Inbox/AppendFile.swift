internal import Glibc
public import SystemPackage

/// Appending to a file that outlives the process, and rotating it.
public enum AppendFile {
  /// Appends lines and makes them durable. Returns the file's size afterwards, in bytes.
  ///
  /// Where an earlier line broke off (a full disk, a power cut), these begin a line of their own: glued to it, what
  /// is written again could be read by nobody.
  public static func append(_ text: String, to path: FilePath) throws(FileError) -> Int64 {
    try SystemFileDoor().makeFolder(path.removingLastComponent())
    let descriptor = path.withPlatformString {
      open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o664)
    }
    guard descriptor >= 0 else { throw FileError(errno, "open", path) }
    defer { close(descriptor) }
    let opening = endsInLine(path, descriptor) ? "" : "\n"
    var rest = Array((opening + text).utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileError(errno, "write", path) }
      rest = rest.dropFirst(written)
    }
    guard fsync(descriptor) == 0 else { throw FileError(errno, "fsync", path) }
    return Int64(lseek(descriptor, 0, SEEK_END))
  }

  /// Whether an open file is empty or its last line is whole; always so for what is no regular file. A file whose end
  /// can't be read may have such a line: an empty one does no harm.
  private static func endsInLine(_ path: FilePath, _ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return true }
    let reading = path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC) }
    guard reading >= 0 else { return false }
    defer { close(reading) }
    var last: UInt8 = 0
    return pread(reading, &last, 1, status.st_size - 1) == 1 && last == 0x0A
  }

  /// Renames over whatever has the new name; nothing to do if the file is not there.
  public static func replace(_ from: FilePath, with target: FilePath) throws(FileError) {
    let result = from.withPlatformString { from in target.withPlatformString { rename(from, $0) } }
    if result != 0, errno != ENOENT { throw FileError(errno, "rename", from) }
  }

  /// Deletes a file; nothing to do if it is not there.
  public static func removeIfThere(_ path: FilePath) throws(FileError) {
    if path.withPlatformString({ unlink($0) }) != 0, errno != ENOENT {
      throw FileError(errno, "unlink", path)
    }
  }
}
