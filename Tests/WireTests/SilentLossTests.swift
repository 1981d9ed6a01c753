import Stories
import Testing
import Wire

@Suite("What must not be lost in silence") struct SilentLossTests {
  @Test(
    "a line without a known key is refused by its number, and the remedy names the likely keys",
    arguments: [
      #"{"headline": "Bridge shut", "body": "The whole story."}"#,
      #"{"id": 7, "headline": "Bridge shut", "body": "The whole story."}"#,
    ])
  func unknownKeys(line: String) throws {
    let (stories, refusals) = outcomes(#"{"text": "good"}"# + "\n\n" + line)
    #expect(stories.map(\.story.text) == ["good"])
    let refusal = try #require(refusals.first)
    #expect(refusal.line == 3 && refusal.kind == .broken)
    #expect(refusal.problem.contains(#""text""#))
    #expect(refusal.remedy.contains(#""body""#) && refusal.remedy.contains(#""headline""#))
  }

  @Test(
    "an object that says nothing, and a wrapper with something else in it, are refused by their line",
    arguments: [
      "{}", #"{"items": ["a text"]}"#, #"{"data": {"x": 1}}"#,
      #"{"guid": "g", "words": "A text."}"#,
    ])
  func nothingKnown(line: String) {
    let (stories, refusals) = outcomes(#"{"text": "good"}"# + "\n" + line)
    #expect(stories.count == 1 && refusals.map(\.line) == [2])
    #expect(refusals.allSatisfy { $0.kind == .broken })
  }

  @Test("an item of another kind on a line is passed over, and says on which")
  func otherKinds() {
    let (stories, refusals) = outcomes(
      #"{"text": "good"}"# + "\n"
        + #"{"uri": "u", "type": "picture", "headline": "The bridge"}"#)
    #expect(stories.count == 1 && refusals.map(\.kind) == [.notAStory])
    #expect(refusals.map(\.line) == [2])
  }

  @Test("of a list, the object without a text is refused by its place beside the others")
  func list() {
    let (stories, refusals) = outcomes(
      #"[{"text": "good"}, {"headline": "Bridge shut", "body": "The whole story."}, "words"]"#)
    #expect(stories.count == 1 && refusals.map(\.kind) == [.broken, .broken])
    #expect(refusals.map { $0.problem.hasPrefix("item 2") } == [true, false])
    #expect(refusals.last?.problem.hasPrefix("item 3") == true)
  }

  @Test(
    "NUL is refused in every field, and the reason names the field",
    arguments: [
      ("id", #""a\u0000one""#), ("outlet", #""a\u0000""#), ("title", #""a\u0000""#),
      ("url", #""a\u0000""#), ("lang", #""a\u0000""#), ("text", #""a\u0000b""#),
      ("slug", #""a\u0000""#), ("keys", #"["k", "a\u0000b"]"#), ("derived_from", #"["a\u0000b"]"#),
    ])
  func zeros(field: String, value: String) {
    let text = field == "text" ? "" : #", "text": "words""#
    let object = #"{"\#(field)": \#(value)\#(text)}"#
    for file in [object, "[\(object)]"] {
      let (stories, refusals) = outcomes(file)
      #expect(stories.isEmpty && refusals.map(\.kind) == [.broken], "\(file)")
      #expect(refusals.allSatisfy { $0.problem.contains("\"\(field)\" holds NUL") }, "\(refusals)")
    }
  }

  @Test("NUL in an item of ninjs is refused in its fields and in markup")
  func zerosInItems() {
    let bodies = [
      (#"u\u0000v"#, "<p>words</p>"), ("u", #"<p>one\u0000two</p>"#), ("u", #"one\u0000two"#),
    ]
    for (uri, body) in bodies {
      let item = #"{"uri": "\#(uri)", "headline": "h", "body_html": "\#(body)"}"#
      let (stories, refusals) = outcomes(item)
      #expect(stories.isEmpty && refusals.map(\.line) == [1], "\(item)")
      #expect(refusals.allSatisfy { $0.kind == .broken && $0.problem.contains("NUL") })
    }
  }

  @Test("an item of ninjs that has its text under the name of JSON Lines is a story")
  func itemWithText() {
    let (stories, _) = outcomes(#"[{"uri": "u-1", "headline": "Bridge", "text": "The story."}]"#)
    #expect(stories.map(\.story.text) == ["The story."] && stories.map(\.story.id) == ["u-1"])
  }

  @Test("an object with a text and a list of other things is the story")
  func textBesideList() {
    let (stories, _) = outcomes(
      "{\n\"id\": \"a\", \"text\": \"The story.\", \"items\": [{\"alt\": \"x\"}]}")
    #expect(stories.map(\.story.text) == ["The story."])
  }

  @Test("an item that names its schema is no schema")
  func namesSchema() {
    let (stories, refusals) = outcomes(
      #"[{"text": "good"}, {"$schema": "ninjs", "type": "text", "body_text": "The story."}]"#)
    #expect(stories.count == 1 && refusals.map(\.kind) == [.broken])
  }

  @Test("an entry of a feed with a status that is not WordPress's is a story")
  func feedStatus() {
    let feed = Fixtures.rss.replacing(
      "<guid>h-1</guid>", with: "<guid>h-1</guid><status>active</status>")
    #expect(outcomes(feed).stories.count == 2)
  }

  @Test(
    "an entry of a feed that says it is not published is passed over, in capitals too",
    arguments: ["Draft", "scheduled", "Unpublished", "pending-review", "TRASH"])
  func feedDraft(status: String) {
    let feed = Fixtures.rss.replacing(
      "<guid>h-1</guid>", with: "<guid>h-1</guid><status>\(status)</status>")
    #expect(outcomes(feed).stories.count == 1)
  }

  @Test("one line that begins with a key of heads and has nothing below it is a text")
  func briefItem() {
    let brief = "Note: The council of Little Hampton meets on Tuesday evening."
    for text in [brief, brief + "\n", brief + "\n\n"] {
      #expect(outcomes(text).stories.map(\.story.text) == [text])
    }
    for head in ["id: 1", "embargoed: 2030-01-01", "status: killed", "note: a\nslug: b"] {
      #expect(outcomes(head).refusals.map(\.kind) == [.broken], "\(head)")
    }
  }

  @Test("a lone line with a date as pages write it is no head but text")
  func publishedLine() {
    for line in ["Published: Nov 24, 2025", "PUBLISHED: today", "published : 24.11.2025, 8 Uhr"] {
      let text = line + "\n\nThe bridge closed."
      let (stories, refusals) = outcomes(text)
      #expect(stories.map(\.story.text) == [text] && refusals.isEmpty, "\(refusals)")
      #expect(stories.first?.story.published == nil)
      for key in ["id: 1", "title: Bridge", "embargoed: 2030-01-01", "status: killed"] {
        for head in [key + "\n" + line, line + "\n" + key] {
          let (stories, refusals) = outcomes(head + "\n\nThe bridge closed.")
          #expect(stories.isEmpty && refusals.map(\.kind) == [.broken], "\(head)")
        }
      }
    }
    #expect(outcomes("Published: Nov 24, 2025\n").stories.isEmpty)
    let dated = outcomes("Published: 2025-11-24\n\nThe bridge closed.").stories.first?.story
    #expect(dated?.text == "The bridge closed." && dated?.published != nil)
  }

  @Test("data of NewsML-G2 in any type of markup is read")
  func inlineData() {
    let inline = "<inlineXML><p>Words.</p></inlineXML>"
    for type in ["application/nitf+xml", "Text/HTML", "application/xhtml+xml"] {
      let data = "<inlineData contenttype=\"\(type)\">&lt;p>Words.&lt;/p></inlineData>"
      let item = G2Fixtures.bare("a", text: "Words.").replacing(inline, with: data)
      #expect(outcomes(item).stories.map(\.story.text) == ["Words."], "\(type)")
    }
  }

  @Test("a message of an old wire that has lost its beginning is refused, not dropped")
  func lostBeginning() {
    for message in [Fixtures.iptc7901, Fixtures.anpa] {
      let second = message.drop { $0 != "\u{2}" }
      let (stories, refusals) = outcomes(message + second)
      #expect(stories.isEmpty && refusals.map(\.kind) == [.broken])
      #expect(refusals.allSatisfy { $0.byte != nil })
    }
  }

  @Test("a version and an urgency that stand as text are read as on any other wire")
  func numbersAsText() throws {
    let object = #"{"id": "a", "text": "t", "version": "2", "urgency": "3"}"#
    for file in [object, "[\(object)]"] {
      let (_, facts) = try only(file)
      #expect(facts.version == 2 && facts.urgency == 3)
    }
    #expect(outcomes(#"{"text": "t", "version": "final"}"#).stories.count == 1)
  }
}
