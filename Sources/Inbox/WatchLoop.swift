internal import Glibc
internal import SystemPackage

/// The watching thread's own state.
struct WatchLoop: Sendable {
  let descriptor: Int32
  let stop: Int32
  let folder: FilePath
  let depth: Int
  let tracker: WriteTracker
  let loss: Loss
  let onChange: @Sendable () -> Void
  /// Told of a sub-folder that can't be watched; what comes into it is found by sweeps alone.
  let onUnwatched: @Sendable (FileError) -> Void
  private var folders: [Int32: FilePath] = [:]
  private static let mask = UInt32(
    IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_MOVE_SELF
      | IN_ONLYDIR)

  init(
    descriptor: Int32, stop: Int32, folder: FilePath, depth: Int, tracker: WriteTracker,
    loss: Loss, onChange: @escaping @Sendable () -> Void,
    onUnwatched: @escaping @Sendable (FileError) -> Void
  ) {
    (self.descriptor, self.stop, self.folder, self.depth) = (descriptor, stop, folder, depth)
    (self.tracker, self.loss) = (tracker, loss)
    (self.onChange, self.onUnwatched) = (onChange, onUnwatched)
  }

  /// Watches a folder and those below it.
  mutating func watch(_ below: FilePath, level: Int) throws(FileError) {
    let path = folder.appending(below: below)
    // The inbox itself may be a link, as it may be for the sweep.
    let mask = WatchLoop.mask | (level == 0 ? 0 : UInt32(IN_DONT_FOLLOW))
    let watch = path.withPlatformString { inotify_add_watch(descriptor, $0, mask) }
    guard watch >= 0 else {
      // No watch is left, rather than room on a disk.
      throw errno == ENOSPC
        ? .failed("inotify_add_watch", path, Errno(rawValue: errno))
        : FileError(errno, "inotify_add_watch", path)
    }
    folders[watch] = below
    guard level < depth else { return }
    for entry in try SystemFileDoor().list(path) where entry.kind == .folder {
      watchBelow(below.pushing(entry.name), level: level + 1)
    }
  }

  /// Watches a sub-folder, or says that it can't be watched. One that is gone already, or another thing now, is none.
  private mutating func watchBelow(_ below: FilePath, level: Int) {
    do throws(FileError) {
      try watch(below, level: level)
    } catch {
      switch error {
      case .vanished, .blocked: return
      default: onUnwatched(error)
      }
    }
  }

  /// Passes on changes until told to stop.
  mutating func run() {
    let size = 64 << 10
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    defer {
      buffer.deallocate()
      close(descriptor)
      close(stop)
    }
    var waiting = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = poll(&waiting, 2, -1)
      if ready < 0, errno == EINTR { continue }
      if ready < 0 || waiting[1].revents != 0 { return }
      let count = read(descriptor, buffer.baseAddress, size)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return }
      handle(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      onChange()
    }
  }

  private mutating func handle(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    let header = MemoryLayout<inotify_event>.size
    while offset + header <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let start = offset + header
      let name = bytes[start..<min(bytes.count, start + Int(event.len))].prefix { $0 != 0 }
      offset = start + Int(event.len)
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
        tracker.forgetAll()
      } else if event.mask & UInt32(IN_IGNORED | IN_MOVE_SELF) != 0 {
        noteGone(event)
      } else if let below = folders[event.wd], let name = path(name) {
        note(event.mask, below.pushing(name))
      }
    }
  }

  /// A folder was removed or moved away. Without the inbox itself nothing is watched any more.
  private mutating func noteGone(_ event: inotify_event) {
    if folders[event.wd]?.isEmpty == true { loss.note() }
    if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.wd] = nil }
  }

  private mutating func note(_ mask: UInt32, _ path: FilePath) {
    if mask & UInt32(IN_ISDIR) != 0 {
      watchBelow(path, level: path.components.count)
    } else if mask & UInt32(IN_MOVED_TO) != 0 {
      tracker.note(path, .renamedIn)
    } else if mask & UInt32(IN_CREATE) != 0 {
      tracker.note(path, .created)
    } else if mask & UInt32(IN_MODIFY) != 0 {
      tracker.note(path, .writing)
    } else {
      tracker.note(path, nil)
    }
  }

  /// A name as a path of one part; none where the notice is about the watched folder itself.
  private func path(_ name: Slice<UnsafeRawBufferPointer>) -> FilePath? {
    guard !name.isEmpty else { return nil }
    var characters = name.map { CChar(bitPattern: $0) }
    characters.append(0)
    return characters.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { FilePath(platformString: $0) }
    }
  }
}
