/// A chain of exact matches that lie behind each other on nearly one diagonal: a passage in the making.
struct Stretch {
  /// Tokens of the first text, from its first to behind its last match.
  var first: Range<Int>
  /// Tokens of the second.
  var second: Range<Int>
  /// Tokens that agree.
  var matched: Int
  /// What these weigh, in sixteenths of a bit.
  var weight: Int
  /// The longest exact run.
  var longestRun: Int
  /// Five-token runs inside exact matches.
  var fives: Int

  /// How much the two sides of a gap may differ in length.
  static let maximumShift = 6

  /// Makes a stretch of one exact match.
  init(first: Int, second: Int, length: Int, weight: Int) {
    self.first = first..<first + length
    self.second = second..<second + length
    matched = length
    self.weight = weight
    longestRun = length
    fives = max(0, length - 4)
  }

  /// Whether an exact match goes on where this one ended.
  @inline(__always)
  func accepts(first start: Int, second other: Int, _ tolerance: Tolerance) -> Bool {
    let (gap, otherGap) = (start - first.upperBound, other - second.upperBound)
    return gap >= 0 && otherGap >= 0 && max(gap, otherGap) <= tolerance.maximumGap
      && abs(gap - otherGap) <= Stretch.maximumShift
  }

  mutating func append(first start: Int, second other: Int, length: Int, weight: Int) {
    first = first.lowerBound..<start + length
    second = second.lowerBound..<other + length
    matched += length
    self.weight += weight
    longestRun = max(longestRun, length)
    fives += max(0, length - 4)
  }
}
