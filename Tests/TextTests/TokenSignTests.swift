import Stories
import TestSupport
import Testing

@testable import Text

/// The signs of plain words, which are put down in passes over many, against what is said of each token by itself.
@Suite("Signs of tokens")
struct TokenSignTests {
  private func expected(_ tokens: Tokens, _ text: [UInt8]) -> [TokenSigns] {
    text.withUnsafeBufferPointer { bytes in
      (0..<tokens.count).map { token in
        SignReader.signs(
          of: Int(tokens.starts[token])..<Int(tokens.ends[token]),
          after: token > 0 ? Int(tokens.ends[token - 1]) : 0, bytes)
      }
    }
  }

  @Test("are a word's own when it is met anew, again, or after others took its place")
  func signsAreOwn() throws {
    let tokeniser = try Tokeniser()
    var random = SeededGenerator(seed: 21)
    let letters = Array("abAB019..'':@é")
    let gaps = [" ", " ", " ", ", ", ". ", "\n", "-", "  ", " (", "\n\n"]
    for _ in 0..<300 {
      var text = Bool.random(using: &random) ? "" : " "
      for _ in 0..<Int.random(in: 1...300, using: &random) {
        let length = Int.random(in: 1...12, using: &random)
        text += String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
        text += gaps.randomElement(using: &random) ?? " "
      }
      for _ in 0..<2 {
        let tokens = tokeniser.tokens(of: text)
        #expect(tokens.signs == expected(tokens, Array(text.utf8)))
      }
    }
  }

  @Test("are given eight at a time and one by one alike, wherever a stretch begins and ends")
  func stretches() {
    var random = SeededGenerator(seed: 22)
    let signs = (0..<40).map { _ in TokenSigns(rawValue: .random(in: 0...127, using: &random)) }
    let wanted: TokenSigns = [.gap, .handle]
    signs.withUnsafeBufferPointer { signs in
      for start in 0...signs.count {
        for end in start...signs.count {
          var (found, eights): ([Int], [UInt8]) = ([], [])
          TokenSigns.forEach(having: wanted, in: signs, start..<end) { found.append($0) }
          TokenSigns.forEachEight(of: signs, start..<end) { eight, first in
            #expect(first == start + eights.count)
            eights += (0..<8).map { UInt8(truncatingIfNeeded: eight >> UInt64(8 * $0)) }
          }
          #expect(found == (start..<end).filter { !signs[$0].isDisjoint(with: wanted) })
          #expect(eights.prefix(end - start) == signs[start..<end].map(\.rawValue)[...])
          #expect(eights.dropFirst(end - start).allSatisfy { $0 == 0 })
        }
      }
    }
  }
}
