internal import NearDuplicates
internal import Stories

/// Figures that are several to the tokeniser and one to a reader: times of day such as 10:15, and numbers whose thousands
/// are parted by spaces, such as 31 250.
struct JoinedFigures {
  /// What is one figure, by each of its places.
  private let ranges: [Int: Range<Int>]

  /// Finds the figures of a text.
  ///
  /// - Parameters:
  ///   - copy: the text.
  ///   - places: where its words stand.
  ///   - isForeign: whether it is in a language other than English, where any space may part thousands.
  ///
  /// Complexity: O(n).
  init(_ copy: Copy, _ places: PlacedTokens, isForeign: Bool) {
    let spaces = isForeign ? JoinedFigures.fixedSpaces.union([" "]) : JoinedFigures.fixedSpaces
    var ranges: [Int: Range<Int>] = [:]
    for range in JoinedFigures.times(copy, places)
      + JoinedFigures.numbers(copy, places, parted: spaces)
    {
      for place in range { ranges[place] = range }
    }
    self.ranges = ranges
  }

  /// The places of the figure of which a place is a part; nil for a figure by itself, and for any other word.
  func range(at place: Int) -> Range<Int>? { ranges[place] }

  /// A figure without the spaces in it.
  static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// Words that face each other, with the other parts of a figure of which either has one, as far as both texts have those.
  ///
  /// - Parameters:
  ///   - facing: the words, by their places.
  ///   - other: the figures of the second text.
  ///   - agree: whether two places hold the same word.
  /// - Returns: the places to be told.
  func whole(
    _ facing: PassageChanges.Facing, _ other: JoinedFigures, agree: (_ one: Int, _ two: Int) -> Bool
  ) -> PassageChanges.Facing {
    var whole = facing
    while let one = whole.first.first, let two = whole.second.first,
      isOne(one - 1, one) || other.isOne(two - 1, two), agree(one - 1, two - 1)
    {
      whole.first.insert(one - 1, at: 0)
      whole.second.insert(two - 1, at: 0)
    }
    while let one = whole.first.last, let two = whole.second.last,
      isOne(one, one + 1) || other.isOne(two, two + 1), agree(one + 1, two + 1)
    {
      whole.first.append(one + 1)
      whole.second.append(two + 1)
    }
    return whole
  }

  private func isOne(_ place: Int, _ next: Int) -> Bool {
    ranges[place]?.contains(next) ?? false
  }

  private static func times(_ copy: Copy, _ places: PlacedTokens) -> [Range<Int>] {
    let pairs = Set(
      (0..<max(0, copy.count - 1)).filter { place in
        copy.traits[place].contains(.figure) && copy.traits[place + 1].contains(.figure)
          && isTime(places.text(of: place..<place + 2))
      })
    // With seconds it is no time of day, and stays three figures.
    return pairs.filter { !pairs.contains($0 - 1) && !pairs.contains($0 + 1) }.map { $0..<$0 + 2 }
  }

  /// Hours of one or two digits, a colon, minutes of two.
  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// One to three digits, and as often as may be a space and three more; behind the last there may be decimals.
  private static func numbers(
    _ copy: Copy, _ places: PlacedTokens, parted spaces: Set<Unicode.Scalar>
  ) -> [Range<Int>] {
    var (numbers, place): ([Range<Int>], Int) = ([], 0)
    while place < copy.count {
      let start = place
      place += 1
      guard copy.traits[start].contains(.figure), isHead(places.text(of: start..<place)) else {
        continue
      }
      while place < copy.count, copy.traits[place].contains(.figure),
        isParted(by: spaces, places.gap(before: place)),
        let length = lengthOfThousands(places.text(of: place..<place + 1))
      {
        place += 1
        if length > 3 { break }
      }
      if place > start + 1 { numbers.append(start..<place) }
    }
    return numbers
  }

  private static func isHead(_ text: String) -> Bool {
    (1...3).contains(text.count) && text.allSatisfy(\.isNumber)
  }

  /// The length of three digits with their decimals, if any; nil for anything else.
  private static func lengthOfThousands(_ text: String) -> Int? {
    let decimals = text.dropFirst(3)
    guard text.count >= 3, text.prefix(3).allSatisfy(\.isNumber) else { return nil }
    return decimals.isEmpty
      || [",", "."].contains(decimals.first) && decimals.dropFirst().allSatisfy(\.isNumber)
      ? text.count : nil
  }

  private static func isParted(
    by spaces: Set<Unicode.Scalar>, _ gap: String.UnicodeScalarView
  ) -> Bool {
    gap.count == 1 && gap.allSatisfy(spaces.contains)
  }

  /// Spaces at which no line breaks.
  private static let fixedSpaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{202F}", "\u{2009}"]
}
