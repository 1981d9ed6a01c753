import Pipeline
import Store
import Stories
import TestSupport
import Testing

/// Outlets that give a version its number once and not the next time.
@Suite("Takes with and without a number") struct MixedVersionTests {
  private let agency = line("a", "NPA", Copy.one, title: "Bridge to close")
  private let corrected = line(
    "a", "NPA", Copy.mended, title: "CORRECTED: Bridge to close", at: "2026-03-02T09:00:00Z")

  private func paper(_ text: String, _ version: Int?, at: String) -> String {
    line(
      "p", "paper", text, title: "Bridge to close", at: "2026-03-02T\(at):00Z",
      more: version.map { #""version": \#($0)"# } ?? "")
  }

  /// The ids that still carry what is wrong when some takes of a paper have come after the agency's story and its
  /// correction.
  private func live(_ takes: [String]) throws -> [String] {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take([agency, takes[0], corrected] + takes.dropFirst(), by: ingest)
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "a").first?.group)
    return try LiveList(reader).entries(of: group).map(\.story.story.id)
  }

  @Test("a mended take without a number counts, though the one before it was called version 5")
  func unnumberedIsLater() throws {
    let wrong = paper(Copy.one, 5, at: "08:10")
    #expect(try live([wrong]) == ["p"])
    #expect(try live([wrong, paper(Copy.mended, nil, at: "09:10")]).isEmpty)
    #expect(try live([wrong, paper(Copy.mended, 6, at: "09:10")]).isEmpty)
  }

  @Test("of takes with numbers the higher one counts, whenever a lower one comes")
  func lowerIsNoLaterTake() throws {
    let takes = [
      paper(Copy.one, 5, at: "08:10"), paper(Copy.mended, 4, at: "09:10"),
    ]
    #expect(try live(takes) == ["p"])
    let more = [
      paper(Copy.one, nil, at: "08:10"), paper(Copy.mended, 2, at: "09:10"),
      paper(Copy.one, 1, at: "09:20"),
    ]
    #expect(try live(more).isEmpty)
  }

  @Test("a take without a number leads when it came after one that has a high one")
  func lead() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(
      [paper(Copy.one, 5, at: "08:10"), paper(Copy.one + " Yes.", nil, at: "08:20")], by: ingest)
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "p").first?.group)
    #expect(try GroupLead(reader).lead(of: group, by: .first)?.number == StoryNumber(2))
  }
}
