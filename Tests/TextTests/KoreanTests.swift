import Foundation
import Stories
import TestSupport
import Testing

@testable import Text

/// Korean text comes composed, or taken apart into letters by systems that name files so.
@Suite("Korean, composed and taken apart") struct KoreanTests {
  /// Each token's key, and the words of the text that it covers, composed.
  private func tokens(_ text: String) throws -> [String] {
    let tokens = try Tokeniser().tokens(of: text)
    let bytes = Array(text.utf8)
    return tokens.starts.indices.map {
      let word = bytes[Int(tokens.starts[$0])..<Int(tokens.ends[$0])]
      let composed = String(decoding: word, as: UTF8.self).precomposedStringWithCanonicalMapping
      return "\(tokens.keys[$0].bits) \(composed)"
    }
  }

  @Test("either form has the same tokens, beside figures, Latin letters, Han and signs too")
  func sameTokens() throws {
    var random = SeededGenerator(seed: 43)
    let pieces = [
      "한", "가", "억", "뉴스", "값", "힣", "43.7", "5", "KBS", "é", "中", "“", "”", " ", "\u{202F}", ".",
      "_", "”חו", "'",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...10, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let apart = text.decomposedStringWithCanonicalMapping
      #expect(try tokens(apart) == tokens(text), "\(text)")
    }
  }
}
