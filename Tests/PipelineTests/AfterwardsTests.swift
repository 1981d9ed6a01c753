import Foundation
import GRDB
import Inbox
import Pipeline
import Store
import Stories
import SystemPackage
import TestSupport
import Testing
import Text

@Suite("What holds after failures, rulings and new options") struct AfterwardsTests {
  private let footer =
    "Sign up here for our morning letter about harbours and tides, which is read by nine thousand people in the county"

  private func ruling(outlet: String?) throws -> BoilerplateRuling {
    let tokens = try Tokeniser().tokens(of: footer)
    let key = try #require(Segmenter().whole(footer, tokens: tokens)).key
    return BoilerplateRuling(
      segment: key, outlet: outlet.map { Outlet($0) }, answer: .confirmed, kind: .newsletter,
      text: footer, person: "mk", at: Instant(milliseconds: 1_772_500_000_000))
  }

  @Test("after a commit that failed groups and numbers are as if it had never been tried")
  func failedCommit() throws {
    let bench = Bench()
    let ingest = try bench.ingest()
    ingest.settle()
    let queue = try DatabaseQueue(path: bench.storePath)
    let trigger =
      "CREATE TRIGGER full BEFORE INSERT ON story BEGIN SELECT raise(ABORT, 'no room'); END"
    try queue.write { try $0.execute(sql: trigger) }
    try bench.drop(Story(id: "a", outlet: Outlet("x"), text: Copy.one))
    for _ in 0..<3 { _ = ingest.step() }
    try bench.drop(
      Story(id: "b", outlet: Outlet("y"), text: LiveElsewhereTests.rewritten), name: "0")
    for _ in 0..<3 { _ = ingest.step() }
    try queue.write { try $0.execute(sql: "DROP TRIGGER full") }
    ingest.settle()
    #expect(try bench.groups() == [["a"], ["b"]])
    let opened = try bench.reader().events(after: 0, limit: .max)
      .filter { $0.draft.kind == "group.opened" }
      .compactMap { EventFieldsRead($0.draft.body).group }
    #expect(opened.sorted() == [1, 2])
    let status = ingest.status(
      process: 1, started: Instant(milliseconds: 0), rate: 0, isIdle: true)
    #expect(status.indexedStories == 2)
  }

  @Test("what people said of boilerplate holds when stories are signed anew")
  func signedAnew() throws {
    let bench = Bench()
    for (number, text) in [Copy.one, LiveElsewhereTests.rewritten].enumerated() {
      try bench.drop(Story(id: "s\(number)", outlet: Outlet("echo"), text: text + "\n" + footer))
    }
    try bench.ingest().settle()
    try Store(path: bench.storePath).add([try ruling(outlet: nil)])
    try bench.ingest().settle()
    let before = try bench.reader().boilerplate(of: StoryNumber(1))
    #expect(!before.isEmpty)
    try bench.ingest(door: SystemFileDoor(), registers: 256).settle()
    #expect(try bench.reader().boilerplate(of: StoryNumber(1)) == before)
  }

  @Test("a ruling on an outlet that has no stories is applied, and the daemon rests")
  func nobodysRuling() throws {
    let bench = Bench()
    try bench.drop(Story(id: "s", outlet: Outlet("echo"), text: Copy.one))
    let ingest = try bench.ingest()
    ingest.settle()
    try Store(path: bench.storePath).add([try ruling(outlet: "nobody")])
    ingest.settle(steps: 20)
    #expect(ingest.step() == .idle)
    #expect(try Store(path: bench.storePath).appliedRuling() == 1)
  }

  @Test("versions of one story stay together when they are placed anew")
  func placedAnew() throws {
    let bench = Bench()
    let ingest = try bench.ingest()
    for (number, text) in [Copy.one, LiveElsewhereTests.rewritten].enumerated() {
      try bench.drop(
        Story(id: "a", outlet: Outlet("echo"), text: text + "\n" + footer), name: "\(number)")
      ingest.settle()
    }
    let before = try bench.reader().stories(id: "a").map(\.group)
    #expect(Set(before).count == 1)
    try Store(path: bench.storePath).add([try ruling(outlet: nil)])
    ingest.settle()
    #expect(try !bench.reader().boilerplate(of: StoryNumber(1)).isEmpty)
    #expect(try bench.reader().stories(id: "a").map(\.group) == before)
  }

  @Test("an event file that new options switch off holds up no end of events")
  func switchedOff() throws {
    var bench = Bench()
    bench.options.eventRetention = Instant.day
    let clock = HandMovedClock(start: 1_772_440_000_000)
    let ingest = try bench.ingest(door: SystemFileDoor()) { clock.now }
    try bench.drop(Story(id: "a", text: Copy.one))
    ingest.settle()
    var options = bench.options
    options.eventFile = nil
    try ingest.adopt(options)
    try bench.drop(Story(id: "b", text: LiveElsewhereTests.rewritten))
    ingest.settle()
    clock.advance(by: 3 * Instant.day)
    ingest.settle()
    #expect(try bench.reader().events(after: 0, limit: 99).isEmpty)
  }

  @Test("no event is forgotten before an event file that could not be written yet has had it")
  func neverWritten() throws {
    var bench = Bench()
    bench.options.eventRetention = Instant.day
    try bench.folder.write("a file", to: "blocked")
    let path = bench.folder.path.appending("blocked/events.jsonl")
    bench.options.eventFile = EventFile(path: path, rotateBytes: 1 << 30, keep: 3)
    let clock = HandMovedClock(start: 1_772_440_000_000)
    let ingest = try bench.ingest(door: SystemFileDoor()) { clock.now }
    for number in 0..<600 {
      try bench.folder.write("Story number \(number) of many.", to: "in/n\(number).txt")
    }
    _ = ingest.step()
    clock.advance(by: 3 * Instant.day)
    for _ in 0..<2 { _ = ingest.step() }
    try FileManager.default.removeItem(atPath: bench.folder.path.appending("blocked").string)
    ingest.settle()
    let lines = try bench.folder.read("blocked/events.jsonl").split(separator: "\n")
    #expect(lines.count { $0.contains("story.accepted") } == 600)
  }

  @Test("one id of two outlets is two stories: the lead is the first of them")
  func oneID() throws {
    var desk = WireOrderTests.Desk()
    let version = #""version": 1"#
    try desk.drop(line("7", "harrow", Copy.one, at: "2026-03-02T07:00:00Z", more: version))
    try desk.drop(line("7", "fennick", Copy.one, at: "2026-03-02T08:00:00Z", more: version))
    try desk.start().settle()
    let reader = try desk.bench.reader()
    #expect(try reader.groups(atLeast: 2, limit: 9).count == 1)
    let lead = try GroupLead(reader).lead(of: GroupNumber(1), by: .first)
    #expect(lead?.number == StoryNumber(1))
  }
}
