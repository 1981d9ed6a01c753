import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct ComparedTextTests {
  /// Texts of few words that repeat themselves, of which the two ways of looking find different things.
  private func texts(_ count: Int, _ random: inout SeededGenerator) -> [[Int]] {
    let phrases = (0..<12).map { phrase in (0..<7).map { phrase * 5 + $0 } }
    return (0..<count).map { _ in
      (0..<Int.random(in: 3...9, using: &random)).flatMap { _ in
        phrases.randomElement(using: &random) ?? []
      }
    }
  }

  private func face(_ hour: Int64) -> Face {
    Face(
      outlet: nil, published: Instant(milliseconds: hour * Instant.hour),
      tieBreak: Mixing.finalise(UInt64(hour)))
  }

  @Test("two stories measure the same whichever of them asks, seen from the one that asks")
  func bothWays() {
    var random = SeededGenerator(seed: 77)
    let copies = texts(60, &random).map(AlignerTests.copy)
    var differ = 0
    for first in copies.indices {
      for second in copies.indices where second > first {
        let (one, two) = (copies[first], copies[second])
        let (mine, theirs) = (face(Int64(first)), face(Int64(second)))
        let asked = ComparedText(one, mine).study(two, theirs)
        let back = ComparedText(two, theirs).study(one, mine)
        #expect(back.evidence == asked.evidence.reversed)
        #expect(back.evidence == ComparedText(two, theirs).evidence(with: one, mine))
        #expect(back.shared.shareOfFirst == asked.shared.shareOfSecond)
        #expect(Set(back.shared.passages) == Set(asked.shared.passages.map(\.reversed)))
        let starts = back.shared.passages.map(\.first.lowerBound)
        #expect(starts == starts.sorted())
        if covered(one, two) != covered(two, one).reversed() { differ += 1 }
      }
    }
    // Without a fixed way round they would not.
    #expect(differ > 100)
  }

  /// How many words the stretches of two texts cover in either, the first text's pairs of words being looked up.
  private func covered(_ first: Copy, _ second: Copy) -> [Int] {
    let found = AlignerTests.stretches(PackedCopy(first), PackedCopy(second))
    return [found.reduce(0) { $0 + $1.first.count }, found.reduce(0) { $0 + $1.second.count }]
  }
}
