import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct ShinglerTests {
  static func keys(_ count: Int, seed: UInt64, characters: Bool = false) -> [TokenKey] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      TokenKey(hash: random.next(), isCharacter: characters && Bool.random(using: &random))
    }
  }

  /// The specification, word for word.
  private func specified(_ run: ArraySlice<TokenKey>) -> UInt64 {
    var sum: UInt64 = 0
    for key in run { sum = sum &* 0xD134_2543_DE82_EF95 &+ UInt64(key.bits) }
    return Mixing.finalise(sum &+ UInt64(run.count) &* 0x9E37_79B9_7F4A_7C15)
  }

  @Test(
    "hashes are those that the specification gives, for words and characters mixed",
    arguments: 1...7)
  func agreesWithSpecification(words: Int) {
    for seed in UInt64(1)...80 {
      let keys = Self.keys(Int(seed) * 3, seed: seed, characters: seed % 2 == 0)
      var expected: [UInt64] = []
      for start in keys.indices {
        var weight = 0
        guard
          let end = keys[start...].firstIndex(where: { key in
            weight += key.isCharacter ? 5 : 8
            return weight >= 8 * words
          })
        else { break }
        expected.append(specified(keys[start...end]))
      }
      if expected.isEmpty { expected = [specified(keys[...])] }
      #expect(Shingler(words: words).hashes(of: keys) == expected)
    }
  }

  @Test("five words or eight characters make a shingle")
  func widths() {
    let words = (1...9).map { TokenKey(hash: UInt64($0) << 8, isCharacter: false) }
    let characters = (1...9).map { TokenKey(hash: UInt64($0) << 8, isCharacter: true) }
    #expect(Shingler().hashes(of: words).count == 5)
    #expect(Shingler().hashes(of: characters).count == 2)
    #expect(Shingler(words: 3).hashes(of: words).count == 7)
  }

  @Test("a text shorter than a shingle is one shingle, an empty one has none")
  func short() {
    #expect(Shingler().hashes(of: Self.keys(3, seed: 1)).count == 1)
    #expect(Shingler().hashes(of: []).isEmpty)
  }

  @Test("hashes are fixed for ever")
  func golden() {
    let keys = [2, 4, 6, 8, 10, 12].map { TokenKey(bits: $0) }
    #expect(
      Shingler().hashes(of: keys) == [
        0xEF32EAFD3986937A, 0x1702C59D0921503E,
      ])
  }
}
