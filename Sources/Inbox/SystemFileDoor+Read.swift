internal import Glibc
public import SystemPackage

extension SystemFileDoor {
  /// Reads a regular file from one descriptor.
  ///
  /// O_NOFOLLOW refuses links and O_NONBLOCK keeps a named pipe from holding us up. Size and time are looked
  /// at before and after, so that a file which somebody is still writing is noticed. Between opening and
  /// renaming, somebody may rename another file over this one: then it is the other that was claimed.
  public func read(
    _ path: FilePath, limit: Int, whileOpen: () throws(FileError) -> FilePath
  ) throws(FileError) -> [UInt8] {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let descriptor = path.withPlatformString { open($0, flags) }
    guard descriptor >= 0 else {
      if errno == ELOOP { throw .notRegular(path, "a symbolic link") }
      if errno == ENXIO { throw .notRegular(path, "a named pipe or socket") }
      throw FileError(errno, "open", path)
    }
    defer { close(descriptor) }
    let before = try status(descriptor, path)
    if case .other(let kind) = FolderEntry.Kind(mode: before.st_mode) {
      throw .notRegular(path, kind)
    }
    if before.st_mode & S_IFMT == S_IFDIR { throw .notRegular(path, "a folder") }
    if before.st_size > limit {
      throw .tooLarge(path, bytes: Int64(before.st_size), limit: limit)
    }
    guard try isSame(before, at: whileOpen()) else { throw .changed(path) }
    let bytes = try readAll(descriptor, path, expected: Int(before.st_size), limit: limit)
    let after = try status(descriptor, path)
    guard bytes.count == Int(after.st_size), before.st_mtim.tv_sec == after.st_mtim.tv_sec,
      before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
    else { throw .changed(path) }
    return bytes
  }

  /// Writes a small file under another name, makes it durable and renames it into place.
  public func write(_ text: String, to path: FilePath) throws(FileError) {
    let temporary = FileName(path).temporary
    let descriptor = temporary.withPlatformString {
      open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o664)
    }
    guard descriptor >= 0 else { throw FileError(errno, "open", temporary) }
    var isWhole = false
    defer {
      close(descriptor)
      if !isWhole { _ = temporary.withPlatformString { unlink($0) } }
    }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileError(errno, "write", temporary) }
      rest = rest.dropFirst(written)
    }
    // A disk that is failing or full may say so only now.
    guard fsync(descriptor) == 0 else { throw FileError(errno, "fsync", temporary) }
    let result = temporary.withPlatformString { from in
      path.withPlatformString { Glibc.rename(from, $0) }
    }
    if result != 0 { throw FileError(errno, "rename", path) }
    isWhole = true
  }

  /// Makes the names in a folder durable.
  public func sync(_ folder: FilePath) throws(FileError) { try SystemFileDoor.sync(folder) }

  /// Makes the names in a folder durable: without it a power cut may take back what was made or renamed in it.
  ///
  /// Does nothing where the folder may not be read, or its file system knows no such call for folders.
  static func sync(_ folder: FilePath) throws(FileError) {
    let descriptor = (folder.isEmpty ? "." : folder).withPlatformString {
      open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP else { return }
    throw FileError(errno, "fsync", folder)
  }

  private func status(_ descriptor: Int32, _ path: FilePath) throws(FileError) -> stat {
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw FileError(errno, "fstat", path) }
    return status
  }

  /// Whether this very file, and no other of its name, stands at a path. While it is open nobody else gets its number.
  private func isSame(_ file: stat, at path: FilePath) throws(FileError) -> Bool {
    var found = stat()
    if path.withPlatformString({ lstat($0, &found) }) != 0 { throw FileError(errno, "lstat", path) }
    return found.st_dev == file.st_dev && found.st_ino == file.st_ino
  }

  /// Reads to the end; stops with an error once more than the limit has come.
  private func readAll(
    _ descriptor: Int32, _ path: FilePath, expected: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: filled)) }
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError(errno, "read", path) }
      if count == 0 { break }
      filled += count
      if filled > limit { throw .tooLarge(path, bytes: Int64(filled), limit: limit) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
