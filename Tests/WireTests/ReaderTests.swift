import Stories
import Testing
import Wire

/// Everything that the readers make of some bytes.
func outcomes(
  _ bytes: [UInt8], name: String = "file", outlet: String? = nil, limits: Limits = Limits()
) -> (stories: [DeliveredStory], refusals: [Refusal]) {
  var stories: [DeliveredStory] = []
  var refusals: [Refusal] = []
  bytes.withUnsafeBytes { buffer in
    let delivery = Delivery(name: name, outlet: outlet.map { Outlet($0) }, limits: limits)
    Readers().read(buffer, of: delivery) { outcome in
      switch outcome {
      case .story(let story): stories.append(story)
      case .refused(let refusal): refusals.append(refusal)
      }
    }
  }
  return (stories, refusals)
}

func outcomes(
  _ text: String, name: String = "file", outlet: String? = nil, limits: Limits = Limits()
) -> (stories: [DeliveredStory], refusals: [Refusal]) {
  outcomes(Array(text.utf8), name: name, outlet: outlet, limits: limits)
}

@Suite struct OutletOfAddressTests {
  /// One story in JSON Lines, plain text and RSS, without a word about its outlet but the address.
  static let texts = [
    #"{"id":"1","url":"https://www.Echo.example:8080/a?b","text":"One two three."}"#,
    "url: https://www.Echo.example:8080/a?b\n\nOne two three.\n",
    """
    <rss version="2.0"><channel><title/><item><title>One</title>
    <link>https://www.Echo.example:8080/a?b</link><description>One two three.</description>
    </item></channel></rss>
    """,
  ]

  @Test(
    "a story of which nobody says who ran it comes from the host of its address", arguments: texts)
  func host(text: String) throws {
    #expect(outcomes(text).stories.first?.story.outlet == Outlet("echo.example"))
    #expect(outcomes(text, outlet: "folder").stories.first?.story.outlet == Outlet("folder"))
  }

  @Test("a hash of 64 bits is an id")
  func hash() {
    let text = #"{"id":18446744073709551615,"text":"One two three."}"#
    #expect(outcomes(text).stories.first?.story.id == "18446744073709551615")
  }

  @Test("the story's own word on its outlet goes before its address")
  func named() throws {
    let text = #"{"outlet":"Echo","url":"https://other.example/a","text":"One two three."}"#
    #expect(outcomes(text).stories.first?.story.outlet == Outlet("Echo"))
    let none = #"{"url":"no address","text":"One two three."}"#
    #expect(outcomes(none).stories.first?.story.outlet == nil)
  }
}

@Suite struct PlainTextTests {
  @Test("a head gives the fields and the rest is the text")
  func head() throws {
    let story = try #require(
      outcomes(
        "id: x-1\nPublished: 2026-03-02T08:15:00Z\ntitle: A: b\nlang: en\r\n\r\nText\n\nmore\n",
        outlet: "folder"
      ).stories.first?.story)
    #expect(story.id == "x-1" && story.title == "A: b" && story.language == "en")
    #expect(story.outlet == Outlet("folder") && story.text == "Text\n\nmore\n")
    #expect(story.published == Instant("2026-03-02T08:15:00Z"))
  }

  @Test("a text that only begins like a head is a text")
  func noHead() throws {
    for text in ["Title: none\nand on it goes\n\nText", "role: not a key\n\nText", "id:\n\nText"] {
      #expect(outcomes(text).stories.first?.story.text == text)
    }
  }

  @Test("a short first line above an empty one is the headline, and stays in the text")
  func headline() throws {
    let story = try #require(
      outcomes("Bridge to close\n\nThe bridge will close.").stories.first?.story)
    #expect(story.title == "Bridge to close" && story.text.hasPrefix("Bridge to close"))
    #expect(outcomes("It closed.\n\nThe bridge.").stories.first?.story.title == nil)
  }

  @Test(
    "without an id the file's name is the identity, and does not make the same bytes another story")
  func identity() throws {
    let (one, two) = (outcomes("Text", name: "a"), outcomes("Text", name: "b"))
    #expect(one.stories.first?.story.id == "a")
    #expect(one.stories.first?.digest == two.stories.first?.digest)
    #expect(outcomes("Text", outlet: "o").stories.first?.digest != one.stories.first?.digest)
  }

  @Test("a byte order mark is taken off, and every letter kept")
  func byteOrderMark() {
    #expect(outcomes([0xEF, 0xBB, 0xBF] + Array("Text".utf8)).stories.first?.story.text == "Text")
  }

  @Test("bad input is refused with place and remedy")
  func refusals() throws {
    let invalid = try #require(outcomes(Array("one\ntwo ".utf8) + [0xE9, 0x20]).refusals.first)
    #expect(invalid.line == 2 && invalid.problem.contains("byte 8 (0xe9)"))
    #expect(outcomes("").refusals.first?.problem == "the file is empty")
    #expect(outcomes(" \n\n").refusals.count == 1)
    #expect(outcomes("id: 1\n\n \n").refusals.count == 1)
    #expect(outcomes("a\0b").refusals.first?.problem.contains("NUL") == true)
    #expect(outcomes([0xFF, 0xFE, 0x41, 0]).stories.first?.story.text == "A")
    #expect(outcomes("id: 1\npublished: today\n\nText").refusals.first?.line == 2)
    #expect(outcomes("<?xml version=\"1.0\"?><a/>").refusals.count == 1)
    var limits = Limits()
    limits.textBytes = 10
    #expect(outcomes("12345678901", limits: limits).refusals.count == 1)
    limits.fileBytes = 5
    #expect(
      outcomes("123456", limits: limits).refusals.first?.problem.contains("limits.file_bytes")
        == true)
  }
}

