import Stories
import Testing
import Wire

@Suite("What begins with a bracket") struct JSONOpeningTests {
  @Test(
    "a text that begins with a word in brackets is a text",
    arguments: [
      "[UPDATED] PORT ANSEL, March 2 (NPA) - The bridge closed.\n",
      "{Updates with quotes} It closed.",
      "[1] It closed.\n\nNotes: [1]", " [ Photo: the bridge ]\nIt closed.", "[-] It closed. [2]",
      "{Updates with quotes}\n\nIt closed: {\"a\": 1}", "{ It closed } so they said: it did.",
      "[null and void, said the court]", "{Note: updates with quotes} It closed.",
      "{Text: the board's, in full} It closed.",
    ])
  func text(text: String) {
    let wide = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [Array(text.utf8), wide] {
      let (stories, refusals) = outcomes(bytes)
      #expect(stories.map(\.story.text) == [text] && refusals.isEmpty, "\(refusals)")
    }
  }

  @Test(
    "damaged JSON is refused, and is no text",
    arguments: [
      #"{id: "a", text: "It closed."}"#, "{\n  id: 1,\n  text: 2\n}",
      #"{'id': 1, 'text': 'closed'}"#,
      #"[{id: 1}, {id: 2}]"#, "[", "{", "{\n", #"["one", "two""#, #"[["a"#, #"{ "id": "a", "te"#,
      "[{'id': 1, 'text': 'It closed.'}]", "{été: 1}", #"{ id : "a", embargoed : "2099" }"#,
      "[\n// stories\n{\"id\": \"a\", \"text\": \"It closed.\"}]",
      "[,\n{\"text\": \"It closed.\"}]",
      #"[ /* feed */ {"id": "a"}"#, #"{ ,"id": "a"}"#,
      "{\n  // a story\n  \"text\" : \"It closed.\"}",
    ])
  func damaged(text: String) {
    let (stories, refusals) = outcomes(text)
    #expect(stories.isEmpty && refusals.map(\.kind) == [.broken], "\(stories) \(refusals)")
  }

  @Test("a list that begins with another value is read, and the value refused by its place")
  func otherValues() {
    let (stories, refusals) = outcomes(#"[null, 17, {"id": "a", "text": "It closed."}]"#)
    #expect(stories.map(\.story.id) == ["a"])
    #expect(refusals.map { $0.problem.prefix(7) } == ["item 1:", "item 2:"])
  }
}
