internal import Glibc
internal import Synchronization
public import SystemPackage

/// Change notices from the kernel (inotify) for the inbox and its folders.
///
/// A thread of its own blocks in `read` and passes on that something changed. Notices can be lost, and what
/// was there before the watch is never announced, so whoever listens sweeps.
public final class Watcher: Sendable {
  private let stopWriter: FileDescriptor
  private let isStopped = Atomic(false)
  private let loss = Loss()

  /// Whether the folder has been removed or moved away since: whatever has its name now is not watched.
  public var isLost: Bool { loss.isNoted }

  /// Starts watching.
  ///
  /// - Parameters:
  ///   - folder: the folder to watch; may be a symbolic link, those below it are not followed.
  ///   - depth: most folders below it.
  ///   - tracker: is told which files are being written.
  ///   - onUnwatched: told, on this thread or the watching one, of each sub-folder that can't be watched: the kernel gives a
  ///     user so many watches (`fs.inotify.max_user_watches`), and a folder may not be readable.
  ///   - onChange: called on the watching thread after each burst of changes.
  /// - Throws: `FileError` when the kernel gives no watch, for instance because the user's limit
  ///   (`fs.inotify.max_user_instances`) is reached. Sweeping alone still finds everything.
  public init(
    _ folder: FilePath, depth: Int, tracker: WriteTracker,
    onUnwatched: @escaping @Sendable (FileError) -> Void = { _ in },
    onChange: @escaping @Sendable () -> Void
  ) throws(FileError) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw FileError(errno, "inotify_init", folder) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      close(descriptor)
      throw FileError(errno, "pipe", folder)
    }
    stopWriter = FileDescriptor(rawValue: ends[1])
    var loop = WatchLoop(
      descriptor: descriptor, stop: ends[0], folder: folder, depth: depth, tracker: tracker,
      loss: loss, onChange: onChange, onUnwatched: onUnwatched)
    do throws(FileError) {
      try loop.watch(FilePath(), level: 0)
    } catch {
      close(descriptor)
      close(ends[0])
      throw error
    }
    let started = loop
    let status = startThread { [started] in
      var loop = started
      loop.run()
    }
    guard status == 0 else {
      close(descriptor)
      close(ends[0])
      throw FileError(status, "pthread_create", folder)
    }
  }

  /// Ends the thread.
  public func stop() {
    // A second close could hit a descriptor that somebody else has got meanwhile.
    if !isStopped.exchange(true, ordering: .relaxed) { try? stopWriter.close() }
  }

  deinit { stop() }
}

/// That the watched folder is not there any more, told by the watching thread.
final class Loss: Sendable {
  private let value = Atomic(false)
  var isNoted: Bool { value.load(ordering: .relaxed) }
  func note() { value.store(true, ordering: .relaxed) }
}

/// Runs a closure on a new detached thread. Returns the system's number of the error if it can't, else 0.
private func startThread(_ body: @escaping @Sendable () -> Void) -> Int32 {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body)).toOpaque()
  let status = pthread_create(
    &thread, nil,
    { pointer in
      guard let pointer else { return nil }
      Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }, box)
  if status == 0 { pthread_detach(thread) } else { Unmanaged<Box>.fromOpaque(box).release() }
  return status
}
