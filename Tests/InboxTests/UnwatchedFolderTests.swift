import Glibc
import Inbox
import Synchronization
import SystemPackage
import TestSupport
import Testing

@Suite("Folders that can't be watched") struct UnwatchedFolderTests {
  private let folder = FreshFolder()
  /// Of so many the path is longer than the kernel takes.
  private let levels = 20
  private let name = String(repeating: "d", count: 250)

  private final class Told: Sendable {
    let errors = Mutex<[FileError]>([])
  }

  /// Makes folders within each other. Returns a descriptor of the one in the middle, from which they can be parted again.
  private func nest() throws -> Int32 {
    var folders = [open(folder.path.string, O_RDONLY | O_DIRECTORY)]
    for _ in 0..<levels {
      let last = try #require(folders.last)
      try #require(mkdirat(last, name, 0o755) == 0)
      folders.append(openat(last, name, O_RDONLY | O_DIRECTORY))
    }
    let middle = dup(folders[levels / 2])
    for descriptor in folders { close(descriptor) }
    return middle
  }

  @Test("a sub-folder that gets no watch is told of by its path, and the others are watched")
  func told() throws {
    let middle = try nest()
    let told = Told()
    let watcher = try Watcher(
      folder.path, depth: levels, tracker: WriteTracker(),
      onUnwatched: { error in told.errors.withLock { $0.append(error) } }, onChange: {})
    watcher.stop()
    let errors = told.errors.withLock { $0 }
    // What stands below it is not looked for.
    #expect(errors.count == 1)
    let path = try #require(errors.first?.path)
    #expect(path.components.count > folder.path.components.count + 10)
    // Else nobody could delete them.
    let root = open(folder.path.string, O_RDONLY | O_DIRECTORY)
    #expect(renameat(middle, name, root, "rest") == 0)
    close(middle)
    close(root)
  }
}
