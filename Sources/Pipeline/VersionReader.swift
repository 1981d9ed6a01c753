internal import NearDuplicates
internal import Stories

/// A story as its changes are told: what of it counts, where that stands, and all that it says besides.
struct VersionReader {
  /// As it is compared.
  let copy: Copy
  /// Where its words stand.
  let places: PlacedTokens
  /// Its words inside passages where the other reads otherwise.
  private let changed: [Int]
  /// Its figures of several parts.
  let joined: JoinedFigures
  /// What it quotes.
  let quotations: Quotations
  /// All its words, boilerplate too: what the other has there it has.
  let all: VersionWords
  /// Runs of words that do not count, and of those that are in no passage or changed there.
  private let aside: Set<ArraySlice<TokenKey>>
  /// What is in no passage.
  private let outside: [Range<Int>]

  /// Words of its own that a stretch must have to be named.
  static let leastOwnWords = 4
  /// Words of a stretch that must stand elsewhere for that to be no chance.
  private static let leastMoved = 8

  /// - Parameters:
  ///   - story: the story.
  ///   - copy: as it is compared.
  ///   - boilerplate: what of it does not count.
  ///   - covered: its parts of the passages that it shares with the other.
  ///   - changed: its words inside these where the other reads otherwise.
  init(
    _ story: ComparableStory, _ copy: Copy, without boilerplate: [Range<Int>],
    covered: [Range<Int>], _ changed: [Int]
  ) {
    self.copy = copy
    self.changed = changed
    outside = covered.sorted { $0.lowerBound < $1.lowerBound }.gaps(in: copy.count)
    places = PlacedTokens(story, without: boilerplate)
    quotations = Quotations(copy, places)
    joined = JoinedFigures(copy, places, isForeign: copy.isForeign)
    let whole = story.reading.whole
    all = VersionWords(
      whole, PlacedTokens(story, without: []), isForeign: copy.isForeign)
    let loose = Set(outside.joined()).union(changed)
    aside = VersionReader.runs(of: whole.keys, in: boilerplate).union(
      VersionReader.runs(
        of: copy.keys, in: VersionReader.runs(0..<copy.count, where: loose.contains)))
  }

  /// All runs of so many words that are told of.
  private static func runs(
    of keys: [TokenKey], in ranges: [Range<Int>]
  ) -> Set<ArraySlice<TokenKey>> {
    var runs: Set<ArraySlice<TokenKey>> = []
    for range in ranges where range.count >= leastOwnWords {
      for start in range.dropLast(leastOwnWords - 1) {
        runs.insert(keys[start..<start + leastOwnWords])
      }
    }
    return runs
  }

  /// What this story has that another has not: all but the words in place, and what is in quotation marks.
  ///
  /// - Parameters:
  ///   - other: the other story.
  ///   - altered: quotations of which it is told besides that the other has them otherwise.
  /// - Returns: what is its own.
  func side(not other: VersionReader, altered: [Range<Int>]) -> VersionChanges.Side {
    let own = outside.flatMap { other.withoutAside($0, of: copy) }
    var side = VersionChanges.Side()
    side.passages = own.flatMap(places.stretches(of:))
      .filter { $0.count >= Self.leastOwnWords }.map(places.text(of:))
    let told = Set(altered.joined())
    side.quotations = quotations(
      own: Set(own.joined()).union(changed).subtracting(told), not: other)
    side.figures = figures(not: other.all)
    side.names = VersionNames(self, other).own
    return side
  }

  /// Some words, if they follow one another.
  func words(_ places: [Int]) -> ArraySlice<TokenKey> {
    guard let first = places.first, let last = places.last, last - first == places.count - 1
    else { return [] }
    return copy.keys[first..<last + 1]
  }

  /// Whether some words in a row, enough to be told of, stand here and not in their place.
  func hasElsewhere(_ words: ArraySlice<TokenKey>) -> Bool {
    words.count >= Self.leastOwnWords
      && (0...words.count - Self.leastOwnWords).allSatisfy {
        let start = words.startIndex + $0
        return aside.contains(words[start..<start + Self.leastOwnWords])
      }
  }

  /// Parts of a range of another text that do not stand in what is set aside here, or elsewhere.
  private func withoutAside(_ range: Range<Int>, of other: Copy) -> [Range<Int>] {
    guard !aside.isEmpty, range.count >= Self.leastOwnWords else { return [range] }
    var there: Set<Int> = []
    for start in range.dropLast(Self.leastOwnWords - 1) {
      let run = start..<start + Self.leastOwnWords
      if aside.contains(other.keys[run]) { there.formUnion(run) }
    }
    // A few words in the midst of others are a phrase that both use.
    let parts = VersionReader.runs(range, where: there.contains)
      .filter { $0.count >= Self.leastMoved || $0 == range }
    let gone = Set(parts.joined())
    return VersionReader.runs(range) { !gone.contains($0) }
  }

  /// Quotations of which at least half of the words are a story's own, and longer runs of its own words in others; none
  /// that the other quotes too, wherever.
  private func quotations(own: Set<Int>, not other: VersionReader) -> [String] {
    quotations.ranges.flatMap { quoted in
      let count = quoted.count { own.contains($0) }
      return count >= Self.leastOwnWords && 2 * count >= quoted.count
        ? [quoted] : VersionReader.runs(quoted, where: own.contains)
    }
    .filter {
      $0.count >= Self.leastOwnWords && !other.all.quotations.contain(copy.keys[$0])
    }
    .flatMap(places.stretches(of:)).filter { $0.count >= Self.leastOwnWords }
    .map(places.text(of:))
  }

  private func figures(not other: VersionWords) -> [String] {
    var (figures, seen) = ([String](), Set<String>())
    for place in 0..<copy.count {
      if let whole = joined.range(at: place) {
        if whole.lowerBound == place, let figure = figure(whole, not: other),
          seen.insert(figure).inserted
        {
          figures.append(figure)
        }
        continue
      }
      if other.hasFigure(place, of: copy) { continue }
      let bare = places.text(of: place..<place + 1)
      let isKnown = other.keys.contains(copy.keys[place])
      if !isKnown, copy.mark(of: place) == 0, other.hasForm(bare, isForeign: copy.isForeign) {
        continue
      }
      let signed = places.words(ofEach: [place]).first ?? bare
      let figure = isKnown || copy.mark(of: place) != 0 ? signed : bare
      if seen.insert(figure).inserted { figures.append(figure) }
    }
    return figures
  }

  /// A figure of several parts, nil where the other text has it; with its signs where it has it with others.
  private func figure(_ range: Range<Int>, not other: VersionWords) -> String? {
    let text = places.text(of: range)
    guard other.hasJoined(text, isForeign: copy.isForeign) else { return text }
    return range.allSatisfy { other.hasFigure($0, of: copy) || !other.keys.contains(copy.keys[$0]) }
      ? nil : places.signedText(of: range)
  }

  /// The longest runs of positions of which something holds.
  static func runs(_ range: Range<Int>, where holds: (Int) -> Bool) -> [Range<Int>] {
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
