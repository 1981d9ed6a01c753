import Stories
import Testing

@testable import Wire

@Suite("Embargoes without an end, format by format") struct EmbargoFieldTests {
  private let never = Instant("9999-12-31T23:59:59Z")
  private let dated = #""pubstatus": "usable", "embargoed": "2026-03-03T00:00:00Z""#

  @Test("the status alone is an embargo for good")
  func status() throws {
    let newsML = G2Fixtures.bare("a", status: "embargoed", text: "The story.")
    #expect(try only(newsML).1.embargo == never)
    let ninjs = Fixtures.ninjs1.replacing(dated, with: #""pubstatus": "embargoed""#)
    #expect(try only(ninjs).1.embargo == never)
  }

  @Test("an end that can't be read never comes")
  func unreadable() throws {
    let ninjs = Fixtures.ninjs1.replacing(
      dated, with: #""pubstatus": "usable", "embargoed": "Monday noon""#)
    #expect(try only(ninjs).1.embargo == never)
    let newsML = G2Fixtures.story.replacing(
      "<embargoed>2026-03-03T00:00:00Z</embargoed>", with: "<embargoed>Monday noon</embargoed>")
    #expect(try only(newsML).1.embargo == never)
  }
}
