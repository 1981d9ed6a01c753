import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Groups of which a part is past the window") struct OutOfWindowTests {
  private func more(_ key: String, _ rest: String = "") -> String {
    #""agency": "P", "keys": [\#(key)]"# + rest
  }

  /// Two stories of one group, one of them past the window, and one that takes the other into another group.
  private func desk(first: String = "", second: String = "") throws -> WireOrderTests.Desk {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("x", "a", Copy.one, more: first), by: ingest)
    // What is forgotten is forgotten by quarters of the window.
    desk.clock.advance(by: 4 * Instant.day)
    try desk.take(line("w", "a", "A new day."), by: ingest)
    desk.clock.advance(by: 5 * Instant.day)
    try desk.drop(line("y", "b", Copy.one, more: more(#""bridge-0001""#)))
    if !second.isEmpty { try desk.drop(line("e", "b", Copy.one, more: second)) }
    ingest.settle()
    desk.clock.advance(by: 10 * Instant.day)
    ingest.settle()
    try desk.take(
      line("z-1", "c", LiveElsewhereTests.rewritten, more: more(#""boats-0002""#))
        + line("z-2", "d", LiveElsewhereTests.rewritten)
        + line("z-3", "f", LiveElsewhereTests.rewritten), by: ingest)
    try desk.take(
      line(
        "n", "g", Copy.one + " " + LiveElsewhereTests.rewritten,
        more: more(#""bridge-0001", "boats-0002""#)), by: ingest)
    return desk
  }

  /// Holds the events against the store.
  private func check(_ desk: WireOrderTests.Desk) throws -> EmbargoReplayTests.Listener {
    let reader = try desk.bench.reader()
    var listener = EmbargoReplayTests.Listener()
    for event in try reader.events(after: 0, limit: .max) { listener.hear(event) }
    #expect(listener.mistakes.isEmpty)
    var shown: [Int64: Int64] = [:]
    for group in try reader.groups(atLeast: 1, limit: .max) {
      let isGone = try reader.mergedInto(group) != nil
      #expect(!isGone, "\(group) holds stories and was merged away")
      for story in try reader.stories(in: group) { shown[story.number.value] = group.value }
    }
    #expect(listener.groups == shown)
    return listener
  }

  @Test("a group whose later stories go into another lives on with those that are past the window")
  func livesOn() throws {
    let desk = try desk()
    #expect(try desk.bench.groups() == [["x"], ["w"], ["y", "z-1", "z-2", "z-3", "n"]])
    let listener = try check(desk)
    #expect(listener.kinds["group.split"] == 1 && listener.kinds["group.merged"] == nil)
    let split = try desk.bench.reader().events(after: 0, limit: .max).first {
      $0.draft.kind == "group.split"
    }
    #expect(split?.draft.body.contains("past the window") == true)
  }

  @Test("a group that nothing is left of is merged, as ever")
  func merged() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(
      line("y", "b", Copy.one, more: more(#""bridge-0001""#))
        + line("z-1", "c", LiveElsewhereTests.rewritten, more: more(#""boats-0002""#))
        + line("z-2", "d", LiveElsewhereTests.rewritten)
        + line(
          "n", "g", Copy.one + " " + LiveElsewhereTests.rewritten,
          more: more(#""bridge-0001", "boats-0002""#)), by: ingest)
    let listener = try check(desk)
    #expect(listener.kinds["group.merged"] == 1 && listener.kinds["group.split"] == nil)
  }

  @Test("what is past the window is seen to stay behind, also where others may not be told of")
  func besideEmbargo() throws {
    let until = #""embargoed": "2026-06-01T12:00:00Z""#
    let desk = try desk(second: until)
    let listener = try check(desk)
    #expect(listener.kinds["group.split"] == 1, "\(listener.kinds)")
  }

  @Test("what stays behind and may not be told of is not told of, and opens the group in its time")
  func embargoed() throws {
    let desk = try desk(first: #""embargoed": "2026-03-22T12:00:00Z""#)
    var listener = try check(desk)
    #expect(listener.kinds["group.merged"] == 1, "\(listener.kinds)")
    desk.clock.advance(by: 2 * Instant.day)
    try desk.start().settle()
    listener = try check(desk)
    #expect(listener.groups.count == 7)
  }
}
