import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("The lead of a group in which something is wrong") struct LeadAfterOrdersTests {
  /// Publishes the story at eight, an outlet's copy of it, and an order or a correction.
  private func lead(
    _ rule: LeadRule, copyAt time: String = "07:30", after order: String = "",
    agency: String = "NPA"
  ) throws -> StoredStory? {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    let more = #""agency": "\#(agency)", "version": 1"#
    try desk.take(line("n", "NPA", Smokehouse.wrong, more: more), by: ingest)
    try desk.take(
      line("copy", "harrow", Smokehouse.wrong, at: "2026-03-02T\(time):00Z"), by: ingest)
    if !order.isEmpty { try desk.drop(order) }
    ingest.settle()
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "copy").first?.group)
    return try GroupLead(reader).lead(of: group, by: rule)
  }

  private let correction = line(
    "n", "NPA", Smokehouse.mended, title: "CORRECTED: Smokehouse", at: "2026-03-02T10:00:00Z",
    more: #""agency": "NPA", "version": 2"#)

  @Test("a copy that has the words that were mended does not lead", arguments: LeadRule.allCases)
  func correction(rule: LeadRule) throws {
    #expect(try lead(rule, after: correction)?.story.text.contains("64 people") == true)
  }

  @Test("a copy of what was killed leads only where nothing else is left, and not what was killed")
  func kill() throws {
    let kill = line(
      "n", "NPA", "", at: "2026-03-02T09:00:00Z", more: #""status": "canceled", "version": 2"#)
    #expect(try lead(.first, copyAt: "08:30", after: kill)?.story.id == "copy")
  }

  @Test("an agency that writes its name in capitals elsewhere runs its own copy all the same")
  func capitals() throws {
    #expect(try lead(.agency, agency: "Npa")?.story.id == "n")
  }
}
