internal import Stories

/// Two texts with the stretches they share, measured from both sides. Good while the texts' memory is at hand.
struct PairMeasure {
  /// The stretches that count, in order of the second text.
  let stretches: [Stretch]
  /// The first text.
  let first: Side
  /// The second text.
  let second: Side
  /// Which tokens lie in exact matches.
  let scratch: AlignmentScratch

  /// What a stretch must weigh to count, in sixteenths of a bit: about four rare words in a row, or some more that
  /// are not.
  static let leastWeight = 18 * Rarity.unit
  /// Matching words that a stretch needs.
  static let leastWords = 3
  /// The same in scripts without spaces, as many as a passage that is shown has.
  static let leastCharacters = SharedStretches.leastCharacters

  /// Measures two texts.
  init(_ one: CopyView, _ other: CopyView, _ scratch: AlignmentScratch) {
    var stretches = Aligner.stretches(one, other, scratch)
    let shorter = min(one.count, other.count)
    let bonus = Tolerance.between(one, other).wordBonus
    let least =
      one.counts.isOfCharacters && other.counts.isOfCharacters
      ? PairMeasure.leastCharacters : PairMeasure.leastWords
    stretches.removeAll {
      !($0.matched >= least
        && $0.weight + bonus * $0.matched >= PairMeasure.leastWeight
        || shorter < 12 && $0.matched * 2 > shorter)
    }
    first = Side(one, covered: PairMeasure.united(stretches.map(\.first)))
    second = Side(other, covered: PairMeasure.united(stretches.map(\.second)))
    (self.stretches, self.scratch) = (stretches, scratch)
  }

  /// Ranges in ascending order, those that overlap or touch as one.
  private static func united(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard ranges.count > 1 else { return ranges }
    var ranges = ranges
    // Stretches of the second text are in order, and mostly so are those of the first.
    if !zip(ranges, ranges.dropFirst()).allSatisfy({ $0.lowerBound <= $1.lowerBound }) {
      ranges.sort { $0.lowerBound < $1.lowerBound }
    }
    var last = 0
    for range in ranges.dropFirst() {
      if range.lowerBound <= ranges[last].upperBound {
        let end = max(ranges[last].upperBound, range.upperBound)
        ranges[last] = ranges[last].lowerBound..<end
      } else {
        last += 1
        ranges[last] = range
      }
    }
    ranges.removeSubrange((last + 1)...)
    return ranges
  }

  /// Calls `body` with what is measured of two texts.
  @inline(__always)
  static func with<Result>(
    _ one: PackedCopy, _ other: PackedCopy, _ body: (PairMeasure) -> Result
  ) -> Result {
    one.withView { one in
      other.withView { other in
        AlignmentScratch.with(one, other) { body(PairMeasure(one, other, $0)) }
      }
    }
  }
}
