/// The fingerprints of the stories of one stretch of time, and how many each story has.
struct FingerprintSegment: Sendable {
  private var table = FingerprintTable()
  private var sizes: [FingerprintedText.Size] = []

  /// Bytes held.
  var byteCount: Int { table.byteCount + sizes.capacity * 2 }

  /// Puts a story down; stories come in ascending order from 0.
  ///
  /// - Parameters:
  ///   - story: its number in this segment.
  ///   - text: its fingerprints.
  mutating func insert(_ story: UInt32, _ text: FingerprintedText) {
    while sizes.count <= Int(story) { sizes.append(.none) }
    sizes[Int(story)] = text.size
    text.fingerprints.withUnsafeBufferPointer { table.insert($0, story) }
  }

  /// Calls `body` with every story that shares any, with how many it shares, and of what they are.
  ///
  /// - Parameters:
  ///   - text: the text that is looked up.
  ///   - hits: zeroes, grown as needed, and zeroes again afterwards.
  ///   - touched: scratch space, grown as needed.
  ///   - body: called once for each story.
  func forEachSharing(
    _ text: FingerprintedText, hits: inout [UInt16], touched: inout [UInt32],
    _ body: (_ story: UInt32, _ shared: Int, _ pair: FingerprintedText.Pair) -> Void
  ) {
    if hits.count < sizes.count {
      hits += [UInt16](repeating: 0, count: sizes.count * 2 - hits.count)
    }
    if touched.count <= sizes.count {
      touched += [UInt32](repeating: 0, count: sizes.count * 2 + 1 - touched.count)
    }
    hits.withUnsafeMutableBufferPointer { hits in
      touched.withUnsafeMutableBufferPointer { touched in
        for story in touched[..<count(text, hits, touched)] {
          body(story, Int(hits[Int(story)]), sizes[Int(story)].pair(with: text.size))
          hits[Int(story)] = 0
        }
      }
    }
  }

  /// Counts what each story shares, and puts down which share any. Without a branch on whether a story was met
  /// before, since no processor foresees it.
  ///
  /// - Returns: how many share any.
  @inline(__always)
  private func count(
    _ text: FingerprintedText, _ hits: UnsafeMutableBufferPointer<UInt16>,
    _ touched: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var count = 0
    text.fingerprints.withUnsafeBufferPointer { fingerprints in
      table.forEach(fingerprints) { story in
        let before = UInt32(hits[Int(story)])
        touched[count] = story
        // 1 for a story that was not met before.
        count &+= Int(truncatingIfNeeded: (before &- 1) &>> 31)
        // Stays at the highest number: more than a size can say that is.
        hits[Int(story)] = UInt16(truncatingIfNeeded: before &+ 1 &- (before &+ 1) &>> 16)
      }
    }
    return count
  }
}
