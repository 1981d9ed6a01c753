import Foundation
import Inbox
import Stories
import SystemPackage
import TestSupport
import Testing

@Suite struct ReturnedFileTests {
  @Test("a file that goes back because it is being written has to settle like any other")
  func settles() async throws {
    let folder = FreshFolder()
    let path = folder.path
    let folders = folder.inboxFolders
    let door = AskingFileDoor { call, _ in
      if call == .renamed { try? folder.write("longer than before", to: "work/slow.txt") }
    }
    try folders.make(through: door)
    try folder.write("short", to: "in/slow.txt")
    let tracker = WriteTracker()
    let (changes, waker) = AsyncStream.makeStream(of: Void.self)
    let watcher = try Watcher(folders.inbox, depth: 1, tracker: tracker) { waker.yield() }
    let slow = Arrival(relative: "slow.txt", modified: Instant(milliseconds: 0))
    let inbox = Inbox(folders, door: door, limits: Limits())
    #expect(throws: FileError.changed(path.appending("in/slow.txt"))) {
      try inbox.claim(slow, tracker: tracker)
    }
    // Notices come in order: once this one is known, so is that of the return.
    try folder.write("whole", to: "stage/whole.txt")
    try door.rename(path.appending("stage/whole.txt"), to: path.appending("in/whole.txt"))
    var sweeper = Sweeper(folders.inbox, settle: .seconds(3600), depth: 1, tracker: tracker)
    var ready: [FilePath] = []
    for await _ in changes {
      ready = sweeper.sweep(through: door, now: .now, wall: Instant(milliseconds: 0)).ready.map(
        \.relative)
      if ready.contains("whole.txt") { break }
    }
    #expect(ready == ["whole.txt"])
    watcher.stop()
  }
}
