import Foundation
import Inbox
import Pipeline
import Store
import Stories
import Synchronization
import SystemPackage
import TestSupport
import Testing

@Suite struct FaultTests {
  @Test(
    "every call on a file fails once, at every place in turn: nothing is lost and nothing doubled")
  func everyCall() throws {
    var generator = StoryGenerator(seed: 31)
    let known = generator.stories(groups: 4, most: 3, words: 60)
    var failing = 1
    var reached = true
    while reached {
      let bench = Bench()
      for story in known { try bench.drop(story.story) }
      try bench.folder.write([0xFF], to: "in/bad.txt")
      let door = FaultyFileDoor(failing: failing) { .failed("test", $0, .ioError) }
      if let ingest = try? bench.ingest(door: door) { ingest.settle() }
      reached = door.calls >= failing
      try bench.ingest().settle()
      #expect(try bench.groups() == partition(known), "call \(failing)")
      #expect(bench.folder.names(in: "in").isEmpty && bench.folder.names(in: "work").isEmpty)
      #expect(
        bench.folder.names(in: "refused") == ["bad.txt", "bad.txt.reason"], "call \(failing)")
      failing += 1
    }
    #expect(failing > known.count * 2)
  }

  @Test("a full disk stops the work with one message, and it goes on by itself")
  func full() throws {
    let bench = Bench()
    try bench.drop(Story(id: "a", text: "Some text of a story."))
    try bench.folder.write("", to: "in/.keep")
    let door = FaultyFileDoor(failing: 6) { .full($0) }
    let ingest = try bench.ingest(door: door)
    var outcomes: [Ingest<FaultyFileDoor>.Outcome] = []
    for _ in 0..<6 { outcomes.append(ingest.step()) }
    #expect(outcomes.contains { if case .wait = $0 { true } else { false } })
    #expect(try bench.groups() == [["a"]])
  }

  @Test("what can be neither read nor moved is said once and holds up nothing")
  func stuck() throws {
    let bench = Bench()
    try bench.folder.write("x", to: "in/odd.txt")
    let door = ForbiddenDoor()
    let ingest = try bench.ingest(door: door)
    try bench.drop(Story(id: "good", text: "A good story."))
    ingest.settle(steps: 20)
    #expect(try bench.groups() == [["good"]])
    #expect(try bench.reader().counts().refusals == 1)
  }
}

extension FaultTests {
  @Test("a link that can't be moved is refused once, however often the inbox is swept")
  func stuckLink() throws {
    let bench = Bench()
    let ingest = try bench.ingest(door: ForbiddenDoor())
    let link = bench.folder.path.appending("in").appending("odd.txt")
    try FileManager.default.createSymbolicLink(
      atPath: link.string, withDestinationPath: "/nowhere")
    for _ in 0..<5 { _ = ingest.step() }
    #expect(try bench.reader().counts().refusals == 1)
  }

  @Test("what stays where it is is refused once, however often the daemon starts")
  func stuckAcrossStarts() throws {
    let bench = Bench()
    let door = ForbiddenDoor()
    try bench.folder.write("x", to: "in/odd.txt")
    for _ in 0..<3 { try bench.ingest(door: door).settle(steps: 5) }
    #expect(try bench.reader().counts().refusals == 1)
    #expect(try bench.reader().events(after: 0, limit: 9).count == 1)
    door.isOpen.store(true, ordering: .relaxed)
    try bench.ingest(door: door).settle()
    #expect(try bench.reader().counts().stories == 1)
  }

  @Test("a link under the name of one that was refused before is refused too")
  func secondLink() throws {
    let bench = Bench()
    let link = bench.folder.path.appending("in").appending("odd.txt")
    for _ in 0..<2 {
      let ingest = try bench.ingest()
      for _ in 0..<2 {
        try FileManager.default.createSymbolicLink(
          atPath: link.string, withDestinationPath: "/nowhere")
        ingest.settle()
      }
    }
    #expect(try bench.reader().counts().refusals >= 3)
    #expect(bench.folder.names(in: "refused").count == 4, "a reason for each")
  }

