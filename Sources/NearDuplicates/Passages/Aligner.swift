internal import Stories

/// Finds the stretches that two texts share, tolerant of small edits.
///
/// Seed and extend: pairs of neighbouring words that say enough are seeds; each is grown to its longest
/// exact match; matches that follow each other on nearly one diagonal, with a gap of a few changed words
/// between them, are one stretch. Goes once through the second text, so a token of it is in one stretch at
/// most; in the first text stretches may overlap where the second repeats it. What counts as enough and as a few
/// depends on whether either text looks misread, see `Tolerance`.
///
/// Complexity: O(n + m) for ordinary text, at most `SeedTable.placesPerSeed` · `placesPerLook` times that.
enum Aligner {
  /// The stretches, in order of the second text, weak ones included. Puts down as well which words lie in exact
  /// matches.
  static func stretches(
    _ first: CopyView, _ second: CopyView, _ scratch: AlignmentScratch
  ) -> [Stretch] {
    guard first.count > 1, second.count > 1 else { return wholeMatch(first, second, scratch) }
    let tolerance = Tolerance.between(first, second)
    return SeedTable.with(first, least: tolerance.leastSeed, scratch.places) { seeds in
      var walk = AlignmentWalk(first, second, tolerance, scratch)
      walk.run(seeds)
      return walk.found
    }
  }

  /// Texts of one token have no pairs of words.
  private static func wholeMatch(
    _ first: CopyView, _ second: CopyView, _ scratch: AlignmentScratch
  ) -> [Stretch] {
    guard first.count == 1, first.hasSameKeys(as: second) else { return [] }
    scratch.markMatch(first: 0, second: 0, length: 1)
    return [Stretch(first: 0, second: 0, length: 1, weight: Int(first.weights[0]))]
  }
}

/// Memory that the comparison of two texts needs while it lasts.
struct AlignmentScratch {
  /// Two numbers for each token of the longer text.
  let places: UnsafeMutableBufferPointer<UInt32>
  /// For each token of the first text 0 if it lies in an exact match, otherwise 1.
  let firstUnmatched: UnsafeMutableBufferPointer<UInt8>
  /// The same of the second text.
  let secondUnmatched: UnsafeMutableBufferPointer<UInt8>

  /// Calls `body` with such memory, in which nothing is matched.
  @inline(__always)
  static func with<Result>(
    _ first: CopyView, _ second: CopyView, _ body: (AlignmentScratch) -> Result
  ) -> Result {
    let (one, two) = (first.count, second.count)
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * max(one, two)) { places in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: one + two) { unmatched in
        unmatched.initialize(repeating: 1)
        return body(
          AlignmentScratch(
            places: places,
            firstUnmatched: UnsafeMutableBufferPointer(rebasing: unmatched[..<one]),
            secondUnmatched: UnsafeMutableBufferPointer(rebasing: unmatched[one...])))
      }
    }
  }

  /// Puts down an exact match.
  @inline(__always)
  func markMatch(first: Int, second: Int, length: Int) {
    firstUnmatched.extracting(first..<first &+ length).update(repeating: 0)
    secondUnmatched.extracting(second..<second &+ length).update(repeating: 0)
  }
}
