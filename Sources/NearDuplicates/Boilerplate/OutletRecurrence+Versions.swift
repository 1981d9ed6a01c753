internal import Stories

/// Versions of a story: what they have in common recurs, and is news.
extension OutletRecurrence {
  /// What a text is to the stories before it.
  enum Kinship: Equatable {
    /// A story of its own.
    case none
    /// A version of an earlier one.
    case version
    /// It shares all but its beginning with an earlier one, and what that begins with is not in it: two briefs over one
    /// footer look so, and so do two leads over one background. These tokens of it are shared.
    case sharesTail(tokens: [Int])
  }

  /// Tokens at the beginning of a text that are looked at.
  private static let opening = 40
  /// Of so many places of a text so many must be of one earlier story for that to stand in it.
  private static let (places, leastPlaces) = (32, 8)

  /// What a text is to the stories before it.
  func kinship(_ keys: [TokenKey]) -> Kinship {
    if let earlier = resembled(by: keys) {
      let tail = tail(of: keys, sharedWith: earlier)
      return tail.isEmpty ? .version : .sharesTail(tokens: tail)
    }
    return holdsEarlier(keys) ? .version : .none
  }

  /// The earlier story whose are both a text's opening and its middle, in part.
  private func resembled(by keys: [TokenKey]) -> UInt32? {
    let opening = 0..<min(OutletRecurrence.opening, keys.count)
    let inOpening = lastStories(keys, opening)
    let likely = inOpening.filter { $0.value * 10 >= opening.count * 3 }
    guard !likely.isEmpty else { return nil }
    let middle = keys.count / 4..<keys.count - keys.count / 4
    let inMiddle = lastStories(keys, middle)
    // The earliest, so that it is the same one at every start.
    return likely.keys.filter { (inMiddle[$0] ?? 0) * 10 >= middle.count * 3 }.min()
  }

  /// How many of the runs that begin in a range were last seen in each story.
  private func lastStories(_ keys: [TokenKey], _ range: Range<Int>) -> [UInt32: Int] {
    var stories: [UInt32: Int] = [:]
    for index in range.clamped(to: 0..<starts(keys)) {
      if let last = lastStory(keys, index) { stories[last, default: 0] += 1 }
    }
    return stories
  }

  private func starts(_ keys: [TokenKey]) -> Int {
    max(0, keys.count - RecurrenceLedger.runLength + 1)
  }

  private func lastStory(_ keys: [TokenKey], _ index: Int) -> UInt32? {
    runs.lastStory(with: RecurrenceKeys.run(keys, at: index))
  }

  /// The tokens from which on a text is an earlier story's, where nothing is before them, nearly all behind them, and the
  /// earlier one's opening is not in it. Otherwise none.
  private func tail(of keys: [TokenKey], sharedWith earlier: UInt32) -> [Int] {
    guard let opening = openings[earlier] else { return [] }
    let starts = 0..<starts(keys)
    guard let first = starts.first(where: { lastStory(keys, $0) == earlier }),
      first >= RecurrenceLedger.runLength
    else { return [] }
    let shared = (first..<starts.upperBound).filter { lastStory(keys, $0) == earlier }
    guard shared.count * 10 >= (starts.upperBound - first) * 9,
      opening.runs(in: keys) * 8 < opening.known * 3
    else { return [] }
    return shared
  }

  /// Whether an earlier story stands in a text, under what is new: half of it at least, its opening, and nearly all in one
  /// piece. A header and a footer have the story's own news between them.
  private func holdsEarlier(_ keys: [TokenKey]) -> Bool {
    let places = OutletRecurrence.places
    let starts = starts(keys)
    guard starts > 0 else { return false }
    var shared: [UInt32: [Int]] = [:]
    for place in 0..<places {
      if let last = lastStory(keys, place * starts / places) {
        shared[last, default: []].append(place)
      }
    }
    return shared.contains { earlier, found in
      guard let first = found.first, let last = found.last,
        found.count >= OutletRecurrence.leastPlaces, found.count * 5 >= (last - first + 1) * 4,
        let opening = openings[earlier], found.count * starts * 2 >= opening.length * places
      else { return false }
      return opening.runs(in: keys) * 2 >= opening.known
    }
  }
}
