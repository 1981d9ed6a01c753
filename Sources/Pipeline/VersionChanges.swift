internal import NearDuplicates
internal import Stories
internal import Text

/// What a later story added, dropped and changed against an earlier one, boilerplate aside.
public struct VersionChanges: Hashable, Sendable, Codable {
  /// What one of two stories has that the other has not.
  public struct Side: Hashable, Sendable, Codable {
    /// Stretches of words of its own, in order.
    public var passages: [String] = []
    /// Figures that the other has nowhere.
    public var figures: [String] = []
    /// Names that the other has nowhere.
    public var names: [String] = []
    /// Quotations, or parts of them, that the other has not.
    public var quotations: [String] = []
    /// Words inside shared passages where the other reads otherwise.
    public var wordsInPlace: [String] = []

    private enum CodingKeys: String, CodingKey {
      case passages, figures, names, quotations
      case wordsInPlace = "words_in_place"
    }
  }

  /// What the later story added.
  public let added: Side
  /// What it dropped.
  public let dropped: Side
}

extension CopyReader {
  /// Words of its own that a stretch must have to be named.
  private static let leastOwnWords = 4

  /// What a later story made of an earlier one.
  ///
  /// Complexity: O(n + m).
  public func changes(
    from earlier: ComparableStory, to later: ComparableStory
  ) -> VersionChanges {
    let (old, new) = (tokens(notCountingIn: earlier), tokens(notCountingIn: later))
    let (one, two) = (earlier.reading.whole.without(old), later.reading.whole.without(new))
    let passages = ComparedText(one, earlier.face).study(two, later.face).shared.passages
    let (before, after) = (PlacedTokens(earlier, without: old), PlacedTokens(later, without: new))
    var added = side(two, after, covered: passages.map(\.second), not: one)
    var dropped = side(one, before, covered: passages.map(\.first), not: two)
    let changes = PassageChanges(
      passages, one, two, isTurned: later.face.precedes(earlier.face))
    added.wordsInPlace = after.words(ofEach: changes.second)
    dropped.wordsInPlace = before.words(ofEach: changes.first)
    return VersionChanges(added: added, dropped: dropped)
  }

  private func side(
    _ copy: Copy, _ placed: PlacedTokens, covered: [Range<Int>], not other: Copy
  ) -> VersionChanges.Side {
    let there = Set(other.keys)
    var side = VersionChanges.Side()
    for range in CopyReader.gaps(in: copy.count, covered) {
      if range.count >= CopyReader.leastOwnWords { side.passages.append(placed.text(of: range)) }
      for quoted in CopyReader.runs(range, where: { copy.traits[$0].contains(.quoted) })
      where quoted.count >= CopyReader.leastOwnWords {
        side.quotations.append(placed.text(of: quoted))
      }
    }
    let foreign = (0..<copy.count).filter { !there.contains(copy.keys[$0]) }
    for index in foreign where copy.traits[index].contains(.figure) {
      side.figures.append(placed.text(of: index..<index + 1))
    }
    for run in placed.phrases(
      in: CopyReader.runs(0..<copy.count, where: { copy.traits[$0].isName }))
    where run.contains(where: { !there.contains(copy.keys[$0]) }) {
      let name = placed.text(of: run)
      if !side.names.contains(name) { side.names.append(name) }
    }
    return side
  }

  /// What lies outside of some ranges.
  private static func gaps(in count: Int, _ ranges: [Range<Int>]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var position = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > position { gaps.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < count { gaps.append(position..<count) }
    return gaps
  }

  /// The longest runs of positions of which something holds.
  private static func runs(_ range: Range<Int>, where holds: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in range where holds(index) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
