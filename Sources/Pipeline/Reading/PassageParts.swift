internal import NearDuplicates
internal import Stories

/// Passages cut where boilerplate that was set aside stands within them, in either text: what does not count is in no
/// passage, but for those of some twenty thousand words.
struct PassageParts {
  private let one: Copy
  private let two: Copy
  private let cuts: (first: [Int], second: [Int])
  private let isTurned: Bool

  /// - Parameters:
  ///   - one: the first text, as it is compared.
  ///   - two: the second.
  ///   - places: where the words of both stand in their stories.
  ///   - isTurned: whether the second is the earlier one, see `PassageChanges`.
  init(
    _ one: Copy, _ two: Copy, _ places: (first: PlacedTokens, second: PlacedTokens), isTurned: Bool
  ) {
    (self.one, self.two, self.isTurned) = (one, two, isTurned)
    cuts = (places.first.cuts, places.second.cuts)
  }

  /// The parts of passages, in the order of the first text.
  ///
  /// Complexity: O(n · d) in words and changes of the passages that are cut.
  func parts(of passages: [Passage]) -> [Passage] {
    guard !cuts.first.isEmpty || !cuts.second.isEmpty else { return passages }
    return passages.flatMap(parts).sorted {
      ($0.first.lowerBound, $0.second.lowerBound) < ($1.first.lowerBound, $1.second.lowerBound)
    }
  }

  private func parts(of passage: Passage) -> [Passage] {
    let cuts = (
      first: cuts.first.filter { $0 > passage.first.lowerBound && $0 < passage.first.upperBound },
      second: cuts.second.filter {
        $0 > passage.second.lowerBound && $0 < passage.second.upperBound
      }
    )
    guard !cuts.first.isEmpty || !cuts.second.isEmpty else { return [passage] }
    let agreeing = PassageChanges.agreeing(passage, one, two, isTurned: isTurned)
    // Too long for places to be told: shown as it is rather than not at all.
    guard !agreeing.isEmpty else { return [passage] }
    var (parts, words) = ([Passage](), 0)
    var (start, otherStart) = (passage.first.lowerBound, passage.second.lowerBound)
    func close(_ end: Int, _ otherEnd: Int) {
      if start < end, otherStart < otherEnd, words >= SharedStretches.least(one.keys[start..<end]) {
        parts.append(Passage(first: start..<end, second: otherStart..<otherEnd))
      }
    }
    for (number, (place, other)) in agreeing.enumerated() {
      let last = number > 0 ? agreeing[number - 1] : (start - 1, otherStart - 1)
      let gap = PassageParts.between(last.0, place, cuts.first)
      let otherGap = PassageParts.between(last.1, other, cuts.second)
      if gap != nil || otherGap != nil {
        close(gap?.lowerBound ?? place, otherGap?.lowerBound ?? other)
        (start, otherStart) = (gap?.upperBound ?? place, otherGap?.upperBound ?? other)
        words = 0
      }
      words += 1
    }
    let last = agreeing[agreeing.count - 1]
    let end = PassageParts.between(last.0, passage.first.upperBound - 1, cuts.first)
    let otherEnd = PassageParts.between(last.1, passage.second.upperBound - 1, cuts.second)
    close(
      end?.lowerBound ?? passage.first.upperBound,
      otherEnd?.lowerBound ?? passage.second.upperBound)
    return parts
  }

  /// From the first to the last cut that stands behind one word and before or at another.
  private static func between(_ word: Int, _ other: Int, _ cuts: [Int]) -> Range<Int>? {
    let inside = cuts.filter { $0 > word && $0 <= other }
    guard let first = inside.first, let last = inside.last else { return nil }
    return first..<last
  }
}
