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
    try desk.drop(line("cut", "echo", Smokehouse.text(1, as: ""), at: "2026-03-02T08:30:00Z"))
    ingest.settle()
    try desk.drop(line("n", "NPA", "", more: agency + #"1, "status": "killed""#))
    ingest.settle()
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "n").first?.group)
    let before = try LiveList(reader).entries(of: group).map(\.story.story.id)
    try desk.drop(next)
    ingest.settle()
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
