import Stories
import TestSupport
import Testing
import Wire

@Suite("Hostile files") struct HostileTests {
  static let whole: [(name: String, text: String)] = [
    ("NewsML-G2", G2Fixtures.story), ("newsMessage", G2Fixtures.message), ("NITF", Fixtures.nitf),
    ("NewsML 1", Fixtures.newsML1), ("RSS", Fixtures.rss), ("Atom", Fixtures.atom),
    ("HTML", Fixtures.html), ("IPTC 7901", Fixtures.iptc7901), ("ANPA 1312", Fixtures.anpa),
    ("ninjs 1", Fixtures.ninjs1), ("ninjs 3", Fixtures.ninjs3),
  ]

  @Test(
    "a file cut at any byte gives no story that the whole has not",
    arguments: whole.map(\.name))
  func truncated(_ name: String) throws {
    let text = try #require(Self.whole.first { $0.name == name }?.text)
    let bytes = Array(text.utf8)
    let texts = Set(outcomes(bytes).stories.map(\.story.text))
    for length in 0..<bytes.count {
      let (stories, refusals) = outcomes(Array(bytes[..<length]))
      #expect(stories.count + refusals.count > 0)
      // HTML knows no end; everything else does, and half of it is nothing.
      if name == "HTML" { continue }
      for story in stories {
        #expect(texts.contains(story.story.text), "cut at \(length): \(story.story.text)")
      }
    }
  }

  @Test(
    "a document type is refused before anything is read, in every charset and however it is hidden")
  func doctype() {
    let bomb = """
      <?xml version="1.0"?><!-- a > b --><?php ?> <!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">\
      <!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&b;&x;</p></body.content></body></nitf>
      """
    let wide = Array(bomb.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let files: [[UInt8]] = [
      Array(bomb.utf8), [0xEF, 0xBB, 0xBF] + Array(bomb.utf8), [0xFF, 0xFE] + wide, wide,
      [0xFE, 0xFF] + bomb.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      Array(bomb.replacing("1.0\"", with: "1.0\" encoding=\"iso-8859-1\"").utf8),
    ]
    for file in files {
      let (stories, refusals) = outcomes(file)
      #expect(stories.isEmpty && refusals.count == 1)
      #expect(refusals.first?.problem.contains("DOCTYPE") == true, "\(refusals)")
    }
    let seven = Array(bomb.replacing("1.0\"", with: "1.0\" encoding=\"UTF-7\"").utf8) + [0xFF]
    #expect(outcomes(seven).stories.isEmpty)
  }

  @Test("entities that nobody declared are refused, not dropped")
  func entities() {
    let text = G2Fixtures.bare("a", text: "one &nbsp; two &x; three")
    let (stories, refusals) = outcomes(text)
    #expect(stories.isEmpty && refusals.count == 1 && refusals.first?.line == 1)
  }

  @Test("a message that breaks off after its first story leaves none of it behind")
  func breaksOff() {
    let (stories, refusals) = outcomes(String(G2Fixtures.message.dropLast(40)))
    #expect(stories.isEmpty && refusals.count == 1)
    #expect(refusals.first?.line != nil && refusals.first?.column != nil)
  }

  @Test("nesting beyond the limit is refused in every tree", arguments: [200, 5000, 1_000_000])
  func nesting(_ depth: Int) {
    let open = String(repeating: "<a>", count: depth)
    let close = String(repeating: "</a>", count: depth)
    let xml = outcomes("<nitf><body><body.content>\(open)x\(close)</body.content></body></nitf>")
    #expect(xml.stories.isEmpty && xml.refusals.first?.problem.contains("xml_depth") == true)
    let json = outcomes(
      "{\n\"uri\": \"a\", \"headline\": \(String(repeating: "[", count: depth))\n}")
    #expect(json.stories.isEmpty && json.refusals.first?.problem.contains("json_depth") == true)
    let page = outcomes("<html><body>" + String(repeating: "<div>", count: depth) + "text")
    #expect(page.stories.count + page.refusals.count == 1)
  }

  @Test(
    "bytes of another charset are read where it is declared, and refused with their place where not"
  )
  func charsets() throws {
    func nitf(_ encoding: String, _ bytes: [UInt8]) -> [UInt8] {
      Array("<?xml version=\"1.0\"\(encoding)?>\n<nitf><body><body.content><p>caf".utf8) + bytes
        + Array("</p></body.content></body></nitf>".utf8)
    }
    let latin = outcomes(nitf(" encoding=\"iso-8859-1\"", [0xE9]))
    #expect(latin.stories.first?.story.text == "café")
    #expect(latin.stories.first?.story.facts?.charset == "ISO-8859-1")
    let wrong = outcomes(nitf(" encoding=\"iso-8859-1\"", [0xC3, 0xA9]))
    #expect(wrong.stories.first?.story.text == "café")
    #expect(wrong.stories.first?.story.facts?.charset == "UTF-8, though declared ISO-8859-1")
    let undeclared = outcomes(nitf("", [0xE9]))
    #expect(undeclared.stories.isEmpty && undeclared.refusals.first?.line == 2)
    let undefined = outcomes(nitf(" encoding=\"windows-1252\"", [0x81]))
    #expect(undefined.stories.isEmpty && undefined.refusals.first?.byte != nil)
    let unknown = outcomes(nitf(" encoding=\"x-secret\"", [0xE9]))
    #expect(unknown.refusals.first?.problem.contains("X-SECRET") == true)
    let old = outcomes(Fixtures.iptc7901.utf8.map { $0 == UInt8(ascii: "Q") ? 0xFC : $0 })
    #expect(old.stories.first?.story.facts?.byline == "By Ada üuill")
    #expect(old.stories.first?.story.facts?.charset == "WINDOWS-1252, since not UTF-8")
  }

  @Test("line ends of any kind and mixed give the same story")
  func lineEnds() throws {
    let mixed = Fixtures.iptc7901.replacing("\r\n", with: "\n")
    #expect(
      outcomes(mixed).stories.map(\.story.text)
        == outcomes(Fixtures.iptc7901).stories.map(\.story.text))
    let windows = G2Fixtures.story.replacing("\n", with: "\r\n")
    #expect(
      outcomes(windows).stories.map(\.story.text)
        == outcomes(G2Fixtures.story).stories.map(\.story.text))
  }

