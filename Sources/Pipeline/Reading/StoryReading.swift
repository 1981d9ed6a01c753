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
  /// Segments among them of which it is not very sure.
  let doubted: [Range<Int>]
  /// What people said of its segments; nil where nothing was said that may bear on it.
  let ruled: RuledText?

  /// Whether anything of it can come to be boilerplate.
  var mayHaveBoilerplate: Bool { outlet != nil || !firstSight.isEmpty || ruled != nil }
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

  /// The positions of the first that are not in any of the others.
  ///
  /// - Parameters:
  ///   - first: ranges in ascending order.
  ///   - others: ranges in any order.
  /// - Returns: what is left.
  public static func without(_ first: [Range<Int>], _ others: [Range<Int>]) -> [Range<Int>] {
    others.reduce(first) { left, other in
      left.flatMap { range in
        range.overlaps(other)
          ? [
            range.lowerBound..<max(range.lowerBound, other.lowerBound),
            min(range.upperBound, other.upperBound)..<range.upperBound,
          ].filter { !$0.isEmpty } : [range]
      }
    }
  }
}
