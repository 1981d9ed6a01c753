import TestSupport
import Testing
import Text

@Suite struct ScalarOffsetTests {
  @Test("counts scalars as walking through the text does")
  func agreesWithWalking() {
    var random = SeededGenerator(seed: 5)
    let pieces = ["a", "é", "中", "😀", "e\u{301}", "\n", " word "]
    for _ in 0..<50 {
      let text = (0..<300).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      let offsets = ScalarOffsets(text)
      for (count, index) in text.unicodeScalars.indices.enumerated() {
        #expect(
          offsets.scalars(before: text.utf8.distance(from: text.startIndex, to: index)) == count)
      }
      #expect(offsets.scalars(before: text.utf8.count) == text.unicodeScalars.count)
    }
  }
}
