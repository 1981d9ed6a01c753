import Stories
import TestSupport
import Testing

@testable import Text

@Suite("Words met before")
struct WordCacheTests {
  @Test("keys are those of their own hash, however often and beside what they were met")
  func keysAreOwn() throws {
    let tokeniser = try Tokeniser()
    var random = SeededGenerator(seed: 20)
    let letters = Array("abcdeABCDE0123")
    let words = (0..<30_000).map { _ in
      String(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        })
    }
    let expected = words.map { word in
      let small = Array(word.lowercased().utf8)
      return TokenKey(hash: small.withUnsafeBytes { XXH3.hash($0) }, isCharacter: false)
    }
    // The second time most are known, and others have taken their places since.
    for _ in 0..<2 {
      #expect(tokeniser.tokens(of: words.joined(separator: " ")).keys == expected)
    }
  }
}
