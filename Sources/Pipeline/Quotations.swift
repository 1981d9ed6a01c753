internal import NearDuplicates
internal import Stories

/// The quotations of a text, each by itself: where one ends and another begins with no word between, two are told.
struct Quotations {
  /// Where each stands, in tokens as the text is compared.
  let ranges: [Range<Int>]
  private let copy: Copy
  private let places: PlacedTokens

  /// - Parameters:
  ///   - copy: a text as it is compared.
  ///   - places: where its words stand.
  init(_ copy: Copy, _ places: PlacedTokens) {
    let isQuoted = copy.traits.map { $0.contains(.quoted) }
    var ranges: [Range<Int>] = []
    for place in isQuoted.indices where isQuoted[place] {
      if let last = ranges.last, last.upperBound == place, !places.quotationEnds(before: place) {
        ranges[ranges.count - 1] = last.lowerBound..<place + 1
      } else {
        ranges.append(place..<place + 1)
      }
    }
    (self.ranges, self.copy, self.places) = (ranges, copy, places)
  }

  /// Part of a quotation's words that must stand without marks in the other text. Direct speech that was made indirect
  /// has another tense, and "she" for "I".
  private static let keptFrom = 0.6
  /// Words up to which all must: of a few, others may be chance.
  private static let fewWords = 6

  /// Quotations whose words agree with words of another text that stand in no quotation marks there.
  ///
  /// What is read as a quotation may be what stands between two: only what has marks here, and none there, is told.
  func alone(_ agreeing: [(mine: Int, theirs: Int)], in other: Quotations) -> [Range<Int>] {
    let facing = Dictionary(
      agreeing.filter { copy.traits[$0.mine].contains(.quoted) }.map { ($0.mine, $0.theirs) },
      uniquingKeysWith: { first, _ in first })
    guard !facing.isEmpty else { return [] }
    return ranges.filter { range in
      let theirs = range.compactMap { facing[$0] }
      let least = range.count <= Self.fewWords ? 1 : Self.keptFrom
      guard Double(theirs.count) >= least * Double(range.count), let start = theirs.first,
        let end = theirs.last, start <= end,
        !theirs.contains(where: { other.copy.traits[$0].contains(.quoted) })
      else { return false }
      return places.isQuotation(range) && !other.places.hasMarks(around: start..<end + 1)
        && !other.contain(copy.keys[range])
    }
  }

  /// Whether some words stand in a row in one of the quotations.
  ///
  /// Complexity: O(n) in quoted words, times the words looked for where many begin alike.
  func contain(_ words: ArraySlice<TokenKey>) -> Bool {
    guard let first = words.first else { return true }
    return ranges.contains { range in
      guard range.count >= words.count else { return false }
      return (range.lowerBound...range.upperBound - words.count).contains {
        copy.keys[$0] == first && copy.keys[$0..<$0 + words.count] == words
      }
    }
  }
}

extension PassageChanges {
  /// Words that agree and stand in quotation marks in one of the two texts alone.
  func quoted(
    _ one: Quotations, _ two: Quotations
  ) -> (first: [Range<Int>], second: [Range<Int>]) {
    (
      one.alone(agreeing.map { (mine: $0, theirs: $1) }, in: two),
      two.alone(agreeing.map { (mine: $1, theirs: $0) }, in: one)
    )
  }

  /// The changed words of both texts, and those that stand in quotation marks in one alone: in both, since a reader looks
  /// for the marks that are missing too.
  func marked(_ one: Quotations, _ two: Quotations) -> (first: [Int], second: [Int]) {
    let quoted = quoted(one, two)
    guard !quoted.first.isEmpty || !quoted.second.isEmpty else { return (first, second) }
    let (mine, theirs) = (Set(quoted.first.joined()), Set(quoted.second.joined()))
    let pairs = agreeing.filter { mine.contains($0.0) || theirs.contains($0.1) }
    return (
      Set(first).union(pairs.map(\.0)).sorted(), Set(second).union(pairs.map(\.1)).sorted()
    )
  }
}
