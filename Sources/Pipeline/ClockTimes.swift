internal import NearDuplicates
internal import Stories

/// Times of day such as 10:15, which are two figures to the tokeniser and one to a reader.
struct ClockTimes {
  /// The places of figures with which a time begins.
  private let starts: Set<Int>

  /// Finds the times of a text.
  ///
  /// Complexity: O(n).
  init(_ copy: Copy, _ places: PlacedTokens) {
    let pairs = Set(
      (0..<max(0, copy.count - 1)).filter { place in
        copy.traits[place].contains(.figure) && copy.traits[place + 1].contains(.figure)
          && ClockTimes.isTime(places.text(of: place..<place + 2))
      })
    // With seconds it is no time of day, and stays three figures.
    starts = pairs.filter { !pairs.contains($0 - 1) && !pairs.contains($0 + 1) }
  }

  /// Whether a time begins at a place.
  func begins(at place: Int) -> Bool { starts.contains(place) }

  /// Words that face each other, with the other half of a time of which either has one half, if both texts have that.
  ///
  /// - Parameters:
  ///   - facing: the words, by their places.
  ///   - other: the times of the second text.
  ///   - agree: whether two places hold the same word.
  /// - Returns: the places to be told.
  func whole(
    _ facing: PassageChanges.Facing, _ other: ClockTimes, agree: (_ one: Int, _ two: Int) -> Bool
  ) -> PassageChanges.Facing {
    var whole = facing
    if let one = facing.first.first, let two = facing.second.first,
      begins(at: one - 1) || other.begins(at: two - 1), agree(one - 1, two - 1)
    {
      whole.first.insert(one - 1, at: 0)
      whole.second.insert(two - 1, at: 0)
    }
    if let one = facing.first.last, let two = facing.second.last,
      begins(at: one) || other.begins(at: two), agree(one + 1, two + 1)
    {
      whole.first.append(one + 1)
      whole.second.append(two + 1)
    }
    return whole
  }

  /// Hours of one or two digits, a colon, minutes of two.
  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
