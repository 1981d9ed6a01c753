import Stories
import Testing

@testable import Wire

@Suite("Dates, ids and limits of wires") struct SmallPartsTests {
  @Test(
    "mail's dates have years of two digits and names of zones",
    arguments: [
      ("Mon, 02 Mar 26 08:15:00 GMT", "2026-03-02T08:15:00Z"),
      ("Mon, 02 Mar 98 08:15:00 GMT", "1998-03-02T08:15:00Z"),
      ("Thu, 02 Jul 2026 08:15:00 EDT", "2026-07-02T12:15:00Z"),
      ("Thu, 02 Jul 2026 08:15:00 EST", "2026-07-02T13:15:00Z"),
      ("Thu, 02 Jul 2026 08:15:00 PDT", "2026-07-02T15:15:00Z"),
      ("Thu, 02 Jul 2026 08:15:00 +0200", "2026-07-02T06:15:00Z"),
    ])
  func dates(_ mail: String, _ instant: String) {
    #expect(WireDate.instant(mail) == Instant(instant))
  }

  @Test("another id that holds in one environment alone is no key")
  func environment() throws {
    let text = G2Fixtures.story.replacing(
      #"<altId type="npa:sequenceNumber">12345678</altId>"#,
      with: #"<altId type="npa:edit" environment="x:y">local-20260302</altId>"#)
    #expect(try only(text).1.otherKeys == ["bridge-20260302"])
  }

  @Test("a text as long as the limit is taken, and one that is a byte longer is not")
  func limit() throws {
    var limits = Limits()
    let item = G2Fixtures.bare("a", text: "Ten bytes.")
    for (bytes, stories) in [(10, 1), (9, 0)] {
      limits.textBytes = bytes
      #expect(outcomes(item, limits: limits).stories.count == stories)
    }
  }

  @Test("a short id with numbers at its end names one story and has no shorter one in it")
  func shortID() throws {
    let nitf = Fixtures.nitf
    let start = try #require(nitf.firstRange(of: "id-string=\"")).upperBound
    let end = try #require(nitf[start...].firstIndex(of: "\""))
    let (story, facts) = try only(String(nitf[..<start] + "20260302-rail-13-1" + nitf[end...]))
    #expect(story.id == "20260302-rail-13-1" && !facts.otherKeys.contains("20260302-rail"))
  }

  @Test(
    "a number of IPTC 7901 names a message for some hours, and a mark above the headline is a signal"
  )
  func iptc7901() throws {
    func keys(_ time: String) throws -> Set<String> {
      try Set(only(Fixtures.iptc7901.replacing("021137", with: time)).1.otherKeys)
    }
    let first = try keys("021137")
    #expect(first == ["npa062/2026-03-02T09", "npa062/2026-03-02T12"])
    #expect(try !first.isDisjoint(with: keys("021437")) && first.isDisjoint(with: keys("021800")))
    #expect(try keys("020030").isDisjoint(with: keys("022340")))
    let mark = Fixtures.iptc7901.replacing("1ST LEAD", with: "CORRECTS NUMBER OF WEEKS")
    #expect(try only(mark).1.signals.contains(.correction))
    #expect(try !only(Fixtures.iptc7901).1.signals.contains(.correction))
  }

  @Test("a number of IPTC 7901 that stands apart from its source is part of it")
  func apart() throws {
    let apart = Fixtures.iptc7901.replacing("npa062 4", with: "npa 062 4")
    let (one, other) = (try only(apart).1, try only(Fixtures.iptc7901).1)
    #expect(one.otherKeys == other.otherKeys && one.urgency == 4)
    let none = Fixtures.iptc7901.replacing("npa062 4", with: "npa x 4")
    #expect(try only(none).1.otherKeys.isEmpty)
  }

  @Test("the source of IPTC 7901 is the provider where nothing else says who it is")
  func source() throws {
    func provider(_ header: String) throws -> String? {
      try only(Fixtures.iptc7901.replacing("npa062 4 i 211 ccccb   npa 061", with: header)).1
        .provider
    }
    #expect(try provider("NPA099 1 I 0050 GBR /NPA-AB99") == "NPA")
    #expect(try provider("NPA 099 1 I 0050 GBR /NPA-AB99") == "NPA")
    #expect(try provider("eca099 1 I 0050 ccccb  npa 061") == "npa")
    #expect(try provider("eca099 1 I 0050") == nil)
  }

  @Test("a host has no user")
  func host() {
    #expect(Parties.host("https://desk@www.npa.example/1") == "npa.example")
  }

  @Test("a long story that quotes an order is a story")
  func longStory() throws {
    let body = String(
      repeating: "The board met again on Monday and heard the engineers. ", count: 110)
    let text =
      "KILL: Bridge to close for eight weeks\n\n"
      + "Editors: please kill the story \"Bridge to close for eight weeks\".\n\n"
    #expect(outcomes(text, outlet: nil).stories.first?.story.facts?.notice != nil)
    #expect(outcomes(text + body, outlet: nil).stories.first?.story.facts?.notice == nil)
  }
}
