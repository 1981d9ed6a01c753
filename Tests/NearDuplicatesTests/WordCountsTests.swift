import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct WordCountsTests {
  @Test(
    "many words counted at once give what each word gives by itself",
    arguments: [0, 1, 7, 31, 32, 33, 64, 100, 255 * 32 + 5, 20_000])
  func likeOneByOne(length: Int) {
    var random = SeededGenerator(seed: UInt64(length))
    let weights = (0..<length).map { _ in
      // As many unknown words as others, and among these the neighbours of their weight.
      [
        Rarity.most, Rarity.most, Rarity.most - 1,
        UInt8.random(in: 0...Rarity.most, using: &random),
      ]
      .randomElement(using: &random) ?? 0
    }
    let traits = weights.map { _ in
      TokenTraits(rawValue: UInt8.random(in: 0...255, using: &random))
    }
    let copy = Copy(
      keys: weights.indices.map { TokenKey(bits: UInt32($0) << 1) }, weights: weights,
      traits: traits)
    let unknown = weights.indices.filter { weights[$0] == Rarity.most }
    #expect(copy.counts.weight == weights.reduce(0) { $0 + Int($1) })
    #expect(copy.counts.unknown == unknown.count)
    #expect(
      copy.counts.strange == unknown.count { traits[$0].isDisjoint(with: [.capital, .figure]) })
    #expect(copy.counts.small == traits.count { $0.isDisjoint(with: [.capital, .figure]) })
    #expect(copy.counts.figures == traits.count { $0.contains(.figure) })
    #expect(copy.counts.names == traits.count { $0.isName })
    PackedCopy(copy).withView { #expect($0.counts == copy.counts) }
  }
}
