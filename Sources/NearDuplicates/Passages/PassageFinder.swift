public import Stories

/// Finds the stretches that two texts share.
///
/// Seeds are shingles that both have. From left to right through the first text, the longest exact match
/// that starts at a seed is taken and the search goes on behind it; matches that follow each other on
/// nearly one diagonal with a small gap between them (a changed figure, a spelling) are one passage.
/// Passages do not overlap in the first text; in the second they may, where it repeats itself.
public struct PassageFinder: Sendable {
  /// What seeds are.
  public let shingler: Shingler
  /// Tokens that a passage needs at least, about one sentence.
  public var minimumTokens = 12
  /// Tokens that may differ between two matches of one passage, on either side.
  public var maximumGap = 4
  /// Places in the second text that one seed is tried at: bounds the work on text that repeats itself.
  public static let placesPerSeed = 8

  /// Makes a finder.
  public init(shingler: Shingler) {
    self.shingler = shingler
  }

  /// The passages, in order of the first text.
  ///
  /// Complexity: O(n + m) in tokens for ordinary text, at most `placesPerSeed` times that.
  public func passages(_ first: [TokenKey], _ second: [TokenKey]) -> [Passage] {
    joined(exactMatches(first, second)).filter {
      min($0.first.count, $0.second.count) >= minimumTokens
        || min(first.count, second.count) < minimumTokens && !$0.first.isEmpty
    }
  }

  /// The part of a text's tokens that lies in passages, from 0 to 1.
  public static func share(of ranges: [Range<Int>], in count: Int) -> Double {
    guard count > 0 else { return 0 }
    var covered = 0
    var end = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      covered += max(0, range.upperBound - max(end, range.lowerBound))
      end = max(end, range.upperBound)
    }
    return Double(covered) / Double(count)
  }

  private func exactMatches(_ first: [TokenKey], _ second: [TokenKey]) -> [Passage] {
    var places: [UInt64: [Int]] = [:]
    shingler.forEach(in: second) { hash, tokens in
      places[hash, default: []].append(tokens.lowerBound)
    }
    var matches: [Passage] = []
    var position = 0
    shingler.forEach(in: first) { hash, tokens in
      guard tokens.lowerBound >= position, let starts = places[hash] else { return }
      let expected = matches.last.map { $0.second.upperBound + tokens.lowerBound - position } ?? 0
      let best = starts.prefix(PassageFinder.placesPerSeed)
        .map { (start: $0, length: matchLength(first, tokens.lowerBound, second, $0)) }
        .max {
          ($0.length, -abs($0.start - expected), -$0.start)
            < ($1.length, -abs($1.start - expected), -$1.start)
        }
      guard let best, best.length > 0 else { return }
      position = tokens.lowerBound + best.length
      matches.append(
        Passage(first: tokens.lowerBound..<position, second: best.start..<best.start + best.length))
    }
    return matches
  }

  private func matchLength(
    _ first: [TokenKey], _ firstStart: Int, _ second: [TokenKey], _ secondStart: Int
  ) -> Int {
    let limit = min(first.count - firstStart, second.count - secondStart)
    var length = 0
    while length < limit, first[firstStart + length] == second[secondStart + length] { length += 1 }
    return length
  }

  private func joined(_ matches: [Passage]) -> [Passage] {
    var passages: [Passage] = []
    for match in matches {
      if let last = passages.last,
        (0...maximumGap).contains(match.first.lowerBound - last.first.upperBound),
        (0...maximumGap).contains(match.second.lowerBound - last.second.upperBound)
      {
        passages[passages.count - 1] = Passage(
          first: last.first.lowerBound..<match.first.upperBound,
          second: last.second.lowerBound..<match.second.upperBound)
      } else {
        passages.append(match)
      }
    }
    return passages
  }
}
