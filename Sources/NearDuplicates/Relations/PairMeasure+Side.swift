internal import Stories

extension PairMeasure {
  /// One text as seen from the other.
  struct Side {
    let copy: CopyView
    /// Its tokens in counting stretches, in ascending order, without overlap.
    let covered: [Range<Int>]
    /// How many these are.
    let coveredCount: Int

    init(_ copy: CopyView, covered: [Range<Int>]) {
      (self.copy, self.covered) = (copy, covered)
      coveredCount = covered.reduce(0) { $0 + $1.count }
    }

    var share: Float { copy.count == 0 ? 0 : Float(coveredCount) / Float(copy.count) }
    var coverage: Coverage { Coverage(of: covered, in: copy.count) }

    /// The same with each word weighed.
    var weightedShare: Float {
      let weights = UnsafeRawBufferPointer(copy.weights)
      let weight = covered.reduce(0) { $0 + weights.byteSum($1) }
      return copy.counts.weight == 0 ? 0 : Float(weight) / Float(copy.counts.weight)
    }

    /// Covered tokens that stand inside quotation marks.
    var quotedCount: Int {
      let (traits, quoted) = (
        UnsafeRawBufferPointer(copy.traits), TokenTraits.quoted.rawValue
      )
      return covered.reduce(0) { $0 + traits.byteSum($1, mask: quoted) } / Int(quoted)
    }

    /// These as a part of all covered ones.
    var quotedPart: Float {
      coveredCount == 0 ? 0 : Float(quotedCount) / Float(coveredCount)
    }

    /// Share of the first words that is covered, see `WordDifferences.opening`.
    var opening: Float {
      let length = min(WordDifferences.opening, copy.count)
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

    /// Words in small letters that no table knows, as a part.
    var unknown: Float { copy.strangeShare }

    /// Where the first stretch begins, from 0 to 1.
    var start: Float {
      guard let range = covered.first, copy.count > 0 else { return 1 }
      return Float(range.lowerBound) / Float(copy.count)
    }
  }
}
