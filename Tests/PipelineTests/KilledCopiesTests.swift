import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Copies of a killed story") struct KilledCopiesTests {
  /// Outlets that are listed after an agency's story was killed and it then ran something else.
  private func listed(after next: String) throws -> [[String]] {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    let agency = #""agency": "NPA", "version": "#
    try desk.drop(line("n", "NPA", Smokehouse.wrong, more: agency + "1"))
    try desk.drop(line("whole", "post", Smokehouse.wrong, at: "2026-03-02T08:20:00Z"))
    try desk.take(
      line("cut", "echo", Smokehouse.text(1, as: ""), at: "2026-03-02T08:30:00Z"), by: ingest)
    try desk.take(line("n", "NPA", "", more: agency + #"1, "status": "killed""#), by: ingest)
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "n").first?.group)
    let before = try LiveList(reader).entries(of: group).map(\.story.story.id)
    try desk.take(next, by: ingest)
    return [before, try LiveList(reader).entries(of: group).map(\.story.story.id)]
  }

  @Test(
    "a cut that has nothing of what a new version changed has withdrawn nothing, and another story replaces nothing",
    arguments: [("n", 2), ("n9", 1)])
  func whatFollows(id: String, version: Int) throws {
    let next = line(
      id, "NPA", Smokehouse.mended, at: "2026-03-02T10:00:00Z",
      more: #""agency": "NPA", "version": \#(version)"#)
    #expect(try listed(after: next) == [["cut", "whole"], ["cut", "whole"]])
  }

  @Test("stories of one id and no known outlet are no versions of each other")
  func noOutlet() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    for (number, text) in ["Rain is expected on the coast by noon.", "The council met."]
      .enumerated()
    {
      let story = #"{"id": "x", "text": "\#(text)", "credit": "Desk \#(number)"}"#
      try desk.drop(story + "\n")
    }
    ingest.settle()
    let stories = try desk.bench.reader().stories(id: "x")
    #expect(stories.count == 2 && Set(stories.map(\.group)).count == 2)
  }
}

@Suite("Copies that come after an order or a correction") struct LateCopiesTests {
  private static let agency = #""agency": "NPA", "version": "#
  private static let kill = line("n", "NPA", "", more: agency + #"1, "status": "killed""#)
  private static let correction = line(
    "n", "NPA", Smokehouse.mended, title: "CORRECTED: Smokehouse", at: "2026-03-02T10:00:00Z",
    more: agency + "2")

  /// What is told of stories that carry what they should not, after an order and then copies.
  private func told(_ order: String, then copies: [String]) throws -> [EventFields] {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("n", "NPA", Smokehouse.wrong, more: Self.agency + "1"), by: ingest)
    try desk.take(order, by: ingest)
    try desk.take(copies, by: ingest)
    return try carriers(desk.bench.reader())
  }

  private func carriers(_ reader: StoreReader) throws -> [EventFields] {
    try reader.events(after: 0, limit: .max).filter { $0.draft.kind == "story.carries" }
      .map { try EventFields($0) }
  }

  private func copy(_ outlet: String, _ text: String, more: String = "") -> String {
    line("late-\(outlet)", outlet, text, at: "2026-03-02T11:00:00Z", more: more)
  }

  @Test("an outlet that runs a story after it was killed is told of, once")
  func afterKill() throws {
    let told = try told(Self.kill, then: [copy("echo", Smokehouse.wrong), copy("post", Copy.one)])
    #expect(told.map(\.storyID) == ["late-echo"])
    #expect(told.first?.state == .killed && told.first?.stories == [1])
    #expect(told.first?.outlet == "echo" && told.first?.group == 1)
  }

  @Test(
    "after a correction who has the words that were mended is told of, and who has the right ones is not"
  )
  func afterCorrection() throws {
    let told = try told(
      Self.correction, then: [copy("echo", Smokehouse.wrong), copy("post", Smokehouse.mended)])
    #expect(told.map(\.storyID) == ["late-echo"])
    #expect(told.first?.state == .corrected && told.first?.stories == [1])
  }

  @Test("a story and its kill and a copy in one file are told of alike")
  func oneFile() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    let first = line("n", "NPA", Smokehouse.wrong, more: Self.agency + "1")
    try desk.take(first + Self.kill + copy("echo", Smokehouse.wrong), by: ingest)
    #expect(try carriers(desk.bench.reader()).map(\.storyID) == ["late-echo"])
  }

  @Test("a copy that came before an order is told of with it, and not once more")
  func beforeTheOrder() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("n", "NPA", Smokehouse.wrong, more: Self.agency + "1"), by: ingest)
    let hold = line("n", "NPA", "", more: Self.agency + #"1, "status": "withheld""#)
    try desk.take(hold, by: ingest)
    try desk.take(copy("echo", Smokehouse.wrong) + Self.kill, by: ingest)
    let reader = try desk.bench.reader()
    #expect(try carriers(reader).map(\.state) == [.held])
    let kill = try reader.events(after: 0, limit: .max).last { $0.draft.kind == "story.killed" }
    #expect(try kill.map { try EventFields($0) }?.live == [2])
  }

  @Test("of a copy under an embargo it is told when that is over")
  func embargo() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("n", "NPA", Smokehouse.wrong, more: Self.agency + "1"), by: ingest)
    try desk.take(Self.kill, by: ingest)
    let until = Instant(milliseconds: desk.clock.now.milliseconds + Instant.hour)
    try desk.take(copy("echo", Smokehouse.wrong, more: #""embargoed": "\#(until)""#), by: ingest)
    #expect(try carriers(desk.bench.reader()).isEmpty)
    desk.clock.advance(by: 2 * Instant.hour)
    ingest.settle()
    #expect(try carriers(desk.bench.reader()).map(\.storyID) == ["late-echo"])
  }

  @Test("a daemon that starts anew knows that something is killed")
  func restart() throws {
    var desk = WireOrderTests.Desk()
    var ingest = try desk.start()
    try desk.take(
      line("n", "NPA", Smokehouse.wrong, more: Self.agency + "1") + Self.kill, by: ingest)
    ingest = try desk.start()
    try desk.take(copy("echo", Smokehouse.wrong), by: ingest)
    #expect(try carriers(desk.bench.reader()).map(\.storyID) == ["late-echo"])
  }
}
