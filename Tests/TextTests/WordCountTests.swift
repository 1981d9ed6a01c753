import Stories
import Testing

@testable import Text

@Suite("Words that people are told of") struct WordCountTests {
  @Test(
    "words are what stands between spaces, and characters where none do",
    arguments: [
      ("", 0), (" \n\t", 0), ("The bridge, state-of-the-art, closed.", 4),
      ("Café – 38,000 cars", 4),
      ("다리가 닫혔다.", 2), ("पुल बंद हुआ।", 3), ("港大橋、亀裂。", 5), ("ベルマールの橋は38年", 10),
      ("กินข้าว", 5), ("Bridge 橋 closed", 3),
    ])
  func counts(text: String, words: Int) {
    #expect(WordCount.of(text) == words)
  }

  @Test("a text in Chinese has as many as it has tokens")
  func tokens() throws {
    let text = "市政府周二晚间关闭了科温大桥，每天有三万八千辆车通过。工程师说，两根主梁有裂缝。"
    #expect(WordCount.of(text) == (try Tokeniser().tokens(of: text).count))
  }
}
