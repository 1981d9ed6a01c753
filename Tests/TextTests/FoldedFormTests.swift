import TestSupport
import Testing

@testable import Text

/// What version 2 folds otherwise than version 1, and nothing else: tables that were made with version 1 hold no word
/// with any of these characters, so that they are good for version 2.
@Suite("Folded forms") struct FoldedFormTests {
  private func fold(_ word: String, piece: Int = Folding.longestPiece) -> [UInt8] {
    var folded: [UInt8] = []
    Array(word.utf8).withUnsafeBufferPointer { Folding.fold($0, into: &folded, piece: piece) }
    return folded
  }

  /// Decimal digits other than 0 to 9, the marks within such figures, geresh and gershayim however they are typed.
  private func isFoldedAnew(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x05F3, 0x05F4, 0x066B, 0x066C, 0x201D: true
    case ..<0x80: false
    default: scalar.properties.generalCategory == .decimalNumber
    }
  }

  @Test("every other character that Unicode has had for years folds as it did under version 1")
  func unchanged() {
    var all: [UInt8] = []
    for value in UInt32(1)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major < 13,
        !isFoldedAnew(scalar)
      else { continue }
      all += fold(String(scalar)) + [0]
    }
    #expect(all.withUnsafeBytes { XXH3.hash($0) } == 0xF1B0_7793_4954_0851)
  }

  @Test("a digit of any script is the same digit of 0 to 9")
  func digits() {
    for value in UInt32(0x30)..<0x2_0000 {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major < 15,
        scalar.properties.generalCategory == .decimalNumber,
        let digit = scalar.properties.numericValue
      else { continue }
      #expect(fold("\(scalar)") == [0x30 + UInt8(digit)], "U+\(String(value, radix: 16))")
    }
  }

  @Test("a word that is folded in pieces has the folded form of the whole")
  func pieces() {
    var random = SeededGenerator(seed: 31)
    let letters = [
      "a", "Z", "é", "e\u{301}", "E\u{323}\u{302}", "ß", "İ", "ı\u{307}", "각",
      "\u{1100}\u{1161}\u{11A8}",
      "ｶﾞ", "ﾊﾟ", "か\u{3099}", "ㄱㅏ", "ﾡￂ", "ﷺ", "ক\u{9CB}", "ক\u{9C7}\u{9BE}", "क\u{93C}", "𝔄", "٣",
      "’", "\u{640}",
    ]
    for _ in 0..<2000 {
      let word = (0..<Int.random(in: 1..<200, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "a"
      }.joined()
      let piece = Int.random(in: 100..<200, using: &random)
      #expect(fold(word, piece: piece) == fold(word), "\(word)")
    }
  }

  @Test("a word of nothing but marks is folded to its end, whatever its length")
  func marks() {
    let word = String(repeating: "\u{323}", count: 200)
    #expect(fold("a" + word, piece: 16).count == fold("a" + word).count)
  }

  @Test("what ICU is given at once and what it may write of it can be counted in 32 bits")
  func bounded() {
    #expect(Int32(exactly: Folding.longestPiece * 18 + 16) != nil)
    let word = String(repeating: "é", count: Folding.longestPiece)
    #expect(fold(word) == Array(word.utf8))
  }
}
