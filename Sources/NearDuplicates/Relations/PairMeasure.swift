internal import Stories

/// Two texts with the stretches they share, measured from both sides.
struct PairMeasure {
  /// The stretches that count, in order of the second text.
  let stretches: [Stretch]
  /// The first text.
  let first: Side
  /// The second text.
  let second: Side

  /// One text as seen from the other.
  struct Side {
    let copy: Copy
    /// Its tokens in counting stretches, in ascending order, without overlap.
    let covered: [Range<Int>]
    /// How many these are.
    let coveredCount: Int
    /// What they weigh, in sixteenths of a bit.
    let coveredWeight: Int

    var share: Float { copy.count == 0 ? 0 : Float(coveredCount) / Float(copy.count) }
    var coverage: Coverage { Coverage(of: covered, in: copy.count) }
    var weightedShare: Float { copy.weight == 0 ? 0 : Float(coveredWeight) / Float(copy.weight) }

    /// Share of the first forty words that is covered.
    var opening: Float {
      let length = min(40, copy.count)
      guard length > 0 else { return 0 }
      let inside = covered.reduce(0) {
        $0 + max(0, min(length, $1.upperBound) - min(length, $1.lowerBound))
      }
      return Float(inside) / Float(length)
    }

    /// The longest run that is not covered, as a part.
    var ownRun: Float {
      guard copy.count > 0 else { return 0 }
      var (longest, end) = (0, 0)
      for range in covered {
        longest = max(longest, range.lowerBound - end)
        end = range.upperBound
      }
      return Float(max(longest, copy.count - end)) / Float(copy.count)
    }

    /// What comes after the last stretch, as a part.
    var ownTail: Float {
      guard let last = covered.last, copy.count > 0 else { return 1 }
      return Float(copy.count - last.upperBound) / Float(copy.count)
    }

    /// Words that no table knows, as a part.
    var unknown: Float { copy.unknownShare }

    /// Where the first stretch begins, from 0 to 1.
    var start: Float {
      guard let range = covered.first, copy.count > 0 else { return 1 }
      return Float(range.lowerBound) / Float(copy.count)
    }
  }

  /// What a stretch must weigh to count, in sixteenths of a bit: about four rare words in a row.
  static let leastWeight = 18 * Rarity.unit
  /// Matching words that a stretch needs.
  static let leastWords = 3

  /// Measures two texts.
  init(_ aligner: Aligner, _ other: Copy) {
    let all = aligner.stretches(with: other)
    let short = min(aligner.copy.count, other.count) < 12
    stretches = all.filter {
      $0.matched >= PairMeasure.leastWords && $0.weight >= PairMeasure.leastWeight
        || short && $0.matched * 2 > min(aligner.copy.count, other.count)
    }
    first = Side(aligner.copy, stretches.map(\.first).sorted { $0.lowerBound < $1.lowerBound })
    second = Side(other, stretches.map(\.second))
  }
}

extension PairMeasure.Side {
  init(_ copy: Copy, _ ranges: [Range<Int>]) {
    var covered: [Range<Int>] = []
    for range in ranges {
      if let last = covered.last, range.lowerBound <= last.upperBound {
        covered[covered.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        covered.append(range)
      }
    }
    var (count, weight) = (0, 0)
    copy.weights.withUnsafeBufferPointer { weights in
      for range in covered {
        count += range.count
        for index in range { weight += Int(weights[index]) }
      }
    }
    self.init(copy: copy, covered: covered, coveredCount: count, coveredWeight: weight)
  }
}
