internal import Stories

/// Finds the stretches that two texts share, tolerant of small edits.
///
/// Seed and extend: pairs of neighbouring words that say enough are seeds; each is grown to its longest
/// exact match; matches that follow each other on nearly one diagonal, with a gap of a few changed words
/// between them, are one stretch. Goes once through the second text, so a token of it is in one stretch at
/// most; in the first text stretches may overlap where the second repeats it. What counts as enough and as a few
/// depends on whether either text looks misread, see `Tolerance`.
///
/// Prepared once for a text and then used against many. Complexity: O(n) to prepare, O(m) a comparison for
/// ordinary text, at most `SeedTable.placesPerSeed` times that.
struct Aligner {
  let copy: PackedCopy
  /// The seeds for a text that looks no more misread than this one.
  private let seeds: SeedTable

  init(_ copy: PackedCopy) {
    self.copy = copy
    seeds = copy.withView { SeedTable($0, least: Tolerance.between($0, $0).leastSeed) }
  }

  /// The stretches, in order of the second text, weak ones included.
  func stretches(with other: PackedCopy) -> [Stretch] {
    copy.withView { mine in
      other.withView { theirs in
        AlignmentScratch.with(mine, theirs) { stretches(mine, theirs, $0) }
      }
    }
  }

  /// The same where the texts are at hand. Puts down as well which words lie in exact matches.
  func stretches(
    _ mine: CopyView, _ theirs: CopyView, _ scratch: AlignmentScratch
  ) -> [Stretch] {
    guard mine.count > 1, theirs.count > 1 else { return wholeMatch(mine, theirs, scratch) }
    let tolerance = Tolerance.between(mine, theirs)
    let isOther = tolerance.leastSeed != seeds.least
    let seeds = isOther ? SeedTable(mine, least: tolerance.leastSeed) : seeds
    return seeds.withView(of: mine) { seeds in
      var walk = AlignmentWalk(mine, theirs, tolerance, scratch)
      walk.run(seeds)
      return walk.found
    }
  }

  /// Texts of one token have no pairs of words.
  private func wholeMatch(
    _ mine: CopyView, _ theirs: CopyView, _ scratch: AlignmentScratch
  ) -> [Stretch] {
    guard mine.count == 1, mine.hasSameKeys(as: theirs) else { return [] }
    scratch.markMatch(first: 0, second: 0, length: 1)
    return [Stretch(first: 0, second: 0, length: 1, weight: Int(mine.weights[0]))]
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
