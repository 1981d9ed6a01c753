internal import Glibc
public import SystemPackage

/// Appending to a file that outlives the process, and rotating it.
public enum AppendFile {
  /// Appends text and makes it durable. Returns the file's size afterwards, in bytes.
  public static func append(_ text: String, to path: FilePath) throws(FileError) -> Int64 {
    try SystemFileDoor().makeFolder(path.removingLastComponent())
    let descriptor = path.withPlatformString {
      open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o664)
    }
    guard descriptor >= 0 else { throw FileError(errno, "open", path) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileError(errno, "write", path) }
      rest = rest.dropFirst(written)
    }
    guard fsync(descriptor) == 0 else { throw FileError(errno, "fsync", path) }
    return Int64(lseek(descriptor, 0, SEEK_END))
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
