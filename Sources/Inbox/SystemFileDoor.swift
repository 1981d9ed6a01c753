internal import CFiles
internal import Glibc
internal import Stories
public import SystemPackage

/// The door to the real file system.
public struct SystemFileDoor: FileDoor {
  /// Makes a door.
  public init() {}

  /// Lists a folder.
  public func list(_ folder: FilePath) throws(FileError) -> [FolderEntry] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else {
      throw FileError(errno, "opendir", folder)
    }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileError(errno, "readdir", folder) }
        return entries
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          FilePath(platformString: $0)
        }
      }
      if name != ".", name != "..", let found = status(of: name, in: descriptor) {
        entries.append(found)
      }
    }
  }

  /// Renames without replacing. Not made durable: after a power cut a file may stand where it was, and is then dealt with
  /// as after any crash.
  public func rename(_ from: FilePath, to target: FilePath) throws(FileError) {
    let code = from.withPlatformString { from in
      target.withPlatformString { cfiles_rename_noreplace(from, $0) }
    }
    if code != 0 { throw FileError(code, "rename", code == EEXIST ? target : from) }
  }

  /// Whether something of this name is there.
  public func exists(_ path: FilePath) throws(FileError) -> Bool {
    var status = stat()
    if path.withPlatformString({ lstat($0, &status) }) == 0 { return true }
    if errno == ENOENT || errno == ENOTDIR { return false }
    throw FileError(errno, "lstat", path)
  }

  /// Deletes a file.
  public func remove(_ path: FilePath) throws(FileError) {
    if path.withPlatformString({ unlink($0) }) != 0 { throw FileError(errno, "unlink", path) }
  }

  /// Deletes a folder if it is empty.
  public func removeEmptyFolder(_ path: FilePath) throws(FileError) {
    guard path.withPlatformString({ rmdir($0) }) != 0 else { return }
    if errno == ENOTEMPTY || errno == ENOTDIR { throw .exists(path) }
    throw FileError(errno, "rmdir", path)
  }

  /// Makes a folder and those above it.
  public func makeFolder(_ path: FilePath) throws(FileError) {
    if path.isEmpty { return }
    if path.withPlatformString({ mkdir($0, 0o775) }) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path.components.count > 1 else { throw FileError(errno, "mkdir", path) }
    try makeFolder(path.removingLastComponent())
    if path.withPlatformString({ mkdir($0, 0o775) }) != 0, errno != EEXIST {
      throw FileError(errno, "mkdir", path)
    }
  }

  private func status(of name: FilePath, in folder: Int32) -> FolderEntry? {
    var status = stat()
    let result = name.withPlatformString { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
    guard result == 0 else { return nil }
    return FolderEntry(
      name: name, kind: FolderEntry.Kind(mode: status.st_mode), size: Int64(status.st_size),
      modified: Instant(status.st_mtim))
  }
}

extension FolderEntry.Kind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .other("a symbolic link")
    case S_IFIFO: self = .other("a named pipe")
    case S_IFSOCK: self = .other("a socket")
    case S_IFBLK, S_IFCHR: self = .other("a device")
    default: self = .other("no kind of file known here")
    }
  }
}

extension Instant {
  /// A file may bear any time, so one that doesn't fit is held at the end of the range.
  init(_ time: timespec) {
    let seconds = Int64(time.tv_sec)
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    self = Instant(milliseconds: overflow ? (seconds < 0 ? .min : .max) : whole)
      .advanced(byMilliseconds: Int64(time.tv_nsec) / 1_000_000)
  }
}

extension FileError {
  init(_ code: Int32, _ call: String, _ path: FilePath) {
    switch code {
    case ENOENT: self = .vanished(path)
    case EEXIST: self = .exists(path)
    case ENOTDIR: self = .blocked(path)
    case EACCES, EPERM: self = .forbidden(path)
    case ENOSPC, EDQUOT: self = .full(path)
    default: self = .failed(call, path, Errno(rawValue: code))
    }
  }
}
