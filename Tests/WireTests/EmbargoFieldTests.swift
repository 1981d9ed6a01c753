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

  private func nitf(issue: String, release: String, status: String = "usable") -> String {
    """
    <nitf><head><docdata management-status="\(status)"><doc-id id-string="e-1"/><date.issue norm="\(issue)"/>
    <date.release norm="\(release)"/></docdata></head><body><body.head><hedline><hl1>Bridge</hl1></hedline></body.head>
    <body.content><p>The bridge will close.</p></body.content></body></nitf>
    """
  }

  @Test(
    "NITF's release is read in every form that is legal, and with a zone by its name",
    arguments: [
      ("20260303000000-0500", "2026-03-03T05:00:00Z"), ("20260303-0500", "2026-03-03T05:00:00Z"),
      ("20260303T000100 GMT", "2026-03-03T00:01:00Z"), ("202603030001Z", "2026-03-03T00:01:00Z"),
      ("2026-03-03T00:01 EST", "2026-03-03T05:01:00Z"),
      ("20260303T000100-0500", "2026-03-03T05:01:00Z"),
    ])
  func releases(release: String, end: String) throws {
    for status in ["usable", "embargoed"] {
      let file = nitf(issue: "20260302T100000-0500", release: release, status: status)
      #expect(try only(file).1.embargo == Instant(end))
    }
  }

  @Test("NITF's release that can't be read is an embargo that never ends, and an empty one is none")
  func unreadableRelease() throws {
    let issue = "20260302T100000-0500"
    for release in ["Monday 6 a.m.", "20261399", "2026030300"] {
      #expect(try only(nitf(issue: issue, release: release)).1.embargo == never)
    }
    #expect(try only(nitf(issue: issue, release: " ")).1.embargo == nil)
    #expect(try only(nitf(issue: issue, release: "20260302T100000")).1.embargo == nil)
    #expect(
      try only(nitf(issue: "20260302T100000", release: "20260302T100000-0500")).1.embargo == nil)
  }

  @Test("an end that tells no offset from UTC has that of the story's other dates, else UTC")
  func offsets() throws {
    let local = Instant("2026-03-03T05:01:00Z")
    #expect(
      try only(nitf(issue: "20260302T100000-0500", release: "20260303T000100")).1.embargo == local)
    let ninjs = Fixtures.ninjs1.replacing("2026-03-03T00:00:00Z", with: "2026-03-03T00:01")
    #expect(try only(ninjs).1.embargo == Instant("2026-03-03T00:01:00Z"))
    #expect(
      try only(ninjs.replacing("08:15:00+0000", with: "08:15:00-05:00")).1.embargo == local)
    let newsML = G2Fixtures.story.replacing("2026-03-03T00:00:00Z", with: "2026-03-03T00:01:00")
    let created = try #require(newsML.firstRange(of: "<versionCreated>")?.upperBound)
    let end = try #require(newsML[created...].firstIndex(of: "<"))
    let moved = newsML[..<created] + "2026-03-02T08:15:00-05:00" + newsML[end...]
    #expect(try only(String(moved)).1.embargo == local)
  }

  @Test("ninjs that says there is no embargo has none", arguments: ["false", #""none""#, "0"])
  func noEmbargo(value: String) throws {
    let none = dated.replacing(#""2026-03-03T00:00:00Z""#, with: value)
    #expect(try only(Fixtures.ninjs1.replacing(dated, with: none)).1.embargo == nil)
    let until = none + #", "embargoedUntil": "2026-03-03T00:00:00Z""#
    #expect(
      try only(Fixtures.ninjs1.replacing(dated, with: until)).1.embargo
        == Instant("2026-03-03T00:00:00Z"))
  }
}
