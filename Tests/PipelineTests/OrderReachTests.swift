import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("How far orders and corrections reach") struct OrderReachTests {
  private let agency = #""agency": "NPA""#
  private let correction = line(
    "npa-1", "NPA", Copy.mended,
    more: #""version": 2, "note": "CORRECTION: twelve weeks, not eleven.""#)

  private func version(_ number: Int) -> String {
    line("npa-1", "NPA", Copy.one, more: #""version": \#(number)"#)
  }

  private func kill(_ name: String) -> String {
    line("n-9", "NPA", #"EDITORS: Kill the story \"\#(name)\"."#, title: "KILL: \(name)")
  }

  /// Drops one file after the other.
  private func take(_ files: [String], in desk: inout WireOrderTests.Desk) throws {
    let ingest = try desk.start()
    try desk.take(files, by: ingest)
  }

  @Test("a kill by an earlier headline leaves a later plain version in use")
  func laterVersion() throws {
    var desk = WireOrderTests.Desk()
    let versions = ["Bridge to close", "Bridge stays open"].map { (title: String) in
      line("npa-1", "NPA", Copy.one + " \(title).", title: title)
    }
    try take(versions + [kill("Bridge to close")], in: &desk)
    #expect(try desk.states() == ["npa-1 v1": .killed])
  }

  @Test("a slug alone ties nothing; with a mark it does, within two days")
  func slugs() throws {
    for (slug, days, isOne) in [
      ("BRIDGE", 0, false), ("BRIDGE, 1st Ld", 0, true), ("BRIDGE, 1st Ld", 3, false),
    ] {
      var desk = WireOrderTests.Desk()
      let ingest = try desk.start()
      try desk.take(line("a-1", "NPA", Copy.one, more: agency + #", "slug": "BRIDGE""#), by: ingest)
      desk.clock.advance(by: Int64(days) * Instant.day)
      try desk.take(
        line(
          "a-2", "NPA", LiveElsewhereTests.rewritten, at: "2026-03-0\(2 + days)T08:00:00Z",
          more: agency + #", "slug": "\#(slug)""#), by: ingest)
      #expect(try desk.bench.groups() == (isOne ? [["a-1", "a-2"]] : [["a-1"], ["a-2"]]))
    }
  }

  @Test("an order that waits for its story tells what it calls it, and not once it has come")
  func waitsFor() throws {
    var desk = WireOrderTests.Desk()
    let byID = line("npa-1", "NPA", "", more: #""version": 2, "status": "held""#)
    try take([kill("Weather forecast"), byID, version(1)], in: &desk)
    let told = try desk.bench.reader().events(after: 0, limit: .max).filter {
      ["story.killed", "story.held"].contains($0.draft.kind)
    }
    #expect(
      try told.map { try EventFields($0).waitsFor } == [["Weather forecast"], ["npa-1"], nil])
  }

  @Test("an order waits fourteen days though stories are kept for one")
  func shortRetention() throws {
    var desk = WireOrderTests.Desk()
    desk.bench.options.retention = Instant.day
    try take([line("npa-1", "NPA", "", more: #""version": 2, "status": "killed""#)], in: &desk)
    desk.clock.advance(by: 5 * Instant.day)
    try take([], in: &desk)
    try desk.start().settle()
    try take([line("npa-1", "NPA", Copy.one, more: #""version": 1"#)], in: &desk)
    #expect(try desk.states() == ["npa-1 v1": .killed])
  }

  @Test("a kill by headline goes back fourteen days and no further")
  func memory() throws {
    for (days, isKilled) in [(13, true), (20, false)] {
      var desk = WireOrderTests.Desk()
      try take([line("npa-1", "NPA", Copy.one, title: "Weather forecast")], in: &desk)
      desk.clock.advance(by: Int64(days) * Instant.day)
      try take([kill("Weather forecast")], in: &desk)
      #expect(try desk.states() == (isKilled ? ["npa-1 v1": .killed] : [:]))
    }
  }

  @Test("a version that comes again under its number corrects nothing")
  func sameNumber() throws {
    var desk = WireOrderTests.Desk()
    try take([version(2), correction], in: &desk)
    #expect(try desk.states() == [:])
  }

  @Test("what is killed stays killed when its correction comes")
  func killedThenCorrected() throws {
    var desk = WireOrderTests.Desk()
    let kill = line("npa-1", "NPA", "", more: #""version": 1, "status": "killed""#)
    try take([version(1), kill, correction], in: &desk)
    #expect(try desk.states() == ["npa-1 v1": .killed])
  }

  @Test("an outlet that carries what was killed and what was corrected is listed with the kill")
  func killFirst() throws {
    var desk = WireOrderTests.Desk()
    try take(
      [
        version(1),
        line("c-1", "calder", Copy.one, more: #""version": 1"#),
        line("h-1", "harrow", Copy.one),
        line("c-1", "calder", "", more: #""version": 1, "status": "killed""#),
      ], in: &desk)
    desk.clock.advance(by: Instant.hour)
    try take([correction], in: &desk)
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "h-1").first?.group)
    let entries = try LiveList(reader).entries(of: group)
    let harrow = try #require(entries.first { $0.story.story.id == "h-1" })
    #expect(harrow.state.kind == .killed && harrow.carries.value == 2)
  }

  @Test(
    "a kill and a correction of a version past the window name who carries it",
    arguments: ["story.killed", "story.corrected"])
  func pastTheWindow(_ kind: String) throws {
    var desk = WireOrderTests.Desk()
    try take(
      [
        line("npa-1", "NPA", Copy.one, more: agency + #", "version": 1"#),
        line("h-1", "harrow", Copy.one),
      ], in: &desk)
    desk.clock.advance(by: 20 * Instant.day)
    let note = kind == "story.killed" ? "" : #", "note": "CORRECTION: twelve weeks, not eleven.""#
    let second = line(
      "npa-1", "NPA", Copy.mended, at: "2026-03-22T08:00:00Z",
      more: agency + #", "version": 2"# + note)
    let order = line("npa-1", "NPA", "", more: agency + #", "version": 2, "status": "killed""#)
    try take([second] + (kind == "story.killed" ? [order] : []), in: &desk)
    let reader = try desk.bench.reader()
    let told = try reader.events(after: 0, limit: .max).last { $0.draft.kind == kind }
    #expect(try told.map { try EventFields($0).live } == [2])
  }
}