@Suite struct JSONLinesTests {
  @Test("lines give stories; an id may be a number, and most fields may be missing")
  func reads() throws {
    let (stories, refusals) = outcomes(
      """
      {"id": 17, "outlet": "o", "published": "2026-03-02", "title": "t", "text": "one", "role": {"x": [1]}}

      {"id": "b", "outlet": null, "published": null, "text": "tw\\u00f6 \\ud83d\\ude00"}
      {"text": "three"}
      """, outlet: "folder")
    #expect(refusals.isEmpty)
    #expect(stories.map(\.story.id) == ["17", "b", "file:4"])
    #expect(stories.map(\.story.outlet?.name) == ["o", "folder", "folder"])
    #expect(stories[1].story.text == "twö 😀")
    #expect(stories.map(\.identityIsGiven) == [true, true, false])
  }

  @Test("a bad line is refused by its number and the others are taken")
  func lines() {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let (stories, refusals) = outcomes(
      """
      {"text": "good"}
      {"text": "cut o
      {"text": 5}
      {"id": 1}
      {"text": "x", "published": "soon"}
      {"text": "x", "more": \(deep)}
      [1]
      {"text": "lone \\ud800"}
      {"text": "good too [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["}
      """)
    #expect(stories.count == 2)
    #expect(refusals.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(refusals.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test("invalid UTF-8 is refused in the line that has it, never replaced")
  func invalid() {
    let bytes = Array("{\"text\": \"a\"}\n{\"text\": \"".utf8) + [0xFF] + Array("\"}\n".utf8)
    let (stories, refusals) = outcomes(bytes)
    #expect(stories.count == 1 && refusals.map(\.line) == [2])
  }

  @Test("a file cut at any byte gives only whole stories and refusals")
  func truncated() {
    let whole = Array("{\"id\": 1, \"text\": \"one é\"}\n{\"id\": 2, \"text\": \"two 😀\"}\n".utf8)
    for length in whole.indices {
      let (stories, refusals) = outcomes(Array(whole[..<length]))
      #expect(stories.count + refusals.count >= 1)
      #expect(stories.allSatisfy { ["one é", "two 😀"].contains($0.story.text) })
    }
  }

  @Test("an outlet of white space is none, and others are trimmed")
  func outlets() {
    let (stories, _) = outcomes(
      """
      {"id": 1, "outlet": "", "text": "one"}
      {"id": 2, "outlet": " \\t", "text": "two"}
      {"id": 3, "outlet": " ledger ", "text": "three"}
      """, outlet: "folder")
    #expect(stories.map(\.story.outlet?.name) == ["folder", "folder", "ledger"])
  }

  @Test("the same story has the same digest for ever")
  func digest() throws {
    let story = try #require(
      outcomes(#"{"id": "a", "outlet": "o", "published": "1970-01-01T00:00:01Z", "text": "x"}"#)
        .stories.first)
    #expect(
      story.digest.hexadecimal == "b65482b6ae6c5d0a56570637d5a8b02c659b62cbee82da91a2488e598387f4a0"
    )
  }
}
