import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Embargoes") struct EmbargoTests {
  /// The desk's clock stands at 2026-03-02T08:26:40Z.
  static let until = #""embargoed": "2026-03-02T12:00:00Z""#
  static let span: Int64 = 4 * Instant.hour

  /// Everything that left by a door: events, the file, and what the commands read.
  static func told(_ desk: WireOrderTests.Desk) throws -> String {
    let reader = try desk.bench.reader()
    let events = try reader.events(after: 0, limit: .max).map { $0.line(store: "s") }
    let file = (try? desk.bench.folder.read("events.jsonl")) ?? ""
    let groups = try reader.groups(atLeast: 1, limit: .max).flatMap { group in
      try reader.stories(in: group).map { "\($0.story.id) \($0.story.title ?? "") \(group)" }
    }
    let pairs = try (1...9).flatMap { try reader.pairs(of: StoryNumber($0)) }
      .map { "\($0.first) with \($0.second)" }
    return (events + [file] + groups + pairs).joined(separator: "\n")
  }

  @Test(
    "nothing of an embargoed story is told before its time, and it is told then, by a restarted daemon too"
  )
  func silence() throws {
    var desk = WireOrderTests.Desk()
    try desk.drop(
      line("secret-1", "NPA", Copy.one, title: "Secret headline", more: Self.until)
        + line("h-1", "harrow", Copy.one, title: "Plain"))
    try desk.start().settle()
    var told = try Self.told(desk)
    #expect(!told.contains("secret-1") && !told.contains("Secret headline"))
    #expect(!told.contains("joined") && told.contains(#""kind":"group.opened""#))
    #expect(!told.contains("#1 with"))
    desk.clock.advance(by: Self.span)
    try desk.start().settle()
    told = try Self.told(desk)
    #expect(told.contains("Secret headline") && told.contains("#1 with #2"))
    let events = try desk.bench.reader().events(after: 0, limit: .max)
    #expect(
      events.map(\.draft.kind) == [
        "story.accepted", "group.opened", "story.accepted", "group.joined", "story.released",
      ])
    #expect(events.last?.draft.body.contains(#""reason":"embargo""#) == true)
    #expect(try desk.bench.groups() == [["secret-1", "h-1"]])
  }

  @Test("a running daemon tells at the time, and once")
  func onTime() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("s", "NPA", Copy.one, more: Self.until), by: ingest)
    #expect(ingest.nextRelease == Instant("2026-03-02T12:00:00Z"))
    desk.clock.advance(by: 3 * Instant.hour)
    ingest.settle()
    #expect(try desk.kinds().isEmpty)
    desk.clock.advance(by: Instant.hour)
    ingest.settle()
    ingest.settle()
    #expect(try desk.kinds() == ["story.accepted", "group.opened", "story.released"])
  }

  @Test("a story that joins one under embargo opens the group as far as anybody hears")
  func joins() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("s", "NPA", Copy.one, more: Self.until), by: ingest)
    try desk.take(line("h", "harrow", Copy.one) + line("f", "fennick", Copy.one), by: ingest)
    let events = try desk.bench.reader().events(after: 0, limit: .max)
    #expect(
      events.map(\.draft.kind) == [
        "story.accepted", "group.opened", "story.accepted", "group.joined",
      ])
    #expect(events.allSatisfy { !$0.draft.body.contains(#""like":1"#) })
    #expect(events[3].draft.body.contains(#""like":2"#))
  }

  @Test("a correction under an embargo corrects when it is released, and shows nothing before")
  func correction() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("s", "NPA", Copy.one, more: #""version": 1"#), by: ingest)
    try desk.take(
      line(
        "s", "NPA", Copy.mended, more: Self.until + #", "version": 2, "note": "CORRECTS secret""#),
      by: ingest)
    #expect(try !Self.told(desk).contains("secret"))
    #expect(try desk.bench.reader().states().isEmpty)
    desk.clock.advance(by: Self.span)
    ingest.settle()
    #expect(try desk.states() == ["s v1": .corrected])
    #expect(try desk.kinds().last == "story.corrected")
  }

  @Test("what is killed under an embargo is told with its kill, when the time has come")
  func killed() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop(line("s", "NPA", Copy.one, title: "Secret", more: Self.until))
    try desk.take(
      line("s", "NPA", "", more: #""status": "killed", "note": "Secret reason""#), by: ingest)
    #expect(try !Self.told(desk).contains("ecret"))
    #expect(try desk.bench.reader().states().isEmpty)
    desk.clock.advance(by: Self.span)
    ingest.settle()
    #expect(try desk.kinds().last == "story.killed")
    #expect(try desk.states() == ["s v1": .killed])
  }
}
