import GRDB
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Orders that wait for their story") struct WaitingOrderTests {
  private func order(_ status: String) -> String {
    line(
      "npa-1", "NPA", "",
      more: #""agency": "NPA", "version": 1, "status": "\#(status)", "note": "By error""#)
  }

  private let story = line("npa-1", "NPA", Copy.one, more: #""agency": "NPA", "version": 1"#)
  private let copies = line("h-1", "harrow", Copy.one) + line("f-1", "fennick", Copy.one)

  /// What the last order of some kind says.
  private func last(_ desk: WireOrderTests.Desk, _ kind: String) throws -> EventFieldsRead? {
    try desk.bench.reader().events(after: 0, limit: .max).last { $0.draft.kind == kind }
      .map { EventFieldsRead($0.draft.body) }
  }

  @Test(
    "who carries a story that was killed or held before it came is told with the order",
    arguments: [("killed", true), ("killed", false), ("held", true), ("held", false)])
  func live(_ status: String, together: Bool) throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(order(status), by: ingest)
    try desk.take(together ? [copies + story] : [copies, story], by: ingest)
    let event = try #require(try last(desk, "story.\(status)"))
    #expect(event.stories == [3] && event.live == [2, 1] && event.group == 1)
    #expect(try desk.kinds().count { $0 == "story.\(status)" } == 2)
  }

  @Test("who carries a story that was killed under an embargo is told when that is over")
  func released() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop(copies)
    try desk.drop(
      line(
        "npa-1", "NPA", Copy.one,
        more: #""agency": "NPA", "version": 1, "# + EmbargoTests.until))
    try desk.take(order("killed"), by: ingest)
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle()
    #expect(try desk.kinds().last == "story.killed")
    #expect(try last(desk, "story.killed")?.live == [2, 1])
  }

  @Test("what was stored and not told before a crash is told at the next start, once")
  func crash() throws {
    var desk = WireOrderTests.Desk()
    try desk.drop(copies + story)
    try desk.start().settle()
    let store = try Store(path: desk.bench.storePath)
    let next = try store.nextNumbers()
    var commit = Commit(nextStory: next.story, nextGroup: next.group)
    commit.wire.states = [
      .begins(
        StoryState(story: StoryNumber(3), kind: .killed, since: desk.clock.now, note: "By error"))
    ]
    commit.wire.untold = [StoryNumber(3)]
    try store.commit(commit)
    for _ in 0..<2 { try desk.start().settle() }
    #expect(try last(desk, "story.killed")?.live == [2, 1])
    #expect(try desk.kinds().count { $0 == "story.killed" } == 1)
  }

  @Test("a release that a read spoils is made good by the next step, without a restart")
  func spoiltRelease() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(
      line("s-1", "NPA", Copy.one, more: EmbargoTests.until)
        + line("s-2", "NPA", LiveElsewhereTests.rewritten, more: EmbargoTests.until), by: ingest)
    func write(_ facts: String) throws {
      try DatabaseQueue(path: desk.bench.storePath).write {
        try $0.execute(sql: "UPDATE wire_story SET facts = ? WHERE story = 2", arguments: [facts])
      }
    }
    let facts = try DatabaseQueue(path: desk.bench.storePath).read {
      try String.fetchOne($0, sql: "SELECT facts FROM wire_story WHERE story = 2")
    }
    try write("spoilt")
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle(steps: 3)
    #expect(try desk.kinds().isEmpty)
    try write(try #require(facts))
    ingest.settle()
    let kinds = try desk.kinds()
    #expect(kinds.count { $0 == "story.released" } == 2)
    #expect(kinds.count { $0 == "group.opened" } == 2)
  }
}
