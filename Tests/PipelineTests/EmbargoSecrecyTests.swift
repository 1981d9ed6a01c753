import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("What nobody may conclude from stories under an embargo") struct EmbargoSecrecyTests {
  @Test("footers that only embargoed stories have are listed when these are released")
  func segments() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    var random = SeededGenerator(seed: 41)
    func words(_ count: Int, _ kind: String) -> String {
      (0..<count).map { _ in "\(kind)\(Int.random(in: 0..<9000, using: &random))" }
        .joined(separator: " ")
    }
    let footer = words(120, "foot")
    for number in 0..<12 {
      let text = words(70, "word") + "\\n" + footer
      try desk.drop(line("s\(number)", "echo", text, more: EmbargoTests.until))
    }
    ingest.settle()
    #expect(try desk.bench.reader().segments(of: nil).isEmpty)
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle()
    #expect(try !desk.bench.reader().segments(of: nil).isEmpty)
  }

  @Test("no event gives a decision in which an embargoed story had its say")
  func decisions() throws {
    var desk = WireOrderTests.Desk()
    try desk.drop(line("h-1", "harrow", Copy.one))
    try desk.drop(line("s-1", "NPA", Copy.one, more: EmbargoTests.until))
    try desk.drop(line("f-1", "fennick", Copy.one))
    try desk.start().settle()
    let joined = try desk.bench.reader().events(after: 0, limit: 99).filter {
      $0.draft.kind == "group.joined"
    }
    #expect(joined.count == 1 && joined.allSatisfy { !$0.draft.body.contains("decision") })
  }

  @Test("groups of embargoed stories are not counted")
  func counts() throws {
    var desk = WireOrderTests.Desk()
    try desk.drop(line("s-1", "NPA", Copy.one, more: EmbargoTests.until))
    try desk.drop(line("o-1", "other", LiveElsewhereTests.rewritten))
    try desk.start().settle()
    let counts = try desk.bench.reader().counts()
    #expect(counts.stories == 1 && counts.groups == 1)
  }

  @Test("what was made from an embargoed story is no copy of what that was made from")
  func copies() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(
      line("npa-1", "NPA", Copy.one, more: #""agency": "NPA", "version": 1"#), by: ingest)
    desk.clock.advance(by: 20 * Instant.day)
    ingest.settle()
    let secret = #""derived_from": ["npa-1"], "embargoed": "2026-03-23T12:00:00Z""#
    try desk.drop(line("s-1", "saltmere", "A secret.", more: secret))
    try desk.take(
      line("c-1", "calder", LiveElsewhereTests.rewritten, more: #""derived_from": ["s-1"]"#),
      by: ingest)
    let reader = try desk.bench.reader()
    let story = try #require(try reader.stories(id: "npa-1").first)
    #expect(try reader.copies(of: story).isEmpty)
  }

  @Test("a group of embargoed stories that a known group goes into is known from then on")
  func mergedInto() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    func keys(_ keys: String) -> String { #""agency": "P", "keys": [\#(keys)]"# }
    let until = ", " + EmbargoTests.until
    let (boats, bridge) = (#""boats-0002""#, #""bridge-0001""#)
    try desk.drop(line("s-1", "a", LiveElsewhereTests.rewritten, more: keys(boats) + until))
    try desk.drop(line("s-2", "b", LiveElsewhereTests.rewritten, more: EmbargoTests.until))
    try desk.take(line("h-1", "c", Copy.one, more: keys(bridge)), by: ingest)
    try desk.take(
      line(
        "n", "d", Copy.one + " " + LiveElsewhereTests.rewritten,
        more: keys(bridge + ", " + boats) + until), by: ingest)
    try desk.take(line("f-1", "e", LiveElsewhereTests.rewritten), by: ingest)
    var listener = EmbargoReplayTests.Listener()
    let events = try desk.bench.reader().events(after: 0, limit: .max)
    for event in events { listener.hear(event) }
    #expect(listener.mistakes.isEmpty)
    #expect(events.contains { $0.draft.kind == "group.merged" })
  }
}
