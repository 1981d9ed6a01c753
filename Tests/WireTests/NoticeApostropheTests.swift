import Stories
import Testing
import Wire

@Suite("Apostrophes in notices") struct NoticeApostropheTests {
  @Test(
    "an apostrophe is the same in orders however it is typed", arguments: ["'", "’"])
  func orders(apostrophe: String) {
    let texts = [
      "ANNULATION : Le pont\n\nPrière d'annuler notre dépêche « Le pont du port fermé ».",
      "ANNULATION : Le pont\n\nPrière d'annuler la dépêche « Le pont du port fermé ».",
      "KILL: Bridge to close\n\nPlease don't use the story \"Bridge to close\".",
      "KILL: Bridge to close\n\nEditors: please don't use the story. The closure was an error.",
    ]
    for text in texts {
      let facts = outcomes(text.replacing("'", with: apostrophe)).stories.first?.story.facts
      #expect(facts?.notice?.kind == .kill, "\(text)")
    }
  }

  @Test("a note of an old wire is one with either apostrophe", arguments: ["'", "’"])
  func notes(apostrophe: String) throws {
    let note = "Editor\(apostrophe)s Note: Adds quote."
    let file =
      "\u{16}\u{16}\u{1}a0123\u{1F}__npa--\r\nr i\u{12}\u{11} BC-NA--Ferry      03-02 0090\r\n\u{2}"
      + "^BC-NA--Ferry,90<\r\n^\(note)<\r\n^Ferry sails<\r\n\tCALDER (NPA) _ It sails.\r\n"
      + "\u{3}NPA-WF-03-02-26 1056GMT<\r\n\u{4}"
    let (story, facts) = try only(file)
    #expect(story.title == "Ferry sails" && facts.editorsNote == note)
  }
}
