internal import NearDuplicates
internal import Stories
internal import Text

/// The tokens of a story that count, with where they stand in its text.
struct PlacedTokens {
  private let story: ComparableStory
  private var kept: [Range<Int>] = []

  init(_ story: ComparableStory, without boilerplate: [Range<Int>]) {
    self.story = story
    var position = 0
    for range in boilerplate {
      if range.lowerBound > position { kept.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < story.tokens.count { kept.append(position..<story.tokens.count) }
  }

  /// The text from the first to the last of some tokens that count, in Unicode scalars.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let whole = place(of: range.lowerBound)..<place(of: range.upperBound - 1) + 1
    return story.offsets.scalars(story.tokens.byteRange(of: whole))
  }

  /// The words of a stretch that another stretch has not, in Unicode scalars.
  func scalars(
    of copy: Copy, _ range: Range<Int>, not other: Copy, _ otherRange: Range<Int>
  ) -> [Range<Int>] {
    let there = Set(other.keys[otherRange])
    return range.filter { !there.contains(copy.keys[$0]) }.map { scalars($0..<$0 + 1) }
  }

  private func place(of token: Int) -> Int {
    var rest = token
    for range in kept {
      if rest < range.count { return range.lowerBound + rest }
      rest -= range.count
    }
    return kept.last?.upperBound ?? 0
  }
}
