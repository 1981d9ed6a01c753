import Pipeline
import TestSupport
import Testing

/// Sets of positions as ranges, held against their plain definitions.
@Suite struct TokenRangesTests {
  /// Ranges in ascending order that neither touch nor overlap.
  private func ranges(_ most: Int, _ random: inout SeededGenerator) -> [Range<Int>] {
    var position = 0
    return (0..<Int.random(in: 0...most, using: &random)).map { _ in
      position += Int.random(in: 1...6, using: &random)
      let start = position
      position += Int.random(in: 1...6, using: &random)
      return start..<position
    }
  }

  /// Any ranges, in any order: they may overlap, touch and be empty.
  private func loose(_ most: Int, _ random: inout SeededGenerator) -> [Range<Int>] {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in
      let start = Int.random(in: 0...60, using: &random)
      return start..<start + Int.random(in: 0...12, using: &random)
    }
  }

  @Test("what is left without others is what taking these away one by one leaves")
  func without() {
    var random = SeededGenerator(seed: 44)
    for round in 0..<3000 {
      let first = ranges(9, &random)
      let others = round % 2 == 0 ? ranges(9, &random) : loose(9, &random)
      let plain = others.reduce(first) { left, other in
        left.flatMap { range in
          range.overlaps(other)
            ? [
              range.lowerBound..<max(range.lowerBound, other.lowerBound),
              min(range.upperBound, other.upperBound)..<range.upperBound,
            ].filter { !$0.isEmpty } : [range]
        }
      }
      #expect(TokenRanges.without(first, others) == plain, "\(first) without \(others)")
    }
  }

  @Test("ranges apart from others are those that overlap none of them")
  func apart() {
    var random = SeededGenerator(seed: 45)
    for _ in 0..<3000 {
      let others = ranges(9, &random)
      // Segments touch each other.
      let segments = ranges(9, &random).flatMap { range in
        let middle = range.lowerBound + range.count / 2
        return [range.lowerBound..<middle, middle..<range.upperBound].filter { !$0.isEmpty }
      }
      let plain = segments.filter { segment in !others.contains { $0.overlaps(segment) } }
      #expect(TokenRanges.apart(segments, from: others) == plain, "\(segments) from \(others)")
    }
  }

  @Test("a hundred thousand ranges are gone through once", .timeLimit(.minutes(1)))
  func many() {
    let even = (0..<100_000).map { 4 * $0..<4 * $0 + 2 }
    let odd = even.map { $0.lowerBound + 2..<$0.upperBound + 2 }
    #expect(TokenRanges.without(even, odd).count == even.count)
    #expect(TokenRanges.apart(even, from: odd).count == even.count)
    #expect(TokenRanges.without(even, even).isEmpty)
  }
}
