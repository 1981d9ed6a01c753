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
      keys: Copy.parts(kept, of: keys), weights: Copy.parts(kept, of: weights),
      traits: Copy.parts(kept, of: traits), isForeign: counts.isForeign)
  }

  /// Parts of an array as one, each copied in one go.
  private static func parts<Element>(
    _ ranges: [Range<Int>], of elements: [Element]
  ) -> [Element] {
    let total = ranges.reduce(0) { $0 + $1.count }
    return elements.withUnsafeBufferPointer { elements in
      [Element](unsafeUninitializedCapacity: total) { parts, count in
        for range in ranges {
          count = parts[count...].initialize(fromContentsOf: elements[range])
        }
      }
    }
  }
}
