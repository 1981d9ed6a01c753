public import NearDuplicates
internal import Stories

/// A story's text as it was read, before it is known what of it recurs in its outlet.
public struct StoryReading: Sendable {
  /// All its tokens.
  public let whole: Copy
  /// A number for its outlet; nil where that is not known.
  let outlet: UInt32?
  /// Tokens that the model takes for boilerplate at first sight, as ranges in ascending order.
  let firstSight: [Range<Int>]

  /// The story as it is compared when some tokens recur.
  func copy(recurring: [Range<Int>]) -> Copy {
    whole.without(TokenRanges.union(firstSight, recurring))
  }
}

/// Sets of token positions, as ranges in ascending order that neither touch nor overlap.
public enum TokenRanges {
  /// The positions that are in either.
  public static func union(_ first: [Range<Int>], _ second: [Range<Int>]) -> [Range<Int>] {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    var joined: [Range<Int>] = []
    for range in (first + second).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
