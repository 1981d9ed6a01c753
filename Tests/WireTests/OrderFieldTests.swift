import Stories
import Testing

@testable import Wire

@Suite("Orders that fields give, format by format") struct OrderFieldTests {
  private static let address = "http://cv.iptc.org/newscodes/pubstatusg2/"

  @Test(
    "a status that an address tells is one",
    arguments: [("canceled", WireNotice.Kind.kill), ("withheld", .hold)])
  func address(word: String, order: WireNotice.Kind) throws {
    let newsML = G2Fixtures.bare("a", status: "S", text: "The story.")
      .replacing(#"qcode="stat:S""#, with: #"uri="\#(Self.address + word)""#)
    #expect(newsML.contains(Self.address))
    let ninjs = Fixtures.ninjs1.replacing(
      #""pubstatus": "usable""#, with: #""pubstatus": "\#(Self.address + word)""#)
    for item in [newsML, ninjs] { #expect(try only(item).1.notice == WireNotice(order)) }
  }

  private func nitf(_ attributes: String, id: String = "npa-2", inside: String = "") -> String {
    """
    <nitf><head><docdata \(attributes)>\(inside)<doc-id regsrc="NPA" id-string="\(id)"/>\
    <doc.copyright holder="NPA"/></docdata></head><body><body.head><hedline><hl1>Bridge</hl1></hedline></body.head>\
    <body.content><p>The bridge will close.</p></body.content></body></nitf>
    """
  }

  @Test(
    "NITF orders of another document what its reference says, and is a story besides where it may be used"
  )
  func reference() throws {
    let reference = #"management-doc-idref="npa-1""#
    for (status, kind) in [("canceled", WireNotice.Kind.kill), ("withheld", .hold)] {
      let order = WireNotice(kind, names: ["npa-1"])
      let own = outcomes(nitf(#"management-status="\#(status)" \#(reference)"#)).stories
      #expect(own.map(\.story.facts?.notice) == [order])
      let usable = #"management-status="usable" \#(reference) management-idref-status="\#(status)""#
      let both = outcomes(nitf(usable)).stories
      #expect(both.map(\.story.facts?.notice) == [order, nil])
      #expect(both.map(\.story.text) == ["", "The bridge will close."])
    }
    // What names itself is withdrawn as it is without.
    let itself = outcomes(nitf(#"management-status="canceled" \#(reference)"#, id: "npa-1")).stories
    #expect(itself.map(\.story.facts?.notice) == [WireNotice(.kill)])
    let plain = outcomes(nitf(#"management-status="usable" \#(reference)"#)).stories
    #expect(plain.map(\.story.facts?.notice) == [nil])
    #expect(plain.map(\.story.facts?.derivedFrom) == [["npa-1"]])
  }

  @Test(
    "ids of NITF that end with a version name the story by what stands before",
    arguments: [
      ("44987264:2", "44987264", 2), ("20160512:RTZ:8883:0", "20160512:RTZ:8883", 0),
      (
        "urn:newsml:npa.example:20260302:260302-99-012345:3",
        "urn:newsml:npa.example:20260302:260302-99-012345", 3
      ),
    ])
  func versions(id: String, story: String, version: Int64) throws {
    let facts = try only(nitf("", id: id)).1
    #expect(facts.otherKeys == [story] && facts.version == version)
  }

  @Test(
    "other ids of NITF that end with a number are whole",
    arguments: [
      "npa:5", "urn:npa:story:5", "12345:2026", "bridge:20260302:7", "urn:newsml:npa:x:y:5",
    ])
  func wholeIDs(id: String) throws {
    let facts = try only(nitf("", id: id)).1
    #expect(facts.otherKeys.isEmpty && facts.version == nil)
  }

  @Test("NITF's correction names what it corrects")
  func correction() throws {
    let element = #"<correction info="Corrects number of weeks" id-string="npa-1" regsrc="NPA"/>"#
    let facts = try only(nitf("", inside: element)).1
    #expect(facts.corrects == "npa-1" && facts.derivedFrom == ["npa-1"])
    #expect(facts.signals.contains(.correction))
    #expect(facts.editorsNote == "Corrects number of weeks")
  }

  private func newsML(_ update: String, status: String, more: String = "") -> String {
    """
    <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20260302</DateId>\
    <NewsItemId>TX1</NewsItemId><RevisionId PreviousRevision="1" Update="\(update)">2</RevisionId></NewsIdentifier>\
    </Identification><NewsManagement><Status FormalName="\(status)"/>\(more)</NewsManagement></NewsItem></NewsML>
    """
  }

  @Test("a revision of NewsML 1 that changes nothing but the status frees, holds or kills")
  func management() throws {
    for (status, kind) in [
      ("Usable", WireNotice.Kind.release), ("Withheld", .hold), ("Canceled", .kill),
    ] {
      let facts = try only(newsML("A", status: status)).1
      #expect(facts.notice == WireNotice(kind) && facts.version == 2)
    }
    #expect(outcomes(newsML("U", status: "Usable")).refusals.map(\.kind) == [.notAStory])
  }

  @Test("every instruction of NewsML 1 counts, and an origin is known without its revision")
  func instructions() throws {
    let more =
      #"<Instruction FormalName="Update"/><Instruction FormalName="Correction"/>"#
      + #"<DerivedFrom NewsItem="urn:newsml:npa.example:20260301:TX7:1N"/><DerivedFrom NewsItem="x:1"/>"#
    let facts = try only(newsML("A", status: "Canceled", more: more)).1
    #expect(facts.signals.contains(.correction))
    #expect(facts.derivedFrom == ["urn:newsml:npa.example:20260301:TX7", "x:1"])
  }

  @Test("NewsML-G2 names a relation by its address too")
  func relation() throws {
    let link =
      #"<link reluri="http://cv.iptc.org/newscodes/itemrelation/derivedFrom" residref="a-0"/>"#
    let item = G2Fixtures.bare("a", text: "The story.").replacing(
      "</itemMeta>", with: link + "</itemMeta>")
    #expect(try only(item).1.derivedFrom == ["a-0"])
  }

  @Test(
    "another id of ninjs is a key where it lasts and is this story's",
    arguments: [
      ("slugdate", "20260302", false), ("product", "basis-2026-news", false),
      ("version", "bridge-2026-2", false), ("k", "20260302", false), ("k", "bridge-closes", false),
      ("storyid", "bridge-2026", true),
    ])
  func otherIDs(role: String, value: String, isKey: Bool) throws {
    let item = Fixtures.ninjs1.replacing(
      #""role": "k", "value": "bridge-2026""#, with: #""role": "\#(role)", "value": "\#(value)""#)
    #expect(try only(item).1.otherKeys == (isKey ? [value] : []))
  }
}
