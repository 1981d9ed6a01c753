import Stories
import Testing

@testable import Wire

@Suite("Flat texts with a little markup") struct FlatTextTests {
  @Test(
    "an entity is read and leaves lines and paragraphs as they are",
    arguments: [
      ("The town&#39;s ferry.\n\nIt sails.\nSoon.", "The town's ferry.\n\nIt sails.\nSoon."),
      ("R&amp;D costs 5% & it < 10.\n\nHe <paused>.", "R&D costs 5% & it < 10.\n\nHe <paused>."),
      ("Caf&eacute;&nbsp;A &lt;b&gt; &#x2014; &#8364;5", "Café\u{A0}A <b> — €5"),
      ("&#; &#xD800; &#0; &nosuch; &amp", "&#; &#xD800; &#0; &nosuch; &amp"),
    ])
  func entities(text: String, read: String) throws {
    #expect(try HTMLTree.blocks(of: text).text == read)
  }

  @Test("bold words leave the empty lines between paragraphs, and elements that make blocks do not")
  func inline() throws {
    #expect(try HTMLTree.blocks(of: "It <b>sails</b>.\n\nSoon.").text == "It sails.\n\nSoon.")
    #expect(try HTMLTree.blocks(of: "<p>It sails\n\nagain.</p>").text == "It sails again.")
    #expect(
      try HTMLTree.blocks(of: "<p>It sails.</p>\n\n<p>Q&amp;A\n\n</p>").text == "It sails.\n\nQ&A")
  }

  /// An item of ninjs with a body.
  private static func item(_ body: String, headline: String = "Ferry sails") -> String {
    #"{"uri": "urn:npa:9", "type": "text", "headline": "\#(headline)", \#(body)}"#
  }

  @Test("ninjs keeps the paragraphs of a text with entities, and reads those of a headline")
  func ninjs() throws {
    let (story, _) = try only(
      Self.item(
        #""body_text": "The town&#39;s ferry.\n\nIt sails.""#,
        headline: "Caf&eacute; &amp; <b>ferry</b>"))
    #expect(story.text == "The town's ferry.\n\nIt sails." && story.title == "Café & ferry")
    let (other, _) = try only(Self.item(#""body_text": "Words.""#, headline: "Q&A < 5"))
    #expect(other.title == "Q&A < 5")
  }

  @Test("the story's body goes before what stands beside it, whatever form it has")
  func roles() throws {
    func body(_ role: String?, _ type: String, _ value: String) -> String {
      let role = role.map { #""role": "\#($0)", "# } ?? ""
      return #"{\#(role)"contentType": "text/\#(type)", "value": "\#(value)"}"#
    }
    let box = body("factbox", "html", "<p>Built long ago.</p>")
    for (main, other) in [
      (body("main", "plain", "It sails."), box), (body("Main", "plain", "It sails."), box),
      (body(nil, "plain", "It sails."), box),
      (body("main", "html", "<p>It sails.</p>"), body("main", "plain", "Flat.")),
      (body("richtext", "html", "<p>It sails.</p>"), body("main", "plain", "Flat.")),
      (body("factbox", "plain", "It sails."), body("teaser", "html", "<p>Tease.</p>")),
    ] {
      for bodies in [main + ", " + other, other + ", " + main] {
        #expect(try only(Self.item(#""bodies": [\#(bodies)]"#)).0.text == "It sails.")
      }
    }
  }
}
