extension Copy {
  /// The text without some of its tokens.
  ///
  /// - Parameter boilerplate: ranges of tokens that don't count, ascending, without overlap.
  /// - Returns: the rest, in order.
  public func without(_ boilerplate: [Range<Int>]) -> Copy {
    guard !boilerplate.isEmpty else { return self }
    var kept: [Range<Int>] = []
    var position = 0
    for range in boilerplate {
      if range.lowerBound > position { kept.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < count { kept.append(position..<count) }
    return Copy(
      keys: kept.flatMap { keys[$0] }, weights: kept.flatMap { weights[$0] },
      traits: kept.flatMap { traits[$0] }, isForeign: counts.isForeign)
  }
}
