import Stories
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

@Suite("Files at their first and last moment") struct FirstMomentTests {
  private let folder = FreshFolder()

  @Test("an empty file that was just made has to settle, however old its date is")
  func empty() throws {
    let tracker = WriteTracker()
    tracker.note(FilePath("a.txt"), .created)
    try folder.write("", to: "in/a.txt")
    var sweeper = Sweeper(
      folder.path.appending("in"), settle: .seconds(2), depth: 3, tracker: tracker)
    let found = sweeper.sweep(
      through: SystemFileDoor(), now: .now, wall: Instant(milliseconds: 1 << 52))
    #expect(found.ready.isEmpty && found.unsettled == 1)
  }

  @Test("a refused file that is named like another's reason is kept beside it")
  func reason() throws {
    let folders = folder.inboxFolders
    let inbox = Inbox(folders, door: SystemFileDoor(), limits: Limits())
    for name in ["a.txt.reason", "a.txt"] {
      try folder.write("bytes of \(name)", to: "work/\(name)")
      try inbox.refuse(FilePath(name), claimed: true, reason: "no")
    }
    #expect(try folder.read("refused/a.txt.reason") == "bytes of a.txt.reason")
    #expect(folder.names(in: "refused").count == 4)
  }
}
