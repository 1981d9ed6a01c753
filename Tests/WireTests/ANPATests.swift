import Stories
import Testing
import Wire

@Suite("ANPA 1312") struct ANPATests {
  /// A message with a slug, lines of its head and a text.
  private static func message(
    slug: String = "BC-NA--Ferry,90", head: [String],
    text: [String] = ["\tCALDER (NPA) _ The ferry sails again."],
    trailer: String = "NPA-WF-03-02-26 1056GMT"
  ) -> String {
    let lines = ["^\(slug)<"] + head + text + ["", "\u{3}\(trailer)<", "\u{4}"]
    return "\u{16}\u{16}\u{1}a0123\u{1F}__npa--\r\n"
      + "r i\u{12}\u{11} BC-NA--Ferry      03-02 0090\r\n\u{2}" + lines.joined(separator: "\r\n")
  }

  @Test(
    "a headline may begin like a note",
    arguments: [
      "With 30 days to go, the ferry waits", "Editors resign at the Harrow Post",
      "Editors' union calls a strike", "AP photographer is freed",
    ])
  func headlines(headline: String) throws {
    let (story, facts) = try only(Self.message(head: ["^\(headline)<", "^By ADA QUILL="]))
    #expect(story.title == headline && facts.editorsNote == nil && facts.byline == "By ADA QUILL")
  }

  @Test(
    "a note stays a note, above the headline too",
    arguments: [
      "Eds: Adds quote.", "(Eds: Adds quote.)", "Editors: Adds quote.", "EDITORS NOTE: Adds quote.",
      "Editor's Note: Adds quote.", "AP Photo XHG401", "AP Photos.", "With AP Photos.",
      "With BC-NA--Ferry-Box",
    ])
  func notes(note: String) throws {
    for head in [["^\(note)<", "^Ferry sails<"], ["^Ferry sails<", "^\(note)<"]] {
      let (story, facts) = try only(Self.message(head: head))
      #expect(story.title == "Ferry sails" && facts.editorsNote == note)
    }
  }

  @Test("an order to editors is heard above a headline too")
  func order() throws {
    let kill = Self.message(
      slug: "BC-NA--Ferry, KILL NOTICE,40",
      head: ["^Editors please kill the story slugged BC-NA--Ferry.<"], text: ["\tNPA"])
    #expect(try only(kill).1.notice?.kind == .kill)
  }

  @Test("a note goes on below its line, up to the sign that ends it")
  func longNote() throws {
    let (story, facts) = try only(
      Self.message(head: [
        "^Ferry sails<", "^Eds: Adds quote. Mends the spelling", "of a name in", "the text.<",
        "^By ADA QUILL=", "^Northern Press Writer=",
      ]))
    #expect(facts.editorsNote == "Eds: Adds quote. Mends the spelling of a name in the text.")
    #expect(facts.byline == "By ADA QUILL" && story.title == "Ferry sails")
    #expect(story.text == "CALDER (NPA) _ The ferry sails again.")
  }

  @Test("text below a line that nothing ends stays text")
  func unended() throws {
    let (story, _) = try only(
      Self.message(head: ["^Ferry sails<", "^First in the list", "^Second in the list"]))
    #expect(story.text.hasPrefix("First in the list\nSecond in the list"))
  }

  @Test("a headline goes on in a second line, and what stands below it otherwise does not")
  func longHeadline() throws {
    let (story, _) = try only(
      Self.message(head: ["^Ferry sails again while<", "^engineers watch it<"]))
    #expect(story.title == "Ferry sails again while engineers watch it")
    let (other, _) = try only(
      Self.message(head: ["^Ferry sails again<", "^The talk of the day: a ferry sails<"]))
    #expect(other.title == "Ferry sails again")
  }

  @Test("three spaces open a paragraph as a tab does")
  func indented() throws {
    let (story, _) = try only(
      Self.message(
        head: ["^Ferry sails<"],
        text: ["   CALDER (NPA) _ The ferry sails", "again.", "   ``Soon,'' he said."]))
    #expect(story.text == "CALDER (NPA) _ The ferry sails\nagain.\n\n``Soon,'' he said.")
  }

  @Test("the line after which an add goes is no headline")
  func add() throws {
    let add = Self.message(
      slug: "BC-NA--Ferry, 1st Add,40", head: ["^CALDER: sails again.<"],
      text: ["\tIt carries cars."])
    let (story, facts) = try only(add)
    #expect(story.title == nil && facts.editorsNote == "CALDER: sails again.")
    #expect(story.text == "It carries cars.")
    let (lead, _) = try only(Self.message(head: ["^CALDER: It sails again.<"]))
    #expect(lead.title == "CALDER: It sails again.")
  }

  @Test(
    "the time has the zone that stands behind it",
    arguments: [
      ("NPA-NY-03-02-26 1215EST", "2026-03-02T17:15:00Z"),
      ("NPA-NY-07-02-26 1215EDT", "2026-07-02T16:15:00Z"),
      ("NPA-WS-03-02-26 2315 PST", "2026-03-03T07:15:00Z"),
      ("NPA-WF-03-02-26 1056GMT", "2026-03-02T10:56:00Z"),
      ("NPA-WF-03-02-26 1056", "2026-03-02T10:56:00Z"),
    ])
  func zone(trailer: String, instant: String) throws {
    let (story, facts) = try only(Self.message(head: ["^Ferry sails<"], trailer: trailer))
    #expect(story.published == Instant(instant) && facts.doubts.isEmpty)
  }

  @Test("a zone that nobody knows is read as Greenwich's, and noted")
  func unknownZone() throws {
    let (story, facts) = try only(
      Self.message(head: ["^Ferry sails<"], trailer: "NPA-WF-03-02-26 1056QQQ"))
    #expect(story.published == Instant("2026-03-02T10:56:00Z"))
    #expect(facts.doubts.count == 1 && facts.doubts.first?.contains("QQQ") == true)
  }
}
