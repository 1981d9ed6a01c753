import Foundation
import Inbox
import Pipeline
import Store
import Stories
import SystemPackage
import TestSupport
import Testing

/// A single file that can be neither read nor moved holds up nothing.
@Suite struct StuckFileTests {
  private let bench = Bench()
  private let clock = HandMovedClock(start: 1_772_440_000_000)
  private let isFree = Flag()

  /// A door at which one file can't be renamed until it is free.
  private func door(stuck: String, _ code: Errno = .ioError) -> AskingFileDoor {
    let path = bench.folder.path.appending(stuck)
    return AskingFileDoor { [isFree] call, found throws(FileError) in
      if call == .rename, found == path, !isFree.isSet { throw .failed("rename", path, code) }
    }
  }

  private func ingest(_ door: AskingFileDoor) throws -> Ingest<AskingFileDoor> {
    try bench.ingest(door: door) { [clock] in clock.now }
  }

  /// Steps until all is done. Returns whether it ever waited for something to be put right.
  private func waits(_ ingest: Ingest<AskingFileDoor>) -> Bool {
    for _ in 0..<50 {
      switch ingest.step() {
      case .wait: return true
      case .idle: return false
      case .more, .settling: continue
      }
    }
    return false
  }

  @Test("a file that can't leave work holds up no other, and leaves it once it can")
  func stuckInWork() throws {
    let ingest = try ingest(door(stuck: "work/bad.txt"))
    try bench.drop(Story(id: "bad", text: "A story that stays in work."))
    try bench.drop(Story(id: "good", text: "Another one, which goes its way."))
    #expect(!waits(ingest))
    try bench.drop(Story(id: "later", text: "A third that comes when one is stuck."))
    #expect(!waits(ingest))
    #expect(try bench.groups() == [["bad"], ["good"], ["later"]])
    #expect(bench.folder.names(in: "done").count == 2)
    #expect(bench.folder.names(in: "work") == ["bad.txt"])
    isFree.set()
    clock.advance(by: 31_000)
    #expect(!waits(ingest))
    #expect(bench.folder.names(in: "done").count == 3 && bench.folder.names(in: "work").isEmpty)
    let counts = try bench.reader().counts()
    #expect(counts.stories == 3 && counts.deliveries == 3)
  }

  @Test("a refused file that can't leave work holds up nothing, also after a restart")
  func refusedInWork() throws {
    try bench.folder.write([0xFF], to: "in/bad.txt")
    for id in ["good", "later"] {
      try bench.drop(Story(id: id, text: "The story called \(id)."))
      #expect(try !waits(ingest(door(stuck: "work/bad.txt"))))
    }
    #expect(bench.folder.names(in: "refused").isEmpty)
    let counts = try bench.reader().counts()
    #expect(counts.stories == 2 && counts.refusals == 1)
  }

  @Test("where hundreds can't leave work no more are taken into it until they can")
  func manyInWork() throws {
    let work = bench.folder.path.appending("work")
    let ingest = try ingest(
      AskingFileDoor { [isFree] call, path throws(FileError) in
        if !isFree.isSet, call == .rename, path.starts(with: work) {
          throw .failed("rename", path, .ioError)
        }
      })
    for number in 0..<300 { try bench.folder.write("Text \(number).", to: "in/\(number).txt") }
    #expect(waits(ingest))
    #expect(bench.folder.names(in: "in").count == 300 - 256)
    isFree.set()
    #expect(waits(ingest), "it is not tried all the time")
    clock.advance(by: 31_000)
    #expect(!waits(ingest))
    #expect(bench.folder.names(in: "done").count == 300)
  }

  @Test("a file on another file system holds up no other, and is taken once it can be moved")
  func otherFileSystem() throws {
    let ingest = try ingest(door(stuck: "in/mount/bad.txt", .improperLink))
    try bench.folder.write("id: bad\n\nA story on a disk of its own.", to: "in/mount/bad.txt")
    try bench.drop(Story(id: "good", text: "A story where it should be."))
    #expect(!waits(ingest))
    #expect(try bench.groups() == [["good"]])
    #expect(bench.folder.names(in: "in") == ["mount/bad.txt"])
    isFree.set()
    clock.advance(by: 31_000)
    #expect(!waits(ingest))
    #expect(try bench.groups() == [["good"], ["bad"]])
  }

  @Test("where work can't be written nothing is refused for it: the daemon waits")
  func shutWork() throws {
    let work = bench.folder.path.appending("work")
    let ingest = try ingest(
      AskingFileDoor { [isFree, bench] call, path throws(FileError) in
        let isIn = path.removingLastComponent() == bench.folder.path.appending("in")
        let touches = call == .makeFolder && path.starts(with: work) && path != work
        if !isFree.isSet, touches || call == .rename && isIn { throw .forbidden(path) }
      })
    try bench.drop(Story(id: "a", text: "Some story."))
    #expect(waits(ingest))
    #expect(bench.folder.names(in: "in") == ["a.txt"])
    #expect(bench.folder.names(in: "refused").isEmpty)
    isFree.set()
    #expect(!waits(ingest))
    #expect(try bench.groups() == [["a"]])
  }

  @Test("a link that can't be moved is tried again every half minute and refused once")
  func freedLink() throws {
    let ingest = try ingest(door(stuck: "in/odd"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(bench.folder.path)/in/odd", withDestinationPath: "/nowhere")
    #expect(!waits(ingest))
    isFree.set()
    #expect(!waits(ingest))
    #expect(try bench.folder.isThere("in/odd"), "it is not tried all the time")
    clock.advance(by: 31_000)
    #expect(!waits(ingest))
    #expect(try !bench.folder.isThere("in/odd") && bench.folder.isThere("refused/odd"))
    #expect(try bench.reader().counts().refusals == 1)
  }

  @Test(
    "a file that may be read and not moved is told as stuck, not as refused, and taken once it can")
  func immovable() throws {
    let path = bench.folder.path.appending("in/shut/bad.txt")
    let ingest = try ingest(
      AskingFileDoor { [isFree] call, found throws(FileError) in
        if call == .rename, found == path, !isFree.isSet { throw .forbidden(path) }
      })
    try bench.folder.write("id: bad\n\nA story in a folder that is shut.", to: "in/shut/bad.txt")
    try bench.drop(Story(id: "good", text: "A story where it should be."))
    #expect(!waits(ingest))
    #expect(try bench.groups() == [["good"]] && bench.reader().counts().refusals == 0)
    #expect(bench.folder.names(in: "refused").isEmpty)
    #expect(
      ingest.status(process: 1, started: clock.now, rate: 0, isIdle: true).stuckProblem?
        .contains("may not be moved") == true)
    isFree.set()
    clock.advance(by: 31_000)
    #expect(!waits(ingest))
    #expect(try bench.groups() == [["good"], ["bad"]] && bench.reader().counts().refusals == 0)
  }
}
