import Stories
import Testing

@testable import Text

@Suite("Quotations") struct QuotationTests {
  @Test(
    "marks enclose speech whichever way a country sets them",
    arguments: [
      #"He said "one two", and left."#, "He said “one two”, and left.",
      "Er sagte „one two“ und ging.", "Er sagte »one two« und ging.",
      "Il a dit « one two » et partit.", "Il a dit «one two» et partit.",
      "Han sa ”one two” och gick.",
      "He said ‘one two’ and left.", "彼は「one two」と。", #"(The "one two" law)"#,
      "彼は『one two』を読んだ。", "אמר ״one two״ והלך.", "אמר ״one two״, והלך.",
      "Er sagte ‚one two‘ und ging.",
      "Il a dit ‹one two› et partit.", "Il a dit ‹one two›.",
      "Il a dit \"\u{202F}one two\u{202F}\" et partit.", "Sie las ›one two‹ und ging.",
    ])
  func enclosed(text: String) throws { #expect(try quoted(text) == "one two") }

  @Test(
    "a paragraph that goes on with a quotation opens it anew, and no words between are taken for narration"
  )
  func continued() throws {
    let said = """
      Adair Quill said: "One two.

      "Three four.

      "Five six," and sat down.
      """
    #expect(try quoted(said) == "One two Three four Five six")
    #expect(
      try quoted(said.replacing("\"", with: "'")) == "One two Three four Five six")
  }

  @Test(
    "a quotation that the next paragraph does not go on with is over, and so is it at a line for single marks"
  )
  func forgotten() throws {
    #expect(try quoted("She said: \"One two.\n\nThe harbour closed.") == "One two")
    #expect(try quoted("She said: \"One\ntwo.\n    The harbour closed.") == "One two")
    #expect(try quoted("She said: 'One two.\nThe harbour closed.") == "One two")
  }

  @Test(
    "an apostrophe is no quotation mark",
    arguments: [
      "The workers' rights and the owners' claims", "rock 'n' roll in the '80s and 'til then",
      "Don't ask whose it's", "the boys’ school and the girls’ school",
    ])
  func apostrophes(text: String) throws { #expect(try quoted(text) == "") }

  @Test(
    "inside double marks single ones change nothing, and inside single ones an apostrophe doesn't close"
  )
  func nested() throws {
    #expect(try quoted("\"One 'Two three' four\" five") == "One Two three four")
    #expect(
      try quoted("‘Two workers’ rights were lost,’ he said") == "Two workers rights were lost")
  }

  @Test(
    "marks of another kind within a quotation do not end it",
    arguments: [
      "彼は「one『two』three」と four。", "彼は『one「two」three』と four。", "他說「one “two” three」，four。",
      "Er sagte „one ‚two‘ three“ und four.", "Il a dit «one ‹two› three» et four.",
      "Sie las ‹one «two» three› und four.",
    ])
  func within(text: String) throws { #expect(try quoted(text) == "one two three") }

  @Test("gershayim within a word, a low mark typed as a comma and arrows of web pages open nothing")
  func noMarks() throws {
    #expect(try quoted("נסע לחו״ל וחזר ארצה") == "")
    #expect(try quoted("one‚ two three ‚ four") == "")
    #expect(try quoted("Home › News › one two") == "")
    #expect(try quoted("‹ Back to one two") == "")
  }

  @Test("a forgotten closing mark does not turn a whole story into speech")
  func endless() throws {
    let text = "He said \"one " + String(repeating: "more ", count: 900)
    #expect(try quoted(text).split(separator: " ").count <= 401)
  }
}