  @Test("a line of ten megabytes is read, or refused by the limit that it breaks")
  func longLine() {
    let words = String(repeating: "word ", count: 2_000_000)
    var limits = Limits()
    for text in [
      G2Fixtures.bare("a", text: words), "<p>\(words)", "{\"id\": 1, \"text\": \"\(words)\"}",
      words,
    ] {
      let (stories, refusals) = outcomes(text, limits: limits)
      #expect(stories.isEmpty && refusals.first?.problem.contains("limits.text_bytes") == true)
    }
    limits.textBytes = 16 << 20
    // libxml2 ends a single text at ten million bytes; what is longer is refused, not cut.
    let shorter = String(words.prefix(9_000_000))
    #expect(outcomes(G2Fixtures.bare("a", text: shorter), limits: limits).stories.count == 1)
    #expect(outcomes("<p>\(words)", limits: limits).stories.count == 1)
    limits.lineBytes = 1 << 20
    let long = outcomes(G2Fixtures.bare("a", text: shorter), limits: limits)
    #expect(long.refusals.first?.problem.contains("limits.line_bytes") == true)
  }

  @Test("JSON that parsers read differently is refused with its place")
  func strictJSON() {
    let cases = [
      #"{"uri": "a", "headline": "h", "body_text": "x", "uri": "b"}"#,
      #"{"uri": "a", "headline": "h", "body_text": "x", "version": \#(String(repeating: "9", count: 400))}"#,
      #"{"uri": "a", "headline": "h", "body_text": "x",}"#,
      #"{"uri": "a", "headline": "h", "body_text": "x"} trailing"#,
      #"{"uri": "a", "headline": "h", "body_text": "\ud800"}"#,
    ]
    for text in cases {
      let (stories, refusals) = outcomes("{\n" + text.dropFirst())
      #expect(stories.isEmpty && refusals.count == 1, "\(text): \(stories) \(refusals)")
      #expect(refusals.first?.line != nil)
    }
    let twice = outcomes("{\n" + cases[0].dropFirst()).refusals.first
    #expect(twice?.column != nil && twice?.problem.contains("\"uri\" stands twice") == true)
    let huge =
      #"{"uri": "a", "headline": "h", "body_text": "x", "version": 1e400, "urgency": 1e99}"#
    #expect(
      outcomes("{\n" + huge.dropFirst()).stories.allSatisfy { $0.story.facts?.version == nil })
  }

  @Test("NUL is refused in every format, with the byte where it is the file's own")
  func zeros() {
    for (name, text) in Self.whole where !name.hasPrefix("ninjs") {
      var bytes = Array(text.utf8)
      bytes[bytes.count / 2] = 0
      let (stories, refusals) = outcomes(bytes)
      #expect(stories.isEmpty && refusals.contains { $0.byte != nil }, "\(name): \(refusals)")
    }
    // Found by fuzzing: the byte was counted in the text as converted, which is longer than the file.
    let wide: [UInt8] = [0xFE, 0xFF] + [UInt8](repeating: 0xFF, count: 40) + [0, 0]
    for refusal in outcomes(wide).refusals { #expect(refusal.byte.map { $0 < wide.count } ?? true) }
    // Found by fuzzing: a name that breaks off, the second time it stands there.
    let cut = Array(#"{"uri": "a", "headline": "h", "uri"#.utf8)
    for refusal in outcomes(cut).refusals { #expect(refusal.byte.map { $0 <= cut.count } ?? true) }
    #expect(outcomes(#"{"text": "a\u0000b"}"#).refusals.map(\.line) == [1])
  }

  @Test("HTML soup gives its words")
  func soup() {
    let soups = [
      "<p>one<b>two<i>three</b>four</i><p", "<table><p>cell<tr>row<td>x</table>tail",
      "<!DOCTYPE html><html><html><body><p>a<body>b</html>c",
      "<div><![CDATA[x]]><p>y<?php z ?></div>",
      "<p>&#0;&#xD800;&#99999999;&bogus;word", "<p title=\"unclosed>text</p> more",
    ]
    for soup in soups {
      let (stories, refusals) = outcomes(soup)
      #expect(stories.count + refusals.count == 1, "\(soup)")
      for story in stories { #expect(!story.story.text.contains("<p>")) }
    }
  }

  @Test("what is no story is named")
  func others() {
    let cases: [(String, String)] = [
      ("Received: by x\nFrom: a@b\nTo: c@d\nSubject: hi\nDate: now\n\nHello", "a mail"),
      ("alpha\nbeta\ngamma\ndelta\n", "a list of words"), ("%PDF-1.7\n", "a PDF"),
      ("{\n\"$schema\": \"s\", \"type\": \"object\"}", "a JSON schema"),
      ("<conceptItem/>", "a concept"), ("[]", "an empty list"),
      ("<rss><channel><title>x</title></channel></rss>", "a feed without items"),
      ("{\n\"uri\": \"u\", \"type\": \"event\", \"headline\": \"x\"}", "an event"),
    ]
    for (text, what) in cases {
      let (stories, refusals) = outcomes(text)
      #expect(stories.isEmpty && refusals.count == 1)
      #expect(refusals.first?.problem.contains(what) == true, "\(what): \(refusals)")
      #expect(refusals.first?.kind == .notAStory)
    }
  }
}
