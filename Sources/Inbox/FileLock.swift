internal import Glibc
public import SystemPackage

/// A lock that one process holds on a store for as long as it runs. The kernel lets go of it when the
/// process ends, however it ends.
public final class FileLock: Sendable {
  private let descriptor: FileDescriptor

  /// Takes the lock, or says who has it.
  ///
  /// - Throws: `LockError` when another process holds it or the file can't be made.
  public init(_ path: FilePath) throws(LockError) {
    let opened = path.withPlatformString {
      open($0, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o664)
    }
    guard opened >= 0 else { throw .failed(path, Errno(rawValue: errno)) }
    descriptor = FileDescriptor(rawValue: opened)
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = FileLock.holder(opened)
      close(opened)
      throw code == EWOULDBLOCK ? .held(path, by: holder) : .failed(path, Errno(rawValue: code))
    }
    // Who has it is told to people alone: the lock is held whether or not that can be written.
    _ = ftruncate(opened, 0)
    let text = Array("\(getpid())\n".utf8)
    _ = pwrite(opened, text, text.count, 0)
  }

  deinit { try? descriptor.close() }

  private static func holder(_ descriptor: Int32) -> String? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return String(validating: buffer[..<count].filter { $0 > 0x20 }, as: UTF8.self)
  }
}

/// Why a lock was not had.
public enum LockError: Error, Hashable, CustomStringConvertible {
  /// Another process has it.
  case held(FilePath, by: String?)
  /// The lock file can't be made or locked.
  case failed(FilePath, Errno)

  /// What a person can do about it.
  public var description: String {
    switch self {
    case .held(let path, let holder):
      "another copytaster\(holder.map { " (process \($0))" } ?? "") is running on this store (\(path)); "
        + "stop it first, or use another store"
    case .failed(let path, let error): "the lock \(path) can't be taken: \(error)"
    }
  }
}
