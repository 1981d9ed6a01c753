import Stories
import TestSupport
import Testing
import Text

@testable import Pipeline

/// The words of a correction are compared in the same characters as those of grouping.
@Suite("Folded words") struct FoldedWordTests {
  private static let words = [
    "l\u{2019}\u{e9}cole", "L\u{2BC}\u{C9}COLE", "Donau\u{AD}dampfschiff", "Stra\u{DF}e", "STRASSE",
    "\u{FF13}\u{FF14}\u{FF10}", "\u{663}\u{664}\u{660}", "\u{969}\u{96A}\u{966}", "340",
    "\u{643}\u{640}\u{62A}\u{640}\u{627}\u{628}", "\u{643}\u{64E}\u{62A}\u{627}\u{628}",
    "\u{6A9}\u{62A}\u{627}\u{628}", "ISTANBUL", "\u{130}stanbul", "istanbul", "\u{131}stanbul",
    "\u{39F}\u{394}\u{39F}\u{3A3}", "\u{3BF}\u{3B4}\u{3BF}\u{3C2}", "e\u{301}cole", "\u{FB01}sh",
    "fish",
    "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", "\u{D55C}\u{AD6D}", "M\u{FC}nchen",
    "\u{415}\u{43B}\u{43A}\u{438}", "\u{5E9}\u{5C1}\u{5DC}\u{5D5}\u{5DD}",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD}",
  ]

  @Test("two words are one to a correction where they are to grouping")
  func sameAsGrouping() throws {
    let tokeniser = try Tokeniser()
    for one in Self.words {
      for other in Self.words {
        let isOne = tokeniser.tokens(of: one).keys == tokeniser.tokens(of: other).keys
        let (first, second) = (FoldedWord.key(of: one[...]), FoldedWord.key(of: other[...]))
        #expect((first == second) == isOne, "\(one) and \(other): \(first), \(second)")
      }
    }
  }

  @Test("whatever stands in a word, its folded form has the same keys for grouping as the word")
  func everyCharacter() throws {
    let tokeniser = try Tokeniser()
    var (asked, others): (Int, [String]) = (0, [])
    for value in UInt32(0x21)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned,
        scalar.properties.generalCategory != .privateUse
      else { continue }
      let word = "ab\(scalar)cd"
      let tokens = tokeniser.tokens(of: word)
      let folded = FoldedWord.key(of: word[...])
      let its = tokeniser.tokens(of: folded)
      // What parts words, before or after it is folded, is none of a word.
      guard tokens.count == 1, its.count == 1 else { continue }
      asked += 1
      if its.keys != tokens.keys { others.append("U+\(String(value, radix: 16)): \(folded)") }
    }
    #expect(asked > 5000 && others.isEmpty, "\(others)")
  }

  @Test("signs and, where they are asked for, capitals are kept")
  func kept() {
    #expect(FoldedWord.key(of: "$34"[...]) != FoldedWord.key(of: "\u{A3}34"[...]))
    #expect(FoldedWord.form(of: "\u{C9}cole"[...]) == "\u{C9}cole")
    #expect(FoldedWord.form(of: "\u{FF21}\u{FF22}"[...]) == "AB")
  }
}
