extension [Range<Int>] {
  /// What lies outside of the ranges.
  ///
  /// - Parameter count: how many positions there are, from 0.
  /// - Returns: the rest, in ascending order and without empty ranges.
  ///
  /// Complexity: O(n) in ranges, which come in ascending order and may overlap.
  package func gaps(in count: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var position = 0
    for range in self {
      if range.lowerBound > position { gaps.append(position..<range.lowerBound) }
      position = Swift.max(position, range.upperBound)
    }
    if position < count { gaps.append(position..<count) }
    return gaps
  }
}
