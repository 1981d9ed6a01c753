internal import Stories

extension Copy {
  /// The text without some of its tokens.
  ///
  /// - Parameter boilerplate: ranges of tokens that don't count, ascending, without overlap.
  /// - Returns: the rest, in order.
  public func without(_ boilerplate: [Range<Int>]) -> Copy {
    guard !boilerplate.isEmpty else { return self }
    let kept = boilerplate.gaps(in: count)
    return Copy(
      keys: Copy.parts(kept, of: keys), weights: Copy.parts(kept, of: weights),
      traits: Copy.parts(kept, of: traits), marks: marks(in: kept), isForeign: counts.isForeign)
  }

  /// The marks of tokens that are kept, by their new positions.
  private func marks(in kept: [Range<Int>]) -> [FigureMark] {
    guard !marks.isEmpty else { return [] }
    var (left, next, before) = ([FigureMark](), 0, 0)
    for range in kept {
      while next < marks.count, marks[next].position < range.lowerBound { next += 1 }
      while next < marks.count, marks[next].position < range.upperBound {
        let position = Int(marks[next].position) - range.lowerBound + before
        left.append(FigureMark(position: position, value: marks[next].value))
        next += 1
      }
      before += range.count
    }
    return left
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
