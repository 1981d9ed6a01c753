import Foundation
import Inbox
import Stories
import SystemPackage
import TestSupport
import Testing

@Suite struct InboxTests {
  private let folder = FreshFolder()

  private var inbox: Inbox<SystemFileDoor> { folder.inbox }

  private func arrival(_ name: String) -> Arrival {
    Arrival(relative: FilePath(name), modified: Instant(milliseconds: 0))
  }

  @Test("a claimed file stands in work with its bytes read, then goes to the day's folder")
  func claims() throws {
    try inbox.folders.make(through: SystemFileDoor())
    try folder.write("text", to: "in/echo/a.txt")
    let file = try inbox.claim(arrival("echo/a.txt"))
    #expect(file.bytes == Array("text".utf8) && file.arrival.outlet == Outlet("echo"))
    #expect(folder.names(in: "work") == ["echo/a.txt"])
    try inbox.moveToDone(file.arrival, day: "2026-03-02")
    #expect(folder.names() == ["done/2026-03-02/echo/a.txt"])
  }

  @Test("a second file of the same name gets a name beside it and replaces nothing")
  func sameName() throws {
    try inbox.folders.make(through: SystemFileDoor())
    for text in ["one", "two", "three"] {
      try folder.write(text, to: "in/a.txt")
      try inbox.moveToDone(inbox.claim(arrival("a.txt")).arrival, day: "d")
    }
    #expect(folder.names(in: "done/d") == ["a.txt", "a~2.txt", "a~3.txt"])
    #expect(try folder.read("done/d/a.txt") == "one" && folder.read("done/d/a~3.txt") == "three")
  }

  @Test("a refused file has its reason beside it")
  func refuses() throws {
    try inbox.folders.make(through: SystemFileDoor())
    try folder.write("x", to: "in/bad.json")
    try inbox.refuse(FilePath("bad.json"), claimed: false, reason: "line 1: no")
    #expect(folder.names(in: "refused") == ["bad.json", "bad.json.reason"])
    #expect(try folder.read("refused/bad.json.reason") == "line 1: no\n")
  }

  @Test("links and pipes are neither followed nor waited for")
  func odd() throws {
    try inbox.folders.make(through: SystemFileDoor())
    let base = folder.path.string
    try FileManager.default.createSymbolicLink(
      atPath: base + "/in/link", withDestinationPath: "/etc/passwd")
    #expect(mkfifo(base + "/in/pipe", 0o600) == 0)
    for name in ["link", "pipe"] {
      #expect(throws: FileError.self) { try inbox.claim(arrival(name)) }
    }
    #expect(folder.names(in: "work").isEmpty)
  }

  @Test("a file over the limit is refused before it is read, even with ten gigabytes of holes")
  func huge() throws {
    try inbox.folders.make(through: SystemFileDoor())
    try folder.write("", to: "in/huge")
    #expect(truncate(folder.path.string + "/in/huge", 10 << 30) == 0)
    let error = #expect(throws: FileError.self) { try inbox.claim(arrival("huge")) }
    guard case .tooLarge? = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }

  @Test("losing the race for a file is an error that says so")
  func race() {
    #expect(throws: FileError.vanished(inbox.folders.inbox.appending("gone"))) {
      try inbox.claim(arrival("gone"))
    }
  }
}

@Suite struct SweeperTests {
  private let folder = FreshFolder()
  private let start = ContinuousClock.now

  private func sweeper(_ settle: Duration, tracker: WriteTracker? = nil) -> Sweeper {
    Sweeper(folder.path, settle: settle, depth: 3, tracker: tracker)
  }

  @Test("a file is ready once it has not changed for the settle time, whatever the wall clock says")
  func settles() throws {
    try folder.write("a", to: "a.txt")
    var sweeper = sweeper(.seconds(2))
    let wall = Instant(milliseconds: 0)  // decades before the file's own time
    #expect(sweeper.sweep(through: SystemFileDoor(), now: start, wall: wall).unsettled == 1)
    let early = start + .seconds(1)
    #expect(sweeper.sweep(through: SystemFileDoor(), now: early, wall: wall).ready.isEmpty)
    try folder.write("ab", to: "a.txt")
    let changed = start + .seconds(3)
    #expect(sweeper.sweep(through: SystemFileDoor(), now: changed, wall: wall).ready.isEmpty)
    let late = start + .seconds(6)
    #expect(sweeper.sweep(through: SystemFileDoor(), now: late, wall: wall).ready.count == 1)
  }

  @Test("the oldest file comes first; dot-files and unfinished names are left alone")
  func order() throws {
    for name in ["b.txt", "a.txt", ".hidden", "c.tmp", "d.part", "echo/e.txt", ".secret/f.txt"] {
      try folder.write("x", to: name)
    }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1000)],
      ofItemAtPath: folder.path.appending("b.txt").string)
    var sweeper = sweeper(.zero)
    let ready = sweeper.sweep(through: SystemFileDoor(), now: start, wall: Instant(milliseconds: 0))
      .ready
    #expect(ready.first?.relative == "b.txt")
    #expect(Set(ready.map(\.relative.string)) == ["a.txt", "b.txt", "echo/e.txt"])
  }

  @Test("folders nested too deep and odd things are reported, not entered")
  func odd() throws {
    try folder.write("x", to: "1/2/3/4/deep.txt")
    try folder.write("x", to: "1/2/3/fine.txt")
    var sweeper = sweeper(.zero)
    let findings = sweeper.sweep(
      through: SystemFileDoor(), now: start, wall: Instant(milliseconds: 0))
    #expect(findings.ready.map(\.relative) == ["1/2/3/fine.txt"])
    #expect(findings.odd.map(\.relative) == ["1/2/3/4"])
  }

  @Test("the kernel's notices tell a file renamed in from one being written")
  func notices() async throws {
    let tracker = WriteTracker()
    let (changes, waker) = AsyncStream.makeStream(of: Void.self)
    let watcher = try Watcher(folder.path, depth: 3, tracker: tracker) { waker.yield() }
    let door = SystemFileDoor()
    var sweeper = sweeper(.seconds(3600), tracker: tracker)
    let outside = FreshFolder()
    try outside.write("x", to: "moved.txt")
    try door.rename(outside.path.appending("moved.txt"), to: folder.path.appending("moved.txt"))
    let handle = open(folder.path.appending("open.txt").string, O_CREAT | O_WRONLY, 0o600)
    _ = write(handle, "x", 1)
    var ready: [Arrival] = []
    for await _ in changes {
      let findings = sweeper.sweep(through: door, now: .now, wall: .init(milliseconds: 0))
      ready = findings.ready
      if ready.count == 1, findings.unsettled == 1 { break }
    }
    #expect(ready.map(\.relative) == ["moved.txt"])
    close(handle)
    watcher.stop()
  }

  @Test("one process at a time holds the lock")
  func lock() throws {
    let path = folder.path.appending("store.lock")
    let lock = try FileLock(path)
    #expect(throws: LockError.self) { try FileLock(path) }
    withExtendedLifetime(lock) {}
  }
}
