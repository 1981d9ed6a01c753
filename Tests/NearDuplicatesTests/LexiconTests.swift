import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct LexiconTests {
  private func keys(_ count: Int, _ random: inout SeededGenerator) -> [TokenKey] {
    (0..<count).map { _ in
      let word = UInt64.random(in: 0..<40_000, using: &random)
      return TokenKey(hash: word &* 0x9E37_79B1, isCharacter: false)
    }
  }

  @Test(
    "a lexicon says of every word what the table of rarity says", arguments: [0, 10, 3000, 30_000])
  func weights(size: Int) {
    var random = SeededGenerator(seed: UInt64(size + 1))
    // Many words of one weight too, so that the limit of common words falls into the midst of them.
    let words = keys(size, &random).map {
      ($0, UInt8.random(in: 0...192, using: &random) | (size > 3000 ? 128 : 0))
    }
    let rarity = Rarity(words)
    let text = keys(5000, &random) + [TokenKey(bits: 0)]
    let known = Lexicon(rarity, nil).read(text)
    #expect(known.weights == text.map { rarity.weight(of: $0) })
    #expect(known.numbers.allSatisfy { $0 == 0 })
  }

  @Test("words keep what they were told, whatever else the table holds")
  func slots() {
    var random = SeededGenerator(seed: 5)
    var slots = WordSlots(capacity: 1000)
    var expected: [UInt32: UInt32] = [:]
    for key in keys(1000, &random) {
      let known = UInt32.random(in: 0...UInt32.max, using: &random)
      slots.set(key.bits, known)
      if key.bits != 0 { expected[key.bits] = known }
    }
    for key in keys(5000, &random) { #expect(slots[key.bits] == expected[key.bits]) }
  }
}
