import Stories
import TestSupport
import Testing

@testable import Text

/// Signs behind each other, of which a text may hold any number: leaders in a table of contents, rules of dots.
@Suite("Runs of signs") struct SentenceRunTests {
  private typealias Step = (place: Int, ending: SentenceScan.Ending)

  /// What each look at a line finds, as the scan goes on from it, or with a look at every byte.
  private func steps(_ text: String, everyByte: Bool = false) -> [Step] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var (steps, start, index): ([Step], Int, Int) = ([], 0, 0)
      while index < bytes.count {
        let ending = SentenceScan.ending(bytes, at: index, from: start, limit: bytes.count)
        steps.append((index, ending))
        switch ending {
        case .sentence(let end): (start, index) = (end, end)
        case .none(let next): index = everyByte ? index + 1 : next
        }
      }
      return steps
    }
  }

  private func ends(_ steps: [Step]) -> [Int] {
    steps.compactMap { step in
      if case .sentence(let end) = step.ending { end } else { nil }
    }
  }

  @Test(
    "a run of signs that ends no sentence is looked at once, however long it is",
    arguments: [".", "!", "?", ".\"", ".'", ".)", ".]", ".’", ".»", "?!.”)"])
  func once(sign: String) {
    for length in [1000, 100_000] {
      let run = String(repeating: sign, count: length)
      for behind in ["x and so on", " and so on", ""] {
        let steps = steps(run + behind)
        #expect(steps.first?.ending == .none(next: run.utf8.count))
        #expect(steps.count == 1 + behind.utf8.count)
      }
    }
  }

  @Test("in a run that ends no sentence a sign of another script still ends one")
  func otherScript() throws {
    let texts = [("一．。x", 2), ("one..。x", 2), ("one.\"!।)x two", 2), ("one.)؟.x", 2)]
    for (text, count) in texts {
      let found = Segmenter().segments(
        .sentence, of: text, tokens: try Tokeniser().tokens(of: text))
      #expect(found.count == count, "\(text)")
    }
  }

  @Test("sentences end where they would if every byte were looked at")
  func everyByte() {
    var random = SeededGenerator(seed: 12)
    let pieces = [
      ".", ".", "!", "?", "\"", "'", ")", "]", "”", "»", " ", " ", "a", "B", "Mr", "U.S", "。", "؟",
      "۔", "．", "日", "3",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? " "
      }.joined()
      #expect(ends(steps(text)) == ends(steps(text, everyByte: true)), "\(text)")
    }
  }
}
