internal import Stories

/// Takes of a running story: background that goes on under one lead after another recurs as furniture does, and is news.
extension OutletRecurrence {
  /// Places at which a text is looked at to tell a take.
  private static let places = 32
  /// Tokens that a take has in common with an earlier one, at least: few footers that no model knows are as long as the
  /// background of a running story.
  private static let leastOfTake = 40
  /// Of takes one in so many counts as a story of its own, so that a long footer under short news, which looks no other,
  /// is learned all the same, if later.
  private static let takesAStory = 4
  /// Part of what a take has in common with an earlier one that may be boilerplate by the model, on average: of
  /// background a twentieth is, of a policy in words that the model was not taught a third.
  private static let boilerplateUpTo: Float = 0.2

  /// Whether a text counts for nothing: a version of an earlier one, or a take of a running story.
  mutating func isToPassOver(
    _ keys: [TokenKey], without marked: [Range<Int>], likely: () -> [BoilerplateLikelihood]
  ) -> Bool {
    switch kinship(keys) {
    case .version: return true
    case .sharesTail(let tokens):
      let news = tokens.filter { token in !marked.contains { $0.contains(token) } }
      return isTakeToPassOver(news, likely)
    case .none:
      return isTakeToPassOver(
        sharedPlaces(keys, TokenGaps(between: marked, in: keys.count)), likely)
    }
  }

  /// Whether a text that has these tokens in common with an earlier one is a take of a running story that is passed over.
  private mutating func isTakeToPassOver(
    _ shared: [Int], _ likely: () -> [BoilerplateLikelihood]
  ) -> Bool {
    guard !shared.isEmpty, BoilerplateLikelihood.mean(of: shared, likely()) < Self.boilerplateUpTo
    else { return false }
    takes += 1
    return !takes.isMultiple(of: OutletRecurrence.takesAStory)
  }

  /// Some of the tokens that a text, beside what is marked already, has in common with one earlier story, if that is half
  /// of it: background that goes on under a new lead. Otherwise none.
  private func sharedPlaces(_ keys: [TokenKey], _ news: TokenGaps) -> [Int] {
    guard news.count >= OutletRecurrence.leastOfTake else { return [] }
    var found: [(story: UInt32, token: Int)] = []
    var shared: [UInt32: Int] = [:]
    for place in 0..<OutletRecurrence.places {
      let index = news.token(place * news.count / OutletRecurrence.places)
      guard index + RecurrenceLedger.runLength <= keys.count,
        let last = runs.lastStory(with: RecurrenceKeys.run(keys, at: index))
      else { continue }
      found.append((last, index))
      shared[last, default: 0] += 1
    }
    let least = max(
      OutletRecurrence.places / 2,
      OutletRecurrence.leastOfTake * OutletRecurrence.places / news.count)
    // Two may have half each: the earlier counts, so that it is the same one at every start.
    guard let earlier = shared.filter({ $0.value >= least }).keys.min() else { return [] }
    return found.filter { $0.story == earlier }.map(\.token)
  }
}

/// The tokens of a text that stand between some ranges.
private struct TokenGaps {
  private let gaps: [Range<Int>]
  /// How many they are.
  let count: Int

  init(between ranges: [Range<Int>], in length: Int) {
    gaps = ranges.gaps(in: length)
    count = gaps.reduce(0) { $0 + $1.count }
  }

  /// The token at a position among them.
  func token(_ position: Int) -> Int {
    var left = position
    for gap in gaps {
      if left < gap.count { return gap.lowerBound + left }
      left -= gap.count
    }
    return gaps.last?.upperBound ?? 0
  }
}
