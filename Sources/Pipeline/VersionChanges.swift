internal import NearDuplicates
internal import Stories
internal import Text

/// What a later story added, dropped and changed against an earlier one, boilerplate aside.
public struct VersionChanges: Hashable, Sendable, Codable {
  /// What one of two stories has that the other has not.
  public struct Side: Hashable, Sendable, Codable {
    /// Stretches of words of its own, in order.
    public var passages: [String] = []
    /// Figures that the other has nowhere, each once.
    public var figures: [String] = []
    /// Names that the other has nowhere.
    public var names: [String] = []
    /// Quotations that are mostly its own, whole, and longer parts of its own of the others.
    public var quotations: [String] = []
    /// Words inside shared passages where the other reads otherwise.
    public var wordsInPlace: [String] = []

    private enum CodingKeys: String, CodingKey {
      case passages, figures, names, quotations
      case wordsInPlace = "words_in_place"
    }
  }

  /// A quotation that reads otherwise in the later story.
  public struct AlteredQuotation: Hashable, Sendable, Codable {
    /// As the earlier story has it.
    public let before: String
    /// As the later story has it.
    public let after: String
  }

  /// What the later story added.
  public let added: Side
  /// What it dropped.
  public let dropped: Side
  /// Quotations that it altered, in its order.
  public let alteredQuotations: [AlteredQuotation]
}

extension CopyReader {
  /// Words of its own that a stretch must have to be named.
  private static let leastOwnWords = 4

  /// What a later story made of an earlier one.
  ///
  /// Complexity: O(n + m), and for quotations what `AlteredQuotations` takes.
  public func changes(
    from earlier: ComparableStory, to later: ComparableStory
  ) -> VersionChanges {
    let (old, new) = (tokens(notCountingIn: earlier), tokens(notCountingIn: later))
    let (one, two) = (copy(earlier.reading, without: old), copy(later.reading, without: new))
    let passages = ComparedText(one, earlier.face).study(two, later.face).shared.passages
    let (before, after) = (PlacedTokens(earlier, without: old), PlacedTokens(later, without: new))
    let changes = PassageChanges(
      passages, one, two, isTurned: later.face.precedes(earlier.face))
    var added = side(two, after, covered: passages.map(\.second), changes.second, not: one)
    var dropped = side(one, before, covered: passages.map(\.first), changes.first, not: two)
    added.wordsInPlace = after.words(ofEach: changes.second)
    dropped.wordsInPlace = before.words(ofEach: changes.first)
    let altered = AlteredQuotations(one, two).pairs.map {
      VersionChanges.AlteredQuotation(
        before: before.text(of: $0.first), after: after.text(of: $0.second))
    }
    return VersionChanges(added: added, dropped: dropped, alteredQuotations: altered)
  }

  private func side(
    _ copy: Copy, _ placed: PlacedTokens, covered: [Range<Int>], _ changed: [Int], not other: Copy
  ) -> VersionChanges.Side {
    let there = Set(other.keys)
    var side = VersionChanges.Side()
    let gaps = CopyReader.gaps(in: copy.count, covered)
    for range in gaps.flatMap(placed.stretches(of:)) where range.count >= CopyReader.leastOwnWords {
      side.passages.append(placed.text(of: range))
    }
    side.quotations = quotations(copy, own: Set(gaps.joined()).union(changed))
      .flatMap(placed.stretches(of:)).filter { $0.count >= CopyReader.leastOwnWords }
      .map(placed.text(of:))
    var seen: Set<String> = []
    for index in 0..<copy.count
    where copy.traits[index].contains(.figure) && !there.contains(copy.keys[index]) {
      let figure = placed.text(of: index..<index + 1)
      if seen.insert(figure).inserted { side.figures.append(figure) }
    }
    seen = []
    let names = CopyReader.runs(0..<copy.count, where: CopyReader.names(copy, other))
    for run in placed.phrases(in: names)
    where run.contains(where: { !there.contains(copy.keys[$0]) }) {
      let name = placed.text(of: run)
      if CopyReader.isName(name, of: copy.keys[run]), seen.insert(name).inserted {
        side.names.append(name)
      }
    }
    return side
  }

  /// Quotations of which at least half of the words are a story's own, and longer runs of its own words in others.
  private func quotations(_ copy: Copy, own: Set<Int>) -> [Range<Int>] {
    CopyReader.runs(0..<copy.count, where: { copy.traits[$0].contains(.quoted) }).flatMap {
      quoted in
      let count = quoted.count { own.contains($0) }
      return count >= CopyReader.leastOwnWords && 2 * count >= quoted.count
        ? [quoted]
        : CopyReader.runs(quoted, where: own.contains).filter {
          $0.count >= CopyReader.leastOwnWords
        }
    }
  }

  /// Tells which words of a text are names: capitals in the midst of a sentence, and at its start such as are names
  /// elsewhere, or that hardly any story has. Where most words are strange that says nothing.
  private static func names(_ copy: Copy, _ other: Copy) -> (Int) -> Bool {
    func sure(_ copy: Copy) -> Set<TokenKey> {
      Set(copy.keys.indices.filter { copy.traits[$0].isName }.map { copy.keys[$0] })
    }
    let known = sure(copy).union(sure(other))
    let rareTells = !copy.looksMisread
    return { place in
      copy.traits[place].isName
        || copy.traits[place].contains(.capital)
          && (known.contains(copy.keys[place]) || rareTells && copy.weights[place] == Rarity.most)
    }
  }

  /// Whether words with capitals are more than a day, a month or who is speaking.
  private static func isName(_ text: String, of keys: ArraySlice<TokenKey>) -> Bool {
    let isSpeaker = text == "I" || text.hasPrefix("I'") || text.hasPrefix("I’")
    return !isSpeaker && !keys.allSatisfy { DateWords.contains($0) }
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