  @Test(
    "a store that is removed while it is in use takes nothing more, and loses nothing that comes then"
  )
  func removedStore() throws {
    let bench = Bench()
    let ingest = try bench.ingest()
    try bench.drop(Story(id: "a", text: "A story of before."))
    ingest.settle()
    for name in bench.folder.names(in: "") where name.contains("sqlite") {
      try FileManager.default.removeItem(atPath: bench.folder.path.appending(name).string)
    }
    try bench.drop(Story(id: "b", text: "Another story, of after."))
    var waited = false
    for _ in 0..<4 {
      if case .wait = ingest.step() { waited = true }
    }
    #expect(waited)
    try bench.ingest().settle()
    #expect(try bench.groups() == [["b"]])
  }

  @Test("a store that another file replaces is written no more, and neither is the other")
  func replacedStore() throws {
    let bench = Bench()
    let ingest = try bench.ingest()
    try bench.drop(Story(id: "a", text: "A story of before."))
    ingest.settle()
    let other = Bench()
    _ = try other.ingest()
    try FileManager.default.removeItem(atPath: bench.storePath)
    try FileManager.default.copyItem(atPath: other.storePath, toPath: bench.storePath)
    try bench.drop(Story(id: "b", text: "Another story, of after."))
    var waited = false
    for _ in 0..<4 {
      if case .wait = ingest.step() { waited = true }
    }
    #expect(waited)
    #expect(bench.folder.names(in: "done").count == 1)
  }

  @Test("what could be neither read nor moved is taken once it can be, without a change to it")
  func freed() throws {
    let bench = Bench()
    let (clock, door) = (HandMovedClock(start: 1_772_440_000_000), ForbiddenDoor())
    let ingest = try bench.ingest(door: door) { clock.now }
    try bench.folder.write("A story that nobody may read yet.", to: "in/odd.txt")
    ingest.settle(steps: 20)
    #expect(try bench.reader().counts().stories == 0)
    #expect(bench.folder.names(in: "refused").isEmpty)
    door.isOpen.store(true, ordering: .relaxed)
    ingest.settle(steps: 20)
    #expect(try bench.reader().counts().stories == 0, "it is not tried all the time")
    clock.advance(by: 31_000)
    ingest.settle(steps: 20)
    #expect(try bench.reader().counts().stories == 1)
    #expect(try bench.reader().counts().refusals == 1)
    #expect(bench.folder.names(in: "in").isEmpty && bench.folder.names(in: "refused").isEmpty)
  }
}

/// A door at which one file may be neither read nor moved.
private final class ForbiddenDoor: FileDoor {
  private let real = SystemFileDoor()
  /// Whether it may be read and moved after all.
  let isOpen = Atomic(false)
  private var isShut: Bool { !isOpen.load(ordering: .relaxed) }

  func list(_ folder: FilePath) throws(FileError) -> [FolderEntry] { try real.list(folder) }

  func read(
    _ path: FilePath, limit: Int, whileOpen: () throws(FileError) -> FilePath
  ) throws(FileError) -> [UInt8] {
    if isShut, path.lastComponent == "odd.txt" { throw .forbidden(path) }
    return try real.read(path, limit: limit, whileOpen: whileOpen)
  }

  func rename(_ from: FilePath, to target: FilePath) throws(FileError) {
    if isShut, from.lastComponent == "odd.txt" { throw .forbidden(from) }
    try real.rename(from, to: target)
  }

  func exists(_ path: FilePath) throws(FileError) -> Bool { try real.exists(path) }
  func remove(_ path: FilePath) throws(FileError) { try real.remove(path) }
  func removeEmptyFolder(_ path: FilePath) throws(FileError) { try real.removeEmptyFolder(path) }
  func makeFolder(_ path: FilePath) throws(FileError) { try real.makeFolder(path) }
  func write(_ text: String, to path: FilePath) throws(FileError) { try real.write(text, to: path) }
  func sync(_ folder: FilePath) throws(FileError) { try real.sync(folder) }
}
