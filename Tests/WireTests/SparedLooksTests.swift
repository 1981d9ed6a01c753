import TestSupport
import Testing

@testable import Wire

@Suite("Looks at bytes that spare one at characters, held against it") struct SparedLooksTests {
  private static func text(of pieces: [String], _ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...8, using: &numbers)).map { _ in
      pieces.randomElement(using: &numbers) ?? ""
    }.joined()
  }

  @Test("text looks like markup where its characters do")
  func markup() {
    let pieces = [
      "<", "/", ">", "</", "/>", "</p>", "<br", "<P ", "&amp;", "&amp\u{37E}", "&#", "&", "word",
      " ", "\u{338}",
      "\u{301}", "\u{600}", "é", "\u{226E}", "\r\n", "\r", "日本", "\u{200D}",
    ]
    var numbers = SeededGenerator(seed: 41)
    for _ in 0..<10_000 {
      let text = Self.text(of: pieces, &numbers)
      let wanted = HTMLTree.looksLikeMarkupInCharacters(text)
      #expect(HTMLTree.looksLikeMarkup(text) == wanted, "\(text.unicodeScalars.map { $0.value })")
    }
  }

  @Test("where no dateline may stand there is no parenthesis behind at most seventy characters")
  func datelines() {
    let pieces = [
      "PARIS ", "(", ")", "(AFP) -", "\n", "\r\n", "\r", "é", "\u{301}", "👩‍🚀", "-",
      "word and word again ",
    ]
    var numbers = SeededGenerator(seed: 42)
    var (spared, found) = (0, 0)
    for _ in 0..<10_000 {
      let text = Self.text(of: pieces, &numbers)
      if DatelineMark(text) != nil { found += 1 }
      guard !DatelineMark.mayStand(in: text) else { continue }
      spared += 1
      #expect(!text.prefix(71).contains("("), "\(text)")
    }
    #expect(spared > 500 && found > 50)
  }

  @Test("white space in markup is one space between words and none at the ends")
  func whiteSpace() throws {
    let pieces = ["a", "é", "日本", " ", "  ", "\t", "\n", "\n \n", "word"]
    var numbers = SeededGenerator(seed: 43)
    for _ in 0..<2000 {
      let text = Self.text(of: pieces, &numbers)
      let words = text.split { " \t\n".contains($0) }.joined(separator: " ")
      #expect(try HTMLTree.blocks(of: "<p>\(text)</p>").text == words, "\(text)")
    }
  }
}
