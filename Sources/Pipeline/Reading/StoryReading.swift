public import NearDuplicates
internal import Stories

/// A story's text as it was read, before it is known what of it recurs in its outlet.
///
/// A class, so that to hand it on is one count of references rather than one for each of its parts, most of which have
/// long left the cache when a batch comes back to them.
public final class StoryReading: Sendable {
  /// All its tokens.
  public let whole: Copy
  /// A number for its outlet; nil where that is not known.
  let outlet: UInt32?
  /// Tokens that the model takes for boilerplate at first sight, as ranges in ascending order.
  let firstSight: [Range<Int>]
  /// Segments among them of which it is not very sure.
  let doubted: [Range<Int>]
  /// How likely the segments that it did not mark are boilerplate.
  let likely: [BoilerplateLikelihood]
  /// What people said of its segments; nil where nothing was said that may bear on it.
  let ruled: RuledText?

  init(
    whole: Copy, outlet: UInt32?, firstSight: [Range<Int>], doubted: [Range<Int>],
    likely: [BoilerplateLikelihood], ruled: RuledText?
  ) {
    (self.whole, self.outlet) = (whole, outlet)
    (self.firstSight, self.doubted, self.likely) = (firstSight, doubted, likely)
    self.ruled = ruled
  }

  /// Whether anything of it can come to be boilerplate.
  var mayHaveBoilerplate: Bool { outlet != nil || !firstSight.isEmpty || ruled != nil }
}

/// Sets of token positions, as ranges in ascending order that neither touch nor overlap.
public enum TokenRanges {
  /// The positions that are in either.
  public static func union(_ first: [Range<Int>], _ second: [Range<Int>]) -> [Range<Int>] {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    return joined(first + second)
  }

  /// Ranges in any order, those that touch or overlap as one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
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
  ///
  /// Complexity: O(n) in ranges once the others are sorted; a long story has many of both.
  public static func without(_ first: [Range<Int>], _ others: [Range<Int>]) -> [Range<Int>] {
    if first.isEmpty || others.isEmpty { return first }
    let gone = joined(others.filter { !$0.isEmpty })
    var (left, next): ([Range<Int>], Int) = ([], 0)
    for range in first {
      var start = range.lowerBound
      while next < gone.count, gone[next].lowerBound < range.upperBound {
        let other = gone[next]
        if start < other.lowerBound { left.append(start..<other.lowerBound) }
        start = max(start, min(other.upperBound, range.upperBound))
        // One that goes on behind this range may take from the next.
        guard other.upperBound <= range.upperBound else { break }
        next += 1
      }
      if start < range.upperBound { left.append(start..<range.upperBound) }
    }
    return left
  }

  /// The ranges that overlap none of the others.
  ///
  /// - Parameters:
  ///   - ranges: ranges in ascending order; they may touch.
  ///   - others: ranges in ascending order that neither touch nor overlap.
  /// - Returns: those of the first, whole.
  ///
  /// Complexity: O(n) in ranges.
  public static func apart(_ ranges: [Range<Int>], from others: [Range<Int>]) -> [Range<Int>] {
    var next = 0
    return ranges.filter { range in
      while next < others.count, others[next].upperBound <= range.lowerBound { next += 1 }
      return next == others.count || others[next].lowerBound >= range.upperBound
    }
  }
}
