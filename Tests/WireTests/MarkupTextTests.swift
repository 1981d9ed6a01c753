import Stories
import Testing
import Wire

@Suite("What of markup is the story") struct MarkupTextTests {
  /// A story in NITF.
  private static func nitf(head: String = "", bodyHead: String = "", _ content: String) -> String {
    """
    <nitf><head><docdata><doc-id id-string="n7"/></docdata>\(head)</head><body><body.head>
    <hedline><hl1>Ferry <em>sails</em></hl1></hedline>\(bodyHead)</body.head>
    <body.content>\(content)</body.content></body></nitf>
    """
  }

  @Test("a note to editors inside NITF's text is a note")
  func notes() throws {
    let note = "<body.content><p>Hold the quote.</p></body.content>"
    for attributes in [#" noteclass="editorsnote""#, #" type="npa""#, ""] {
      let (story, facts) = try only(
        Self.nitf("<p>It sails.</p><note\(attributes)>\(note)</note><p>Soon.</p>"))
      #expect(story.text == "It sails.\n\nSoon." && facts.editorsNote == "Hold the quote.")
    }
    let (story, facts) = try only(Self.nitf(#"<note type="pa">\#(note)</note><p>Soon.</p>"#))
    #expect(story.text == "Hold the quote.\n\nSoon." && facts.editorsNote == nil)
  }

  @Test("the notes of the head and those of the text are kept both")
  func bothNotes() throws {
    let (_, facts) = try only(
      Self.nitf(bodyHead: "<note><p>Adds quote.</p></note>", "<p>It sails.</p><note>Hold.</note>"))
    #expect(facts.editorsNote == "Adds quote.\n\nHold.")
  }

  @Test("byline, dateline, tagline and source in a block of NITF are no text")
  func block() throws {
    let (story, facts) = try only(
      Self.nitf(
        """
        <block><byline>By Ada Quill</byline><dateline><location>Calder</location></dateline><p>It sails.</p>
        <tagline>More by others.</tagline><datasource>Source: the port</datasource></block>
        """))
    #expect(story.text == "It sails.")
    #expect(facts.byline == "By Ada Quill" && facts.dateline == "Calder")
    let box = "<block><byline>Box</byline><p>A.</p></block>"
    let (_, given) = try only(Self.nitf(bodyHead: "<byline>Bo Reed</byline>", box))
    #expect(given.byline == "Bo Reed")
  }

  @Test("numbers of windows-1252 in HTML are the characters that are meant")
  func windows() throws {
    let numbers = (128...159).map { "&#\($0);" }.joined()
    let meant =
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    #expect(try only("<html><p>a\(numbers)z</p></html>").0.text == "a\(meant)z")
    let forms = "It&#146;s &#x92;&#X92;&#0146; it\u{92}s&#146 &#1460; &#14; &#; &# &amp;#146;"
    let read = "It’s ’’’ it’s’ \u{5B4}"
    #expect(try only("<html><p>\(forms)</p></html>").0.text.hasPrefix(read))
    #expect(try only("<html><p>x</p><h1 title='&#146;'>&#147;A&#148;</h1></html>").0.title == "“A”")
    #expect(outcomes(Array("<p>It&#146;".utf8) + [0xC2]).refusals.count == 1)
    for description in ["It&#146;s", "It&amp;#146;s", "&lt;p&gt;It&amp;#146;s&lt;/p&gt;"] {
      let feed =
        "<rss><channel><item><description>\(description)</description></item></channel></rss>"
      #expect(try only(feed).0.text == "It’s", "\(description)")
    }
  }

  @Test("fields in elements without white space between them are words apart")
  func fields() throws {
    let (story, facts) = try only(
      Self.nitf(
        bodyHead: """
          <byline>By <person>Ada Quill</person><byttl>Port Writer</byttl></byline>\
          <byline>Bo <em>R</em>eed</byline><dateline><location><city>CALDER</city><country>NA</country></location>\
          <story.date>March 2</story.date></dateline>
          """, "<p>It sails.</p>"))
    #expect(facts.byline == "By Ada Quill Port Writer, Bo Reed")
    #expect(facts.dateline == "CALDER NA March 2" && story.title == "Ferry sails")
  }

  @Test("the publication's date is the story's where NITF gives no other")
  func publication() throws {
    let data = #"<pubdata date.publication="20070101T000000"/>"#
    #expect(
      try only(Self.nitf(head: data, "<p>It sails.</p>")).0.published
        == Instant("2007-01-01T00:00:00Z"))
    let both = Self.nitf(head: data, "<p>It sails.</p>").replacing(
      "</docdata>", with: #"<date.issue norm="20260302T081500Z"/></docdata>"#)
    #expect(try only(both).0.published == Instant("2026-03-02T08:15:00Z"))
  }

  @Test("all authors of NewsML-G2 are named")
  func authors() throws {
    let item = G2Fixtures.story.replacing("</by>", with: "</by><by>Bo Reed</by>")
    #expect(try only(item).1.byline == "By Ada Quill, Bo Reed")
  }

  @Test("a header inside an article is none of the text, and one inside a section is")
  func header() throws {
    func item(_ content: String) -> String {
      G2Fixtures.item("", "<inlineXML><html><body>\(content)</body></html></inlineXML>")
    }
    let section = "<section><header><h2>Between</h2></header><p>Soon.</p></section>"
    let header = #"<header><h1>Ferry sails</h1><p class="byline">By Ada Quill</p></header>"#
    for content in [
      "<article>\(header)<p>It sails.</p>\(section)</article>",
      "<main><article>\(header)<p>It sails.</p>\(section)</article></main>",
      "\(header)<p>It sails.</p>\(section)",
    ] {
      let (story, _) = try only(item(content))
      #expect(story.text == "It sails.\n\nBetween\n\nSoon." && story.title == "Ferry sails")
    }
    let (bare, _) = try only(item("<article><header><p>It sails.</p></header></article>"))
    #expect(bare.text == "It sails.")
  }

  @Test("a summary is a paragraph")
  func summary() throws {
    let details = "<details><summary>Who?</summary>He is a pilot.</details>"
    let page = "<html><body><p>It sails.</p>\(details)</body></html>"
    #expect(try only(page).0.text == "It sails.\n\nWho?\n\nHe is a pilot.")
  }

  /// An item of NewsML-G2 with headlines and contents in German and English.
  private static func languages(_ language: String, _ tag: String = "") -> String {
    let meta = """
      <contentMeta>\(tag)<headline xml:lang="de">Fähre fährt</headline>
      <headline xml:lang="en">Ferry sails</headline></contentMeta>
      """
    let content = """
      <inlineXML xml:lang="de"><p>Sie fährt wieder.</p></inlineXML>
      <inlineXML xml:lang="en"><p>It sails again.</p></inlineXML>
      """
    return G2Fixtures.item(meta, content).replacing(
      #"xml:lang="en">\#n"#, with: #"xml:lang="\#(language)">\#n"#)
  }

  @Test("of several languages that of the item is read")
  func ofTheItem() throws {
    for item in [Self.languages("en-GB"), Self.languages("de", #"<language tag="en-GB"/>"#)] {
      let (story, _) = try only(item)
      #expect(story.title == "Ferry sails" && story.text == "It sails again.")
      #expect(story.language == "en-GB")
    }
    let (german, _) = try only(Self.languages("de"))
    #expect(german.title == "Fähre fährt" && german.text == "Sie fährt wieder.")
    #expect(german.language == "de")
  }

  @Test("a text in another language than the item's says which")
  func otherLanguage() throws {
    let (story, _) = try only(Self.languages("fr"))
    #expect(story.text == "Sie fährt wieder." && story.language == "de")
  }
}
