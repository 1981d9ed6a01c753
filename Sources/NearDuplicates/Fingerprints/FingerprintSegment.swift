/// The fingerprints of the stories of one stretch of time, and how many each story has.
struct FingerprintSegment: Sendable {
  private var table = FingerprintTable()
  private var counts: [UInt16] = []

  /// Bytes held.
  var byteCount: Int { table.byteCount + counts.capacity * 2 }

  /// Puts a story down; stories come in ascending order from 0.
  ///
  /// - Parameters:
  ///   - story: its number in this segment.
  ///   - fingerprints: its fingerprints, each once.
  mutating func insert(_ story: UInt32, _ fingerprints: [UInt32]) {
    while counts.count <= Int(story) { counts.append(0) }
    counts[Int(story)] = UInt16(clamping: fingerprints.count)
    fingerprints.withUnsafeBufferPointer { table.insert($0, story) }
  }

  /// Calls `body` with every story that shares any, with how many it shares and how many it has.
  ///
  /// - Parameters:
  ///   - fingerprints: those of the text that is looked up.
  ///   - hits: zeroes, grown as needed, and zeroes again afterwards.
  ///   - touched: scratch space.
  ///   - body: called once for each story.
  func forEachSharing(
    _ fingerprints: [UInt32], hits: inout [UInt16], touched: inout [UInt32],
    _ body: (_ story: UInt32, _ shared: Int, _ own: Int) -> Void
  ) {
    if hits.count < counts.count {
      hits += [UInt16](repeating: 0, count: counts.count * 2 - hits.count)
    }
    touched.removeAll(keepingCapacity: true)
    fingerprints.withUnsafeBufferPointer { fingerprints in
      hits.withUnsafeMutableBufferPointer { hits in
        table.forEach(fingerprints) { story in
          if hits[Int(story)] == 0 { touched.append(story) }
          hits[Int(story)] &+= 1
        }
      }
    }
    for story in touched {
      body(story, Int(hits[Int(story)]), Int(counts[Int(story)]))
      hits[Int(story)] = 0
    }
  }
}
