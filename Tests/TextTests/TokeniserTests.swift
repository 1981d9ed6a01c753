import Stories
import Testing

@testable import Text

@Suite struct TokeniserTests {
  private func words(_ text: String) throws -> [String] {
    let tokens = try Tokeniser().tokens(of: text)
    let bytes = Array(text.utf8)
    return tokens.starts.indices.map {
      String(decoding: bytes[Int(tokens.starts[$0])..<Int(tokens.ends[$0])], as: UTF8.self)
    }
  }

  private func keys(_ text: String) throws -> [TokenKey] { try Tokeniser().tokens(of: text).keys }

  @Test("words and numbers are tokens, punctuation and emoji are not")
  func tokens() throws {
    #expect(
      try words("Prices rose 3.5% to $1,000 — “don’t panic”, he said. 😀")
        == ["Prices", "rose", "3.5", "to", "1,000", "don’t", "panic", "he", "said"])
  }

  @Test(
    "digits of the scripts that news is written in make a figure, and letters beside them don't")
  func figures() throws {
    let tokeniser = try Tokeniser()
    let blocks: [ClosedRange<UInt32>] = [
      0x30...0x39, 0x0600...0x06FF, 0x0900...0x0DFF, 0x0E00...0x0E7F, 0xFF01...0xFF5E,
    ]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a \(scalar)\(scalar) b"
      let tokens = tokeniser.tokens(of: text)
      let traits = tokeniser.surroundings(of: tokens, in: text).traits
      let isFigure = traits.contains { $0.contains(.figure) }
      let isDigit = scalar.properties.generalCategory == .decimalNumber
      // Sinhala's digits stand elsewhere in their block, and hardly anybody writes them.
      if !(0x0D80...0x0DFF).contains(value) {
        #expect(isFigure == isDigit, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("scripts without spaces give a token a character, with its marks")
  func characters() throws {
    #expect(try words("東京で地震。") == ["東", "京", "で", "地", "震"])
    #expect(
      try words("น้ำท่วม") == ["น้", "ำ", "ท่", "ว", "ม"] || words("น้ำท่วม") == ["น้ำ", "ท่", "ว", "ม"])
    #expect(try keys("地").first?.isCharacter == true)
    #expect(try keys("earth").first?.isCharacter == false)
    #expect(try words("한국 뉴스") == ["한국", "뉴스"])
  }

  @Test(
    "spellings that no reader takes for another word have one key",
    arguments: [
      ("don't", "don’t"), ("ﬁnance", "finance"), ("STRASSE", "straße"), ("Ｔｏｋｙｏ", "tokyo"),
      ("IŞIK", "ışık"), ("İSTANBUL", "istanbul"), ("ISTANBUL", "ıstanbul"), ("cafe\u{301}", "café"),
      ("الســـلام", "السلام"), ("كِتَابٌ", "کتاب"), ("שָׁלוֹם", "שלום"), ("co\u{AD}op", "coop"),
      ("ΣΊΣΥΦΟΣ", "Σίσυφος"), ("МОСКВА", "москва"), ("ｶﾞ", "ガ"), ("חו\"ל", "חו״ל"),
      ("חו\"ל", "חו”ל"),
      ("צ'ק", "צ׳ק"), ("٤٣٫٧", "43.7"), ("۴۳٫۷", "43.7"), ("١٬٢٧٠", "1,270"), ("४३.७", "43.7"),
      ("৫০", "50"), ("１２", "12"), ("๑๒บาท", "12บาท"), ("ມື້ທີ ໑໒", "ມື້ທີ 12"),
    ])
  func folded(_ one: String, _ other: String) throws {
    #expect(try keys(one) == keys(other))
  }

  @Test(
    "different words have different keys",
    arguments: [("rose", "rise"), ("1,000", "1000"), ("über", "uber")])
  func distinct(_ one: String, _ other: String) throws {
    #expect(try keys(one) != keys(other))
  }

  @Test(
    "a narrow no-break space parts words and figures as any other space does",
    arguments: [
      "43,7_millions", "3_418", "«_le fardeau_»", "מאה_אלף", "x_y @_a", "한국_43", "_a_", "é_é",
    ])
  func narrowSpace(_ pattern: String) throws {
    let wide = pattern.replacing("_", with: "\u{A0}")
    let narrow = pattern.replacing("_", with: "\u{202F}")
    #expect(try words(narrow) == words(wide))
    #expect(try keys(narrow) == keys(wide))
  }

  @Test("marks of abbreviation stand within a Hebrew word, quotation marks beside it")
  func hebrew() throws {
    #expect(try words("נסע לחו״ל, לחו”ל ולצ׳ילה") == ["נסע", "לחו״ל", "לחו”ל", "ולצ׳ילה"])
    #expect(try words("אמר ”שלום” וגם ״שלום״.") == ["אמר", "שלום", "וגם", "שלום"])
  }

  @Test("keys are fixed for ever")
  func goldenKeys() throws {
    let bits = try keys("The copy taster reads 7 stories in Zürich, 東京").map(\.bits)
    #expect(bits == TokeniserTests.golden)
  }

  /// The low 32 bits of XXH3-64 of each folded form with the lowest bit cleared, or set for a character;
  /// from the reference library.
  static let golden: [UInt32] = [
    0x1CF33D7C, 0x34E1F654, 0x68A3791A, 0x9A1D3A4E, 0xB82285FA,
    0xB3703DFA, 0x56DEF9A6, 0xB9A9B5B6, 0xBBDF658D, 0x7BD7CA87,
  ]

  @Test("empty text and text of nothing but signs have no tokens")
  func nothing() throws {
    #expect(try keys("").isEmpty)
    #expect(try keys(" \n\t… — !!! 😀").isEmpty)
  }

  @Test("a word of a million letters is one token")
  func longWord() throws {
    #expect(try keys(String(repeating: "a", count: 1_000_000)).count == 1)
    #expect(try keys(String(repeating: "é", count: 100_000)).count == 1)
  }
}
