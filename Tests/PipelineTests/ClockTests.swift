import Foundation
import Inbox
import Pipeline
import Store
import Stories
import SystemPackage
import TestSupport
import Testing

/// What a clock may do that was wrong for a while.
@Suite struct ClockTests {
  private let bench = Bench()
  private let clock = HandMovedClock(start: 1_772_440_000_000)

  private func ingest() throws -> Ingest<SystemFileDoor> {
    try bench.ingest(door: SystemFileDoor()) { [clock] in clock.now }
  }

  private func found(_ ingest: Ingest<SystemFileDoor>) -> Int {
    ingest.status(process: 1, started: clock.now, rate: 0, isIdle: true).indexedStories
  }

  private func drop(_ number: Int) throws {
    let words = (0..<30).map { "word\(number)x\($0)" }.joined(separator: " ")
    try bench.drop(Story(id: "s\(number)", text: words))
  }

  @Test(
    "a story that came under a clock that was ahead keeps no other in the window, nor after a restart"
  )
  func ahead() throws {
    clock.advance(by: 400 * Instant.day)
    let ingest = try ingest()
    try drop(0)
    ingest.settle()
    clock.advance(by: -400 * Instant.day)
    for day in 1...40 {
      try drop(day)
      ingest.settle()
      // Fourteen days, and a quarter of these.
      #expect(found(ingest) <= 20, "day \(day)")
      clock.advance(by: Instant.day)
    }
    #expect(try found(self.ingest()) <= 14)
    #expect(try bench.reader().counts().stories == 41)
  }

  @Test(
    "a clock that was put back for a while takes no story out of the window, not at a start either")
  func behind() throws {
    var ingest = try ingest()
    for day in 1...10 {
      try drop(day)
      ingest.settle()
      clock.advance(by: Instant.day)
    }
    clock.advance(by: -200 * Instant.day)
    ingest = try self.ingest()
    try drop(11)
    ingest.settle()
    #expect(found(ingest) == 11)
    clock.advance(by: 200 * Instant.day)
    ingest.settle()
    #expect(found(ingest) == 10, "the one that came meanwhile is of long ago")
  }

  @Test("stories leave the window though the event file can't be written")
  func unpublished() throws {
    try FileManager.default.createDirectory(
      atPath: bench.folder.path.appending("events.jsonl").string,
      withIntermediateDirectories: false)
    let ingest = try ingest()
    for day in 1...40 {
      try drop(day)
      for _ in 0..<3 { _ = ingest.step() }
      #expect(found(ingest) <= 20, "day \(day)")
      clock.advance(by: Instant.day)
    }
  }

  @Test("of a store that knows only stories from later than now all can be found")
  func allAhead() throws {
    clock.advance(by: 400 * Instant.day)
    try drop(0)
    try ingest().settle()
    clock.advance(by: -400 * Instant.day)
    #expect(try found(self.ingest()) == 1)
  }

  @Test("a file that is stuck is tried again though the clock was put back")
  func stuck() throws {
    let isFree = Flag()
    let path = bench.folder.path.appending("work/bad.txt")
    let door = AskingFileDoor { call, found throws(FileError) in
      if call == .rename, found == path, !isFree.isSet { throw .failed("rename", path, .ioError) }
    }
    let ingest = try bench.ingest(door: door) { [clock] in clock.now }
    try bench.drop(Story(id: "bad", text: "A story that stays in work."))
    ingest.settle()
    #expect(bench.folder.names(in: "work") == ["bad.txt"])
    isFree.set()
    clock.advance(by: -Instant.day)
    ingest.settle()
    #expect(bench.folder.names(in: "work").isEmpty)
  }
}
