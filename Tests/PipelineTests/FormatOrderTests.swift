import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Orders, corrections and ties that fields of formats give") struct FormatOrderTests {
  /// A document of NITF with an issue on the 2nd.
  private func nitf(
    _ id: String, _ text: String = Copy.one, head: String = #"management-status="usable""#,
    title: String = "Bridge to close for weeks", inside: String = "", party: String = "NPA"
  ) -> String {
    """
    <nitf><head><docdata \(head)>\(inside)<doc-id regsrc="\(party)" id-string="\(id)"/>\
    <date.issue norm="20260302T080000Z"/><doc.copyright holder="\(party)"/></docdata></head><body><body.head>\
    <hedline><hl1>\(title)</hl1></hedline></body.head><body.content><p>\(text)</p></body.content></body></nitf>
    """
  }

  private static let canceled = #"management-status="canceled""#

  private func states(_ files: [String]) throws -> [String: StoryState.Kind] {
    try WireOrderTests.Desk.states(after: files)
  }

  @Test(
    "a document of NITF that withdraws another by its id kills it, whether or not it may be used itself"
  )
  func reference() throws {
    let reference = #" management-doc-idref="npa-20260302-1""#
    for head in [
      Self.canceled + reference,
      #"management-status="usable""# + reference + #" management-idref-status="canceled""#,
    ] {
      let order = nitf("npa-20260302-2", "The story is wrong.", head: head)
      #expect(try states([nitf("npa-20260302-1"), order]) == ["npa-20260302-1 v1": .killed])
      // Another's story of this id is not meant.
      #expect(try states([nitf("npa-20260302-1", party: "TNA"), order]).isEmpty)
    }
  }

  @Test("a document of NITF that is canceled under an id of its own kills the story of its key")
  func key() throws {
    let key = #"<du-key key="Bridge-Closure" version="N"/>"#
    let first = nitf("npa-1", inside: key.replacing("N", with: "1"))
    func order(_ title: String, party: String = "NPA", version: Int = 2) -> String {
      nitf(
        "npa-2", "Kill.", head: Self.canceled, title: title,
        inside: key.replacing("N", with: "\(version)"), party: party)
    }
    #expect(try states([first, order("Bridge to close")]) == ["npa-1 v1": .killed])
    #expect(try states([first, order("Bridge to close", party: "TNA")]).isEmpty)
    #expect(try states([first, order("Trawler runs aground")]).isEmpty)
    #expect(try states([first, order("Bridge to close", version: 0)]).isEmpty)
  }

  @Test("a version in an id of NITF is one of the story, and a kill reaches those below it")
  func versions() throws {
    let files = [
      nitf("44987264:1"), nitf("44987264:2", Copy.mended),
      nitf("44987264:2", "x", head: Self.canceled), nitf("44987264:3", Copy.sentences("nine")),
    ]
    #expect(try states(files) == ["44987264:1 v1": .killed, "44987264:2 v2": .killed])
  }

  @Test("a correction of NITF corrects the story that it names, of its own party")
  func correction() throws {
    let element = #"<correction info="Fixes weeks" id-string="npa-1" regsrc="NPA"/>"#
    let mended = nitf("npa-5", Copy.mended, inside: element)
    #expect(try states([nitf("npa-1"), mended]) == ["npa-1 v1": .corrected])
    #expect(try states([nitf("npa-1", party: "TNA"), mended]).isEmpty)
    // A kill of what was corrected leaves the correction in use.
    let kill = nitf("npa-1", "x", head: Self.canceled)
    #expect(try states([nitf("npa-1"), mended, kill]) == ["npa-1 v1": .killed])
  }

  private func newsML(
    _ revision: Int, status: String, update: String = "N", text: String? = nil, more: String = ""
  ) -> String {
    let component =
      text.map {
        "<NewsComponent><NewsLines><HeadLine>Bridge</HeadLine></NewsLines><ContentItem><DataContent><p>\($0)</p>"
          + "</DataContent></ContentItem></NewsComponent>"
      } ?? ""
    return """
      <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20260302</DateId>\
      <NewsItemId>TX1</NewsItemId><RevisionId PreviousRevision="0" Update="\(update)">\(revision)</RevisionId>\
      </NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20260302T080000Z</ThisRevisionCreated>\
      <Status FormalName="\(status)"/>\(more)</NewsManagement>\(component)</NewsItem></NewsML>
      """
  }

  @Test("a revision of NewsML 1 that changes the status alone ends the hold")
  func release() throws {
    let held = [
      newsML(1, status: "Usable", text: Copy.one), newsML(2, status: "Withheld", update: "A"),
    ]
    #expect(try states(held).values.map(\.self) == [.held])
    #expect(try states(held + [newsML(3, status: "Usable", update: "A")]).isEmpty)
    // A killed one stays killed, and what is older frees nothing.
    let killed =
      held + [
        newsML(3, status: "Canceled", update: "A"), newsML(4, status: "Usable", update: "A"),
      ]
    #expect(try states(killed).values.map(\.self) == [.killed])
  }

  @Test("a revision of NewsML 1 that says a story may be used now ends its embargo")
  func lift() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    let until = "<StatusWillChange><DateAndTime>20260303T180000Z</DateAndTime></StatusWillChange>"
    try desk.take(newsML(1, status: "Embargoed", text: Copy.one, more: until), by: ingest)
    #expect(try desk.kinds().isEmpty)
    try desk.take(newsML(2, status: "Usable", update: "A"), by: ingest)
    #expect(try desk.kinds() == ["story.accepted", "group.opened", "story.released"])
    try desk.start().settle()
    #expect(try desk.kinds().count == 3)
  }

  private func message(_ number: String, _ text: String, at time: String) -> String {
    "\u{1}\(number) 4 i 211  npa 003\r\n\nHarrow/\r\n\u{2}Headline =\r\n\(text)\r\n\u{3}\(time) GMT Mar 26\r\n\u{4}"
  }

  @Test(
    "messages of IPTC 7901 under one number are one within hours, and under other numbers never")
  func numbers() throws {
    let trawler = "A trawler ran aground off the northern cape at dawn and its crew came ashore."
    for (number, time, isOne) in [
      ("npa0003", "020130", true), ("npa0003", "022340", false), ("npa 0004", "020130", false),
    ] {
      var desk = WireOrderTests.Desk()
      let ingest = try desk.start()
      let first = number.replacing("0004", with: "0003")
      try desk.drop(message(first, Copy.one, at: "020030"))
      try desk.take(message(number, trawler, at: time), by: ingest)
      #expect(try desk.bench.groups().count == (isOne ? 1 : 2), "\(number) \(time)")
    }
  }

  @Test(
    "a long id ties stories of two parties only where it is made to be nobody else's",
    arguments: [
      ("weather-forecast-monday", false), ("20260302-harrow-town-council", false),
      ("4a82e12e-6b39-47eb-8e59-2c616a7e32a4", true), ("urn:newsml:npa.example:2026:1", true),
      ("4a82e12e6b3947eb8e592c616a7e32a4", true), ("npa.example:2026:bridge", true),
      ("e.g. 20260302 bridge, weather", false),
    ])
  func identities(id: String, isOne: Bool) throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    let trawler = "A trawler ran aground off the northern cape at dawn and its crew came ashore."
    try desk.drop(line(id, "NPA", Copy.one, more: #""agency": "NPA""#))
    try desk.take(line(id, "TNA", trawler, more: #""agency": "TNA""#), by: ingest)
    let groups = try desk.bench.reader().stories(id: id).map(\.group)
    #expect(groups.count == 2 && Set(groups).count == (isOne ? 1 : 2))
  }

  private func correction(
    _ head: String, slug: String = "Harrow/Bridge/", text: String = Copy.mended,
    at time: String = "020900"
  ) -> String {
    "\u{1}npa0088 4 i 211  npa 088\r\n\n\(slug)\r\n\u{2}\(head) =\r\n\(text)\r\n\u{3}\(time) GMT Mar 26\r\n\u{4}"
  }

  @Test(
    "a correction of IPTC 7901 without a take's mark corrects the same copy under its slug, of the same day",
    arguments: [
      "CORRECTION: Bridge to close", "CORRECTION\r\n(Corrects number of weeks)\r\nBridge to close",
      "(Berichtigung: Zahl der Wochen)\r\nBridge to close",
    ])
  func slugged(head: String) throws {
    let first = correction("Bridge to close", text: Copy.one, at: "020800")
      .replacing("npa0088", with: "npa0062")
    #expect(try states([first, correction(head)]).values.map(\.self) == [.corrected])
    #expect(try states([first, correction(head, slug: "Harrow/Ferry/")]).isEmpty)
    #expect(try states([first, correction(head, at: "040900")]).isEmpty)
    let trawler = "A trawler ran aground off the northern cape at dawn and its crew came ashore."
    #expect(try states([first, correction(head, text: trawler)]).isEmpty)
  }

  @Test("a kill that quotes a headline reaches earlier takes of an old wire, and no later one")
  func earlierTakes() throws {
    func take(_ number: Int, _ head: String, _ weeks: String) -> String {
      correction(head, text: Copy.sentences(weeks), at: "020\(number)00")
        .replacing("npa0088", with: "npa000\(number)")
    }
    let kill = take(6, "KILL: Bridge to close", "no").replacing(
      Copy.sentences("no"), with: "Editors: Please kill the story headlined \"Bridge to close\".")
    let takes = [
      take(1, "Bridge unsafe", "ten"), take(2, "1ST LEAD\r\nBridge to close", "eleven"),
      take(3, "2ND LEAD\r\nBridge stays open", "no"),
    ]
    #expect(try states(takes + [kill]).keys.sorted() == ["1 v1", "2 v2"])
  }

  @Test(
    "a slug or a note that says that something is right, or what prisons and markets do, corrects nothing",
    arguments: [
      (#""slug": "BC-NA--Prison Corrections""#, false),
      (#""slug": "MARKETS-STOCKS-CORRECTION""#, false),
      (#""note": "ADDS quotes. Spelling of Smyth is correct.""#, false),
      (#""note": "UPDATES with corrections officers' quotes.""#, false),
      (#""note": "ADDS quote by Department of Corrections.""#, false),
      (#""slug": "BC-NA--Bridge, CORRECTION""#, true), (#""slug": "BRIDGE-CORRECTED""#, true),
      (#""slug": "MARKETS-STOCKS (CORRECTED)""#, true),
      (#""note": "RESENDS to correct spelling.""#, true),
      (#""note": "Eds: Correct name in first paragraph.""#, true),
      (#""note": "CORRECTS number of weeks.""#, true),
    ])
  func words(field: String, corrects: Bool) throws {
    let files = [
      line("npa-1", "NPA", Copy.one, more: #""version": 1"#),
      line("npa-1", "NPA", Copy.mended, more: #""version": 2, "# + field),
    ]
    #expect(try states(files) == (corrects ? ["npa-1 v1": .corrected] : [:]))
  }
}
