import Stories
import Testing
import Wire

@Suite("IPTC 7901") struct IPTC7901Tests {
  /// A message with the lines of headline and text.
  private static func message(_ lines: [String], trailer: String = "021137 GMT Mar 26") -> String {
    "\u{1}npa062 4 i 211 ccccb   npa 061\r\n\nHarrow-ferry/\r\n\u{2}"
      + lines.joined(separator: "\r\n") + "\r\n\u{3}\(trailer)\r\n\u{4}\n"
  }

  @Test("a headline without the sign that ends it goes on up to the text")
  func headline() throws {
    let head = ["Ferry sails again from Calder while", "engineers watch"]
    for text in [
      ["   CALDER (NPA) - It sails.", "Soon."], ["", "It sails.", "Soon."],
      ["CALDER, March 2 (NPA) - It sails.", "Soon."],
    ] {
      let (story, _) = try only(Self.message(head + text))
      #expect(story.title == head.joined(separator: " "))
      #expect(story.text.hasSuffix("It sails. Soon."), "\(story.text)")
    }
  }

  @Test(
    "the first paragraph is no headline",
    arguments: [
      ["Ferry sails", "It sails again.", "", "Soon."],
      ["Ferry sails", "It sails", "again from", "the harbour of", "Calder", "", "Soon."],
      ["Ferry sails", "", "It sails again.", "", "Soon."], ["Ferry sails", "It sails again"],
    ])
  func paragraph(lines: [String]) throws {
    let (story, _) = try only(Self.message(lines))
    #expect(story.title == "Ferry sails" && story.text.hasPrefix("It sails"))
  }

  @Test("the line that ends a message by agency and time is no text, and dates it")
  func signOff() throws {
    for (lines, trailer) in [
      (["   jd/ab", "NPA 021215 GMT MAR 26"], ""), (["NPA 021215 GMT MAR 26", ""], "x"),
      (["021215 GMT MAR 26"], "021215 GMT Mar 26"), (["", "npa 021215 gmt mar 2026"], ""),
    ] {
      let (story, facts) = try only(
        Self.message(["Ferry sails =", "   CALDER (NPA) - It sails."] + lines, trailer: trailer))
      #expect(story.text == "CALDER (NPA) - It sails.")
      #expect(story.published == Instant("2026-03-02T12:15:00Z"))
      #expect(facts.otherKeys == ["npa062/2026-03-02T12", "npa062/2026-03-02T15"])
    }
    let (story, _) = try only(
      Self.message(["Ferry sails =", "It sails at 021215 GMT MAR 26", "   and/or"]))
    #expect(story.text == "It sails at 021215 GMT MAR 26\n\nand/or")
  }

  @Test("control characters are no part of any word")
  func controls() throws {
    let (story, _) = try only(
      Self.message([
        "Ferry \u{E}sails\u{F} =", "It car\u{1B}ries\u{7} cars.", "   \u{11}So\u{7F}on.", "a\tb",
      ]))
    #expect(story.title == "Ferry sails" && story.text.hasPrefix("It carries cars.\n\nSoon."))
    #expect(story.text.hasSuffix("a\tb"))
  }
}
