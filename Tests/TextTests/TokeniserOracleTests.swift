import Stories
import TestSupport
import Testing

@testable import Text

/// The tokeniser's shortcut against ICU itself on the whole text, with the two exceptions that ICU is shown here in
/// characters of as many bytes: a narrow no-break space is a space, and ” before a Hebrew letter is ".
@Suite struct TokeniserOracleTests {
  /// Pieces that are awkward at word boundaries.
  static let pieces: [String] =
    [
      "a", "Z", "é", "ß", "İ", "ı", "ω", "ж", "ש", "ع", "ـ", "َ", "अ", "ก", "ำ", "中", "の", "カ", "ｶﾞ",
      "한",
    ]
    + [
      "0", "7", "٣", "½", "²", "'", "’", "‘", "ʼ", "\"", "“", ".", ",", ";", ":", "·", "_", "__",
      "-",
    ]
    + [
      "–", "—", "@", "#", "/", "&", "\u{AD}", "\u{200D}", "\u{200B}", "\u{301}", "\u{FEFF}",
      "\u{2060}",
    ]
    + [" ", "  ", "\n", "\r\n", "\t", "\u{A0}", "\u{3000}", "\u{2028}", "\u{85}", "😀", "👩‍👩‍👧", "🇩🇪"]
    + [
      "said", "U.S.", "3.14", "1,000", "don’t", "l'eau", "co-op", "x_y", "\u{202F}", "Ⅳ", "ﬁ", "Å",
      "”", "״", "׳", "ת",
    ]

  private func wholeTextTokens(_ text: String) throws -> Tokens {
    let tokeniser = try Tokeniser()
    // By scalars: a mark behind one of them would make it another character.
    let scalars = Array(text.unicodeScalars)
    var shown = scalars.indices.map { place in
      let isBeforeHebrew =
        place + 1 < scalars.count && (0x5C0..<0x600).contains(scalars[place + 1].value)
      return switch scalars[place] {
      case "\u{202F}": "   "
      case "”" where isBeforeHebrew: "\"\u{AD}"
      case let other: String(other)
      }
    }.joined()
    var text = text
    return text.withUTF8 { bytes in
      var sink = tokeniser.scratch.sink(for: bytes)
      shown.withUTF8 { shown in
        tokeniser.breaker.forEachWord(in: shown) { tokeniser.addSegment(bytes, $0..<$1, &sink) }
      }
      return sink.tokens
    }
  }

  @Test("finds the very tokens that ICU finds, on awkward text put together at random")
  func agreesWithICU() throws {
    let tokeniser = try Tokeniser()
    var random = SeededGenerator(seed: 20_260_302)
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...12, using: &random)
      let text = (0..<length).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }.joined()
      let (mine, theirs) = (tokeniser.tokens(of: text), try wholeTextTokens(text))
      if mine != theirs {
        Issue.record(
          "differs from ICU on \(text.unicodeScalars.map { String($0.value, radix: 16) })")
        return
      }
    }
  }

  @Test(
    "finds the very tokens that ICU finds for every character between two letters, digits or spaces"
  )
  func everyCharacter() throws {
    let tokeniser = try Tokeniser()
    for value in UInt32(1)..<0x3200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["a\(scalar)b", "1\(scalar)2", " \(scalar) ", "a\(scalar)", "\(scalar)1"] {
        guard tokeniser.tokens(of: text) != (try wholeTextTokens(text)) else { continue }
        Issue.record("differs from ICU around U+\(String(value, radix: 16)) in '\(text)'")
      }
    }
  }
}
