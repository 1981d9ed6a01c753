/// The fingerprints of the stories of one stretch of time, and how many each story has.
struct FingerprintSegment: Sendable {
  private var table = BandTable(bucketLimit: BandTable.fingerprintBucket)
  private var counts: [UInt16] = []

  /// Bytes held.
  var byteCount: Int { table.byteCount + counts.capacity * 2 }

  /// What was looked up last, and where the walks for it ended.
  struct Sought: Sendable {
    fileprivate var fingerprints: [UInt32] = []
    fileprivate var ends: [UInt32] = []
    /// What the table held then.
    fileprivate var used = -1
  }

  /// Puts a story down; stories come in ascending order from 0.
  ///
  /// - Parameters:
  ///   - story: its number in this segment.
  ///   - fingerprints: its fingerprints, each once.
  ///   - sought: what was looked up last: if it was these, no key is searched for again.
  mutating func insert(_ story: UInt32, _ fingerprints: [UInt32], sought: Sought) {
    while counts.count <= Int(story) { counts.append(0) }
    counts[Int(story)] = UInt16(clamping: fingerprints.count)
    fingerprints.withUnsafeBufferPointer { keys in
      if sought.used == table.used, sought.fingerprints == fingerprints {
        sought.ends.withUnsafeBufferPointer { table.insert(keys, story, ends: $0) }
      } else {
        table.insert(keys, story)
      }
    }
  }

  /// Calls `body` with every story that shares any, with how many it shares and how many it has.
  ///
  /// - Parameters:
  ///   - fingerprints: those of the text that is looked up.
  ///   - sought: takes down what was looked up.
  ///   - hits: zeroes, grown as needed, and zeroes again afterwards.
  ///   - touched: scratch space.
  ///   - body: called once for each story.
  func forEachSharing(
    _ fingerprints: [UInt32], sought: inout Sought, hits: inout [UInt16],
    touched: inout [UInt32], _ body: (_ story: UInt32, _ shared: Int, _ own: Int) -> Void
  ) {
    if hits.count < counts.count {
      hits += [UInt16](repeating: 0, count: counts.count * 2 - hits.count)
    }
    touched.removeAll(keepingCapacity: true)
    if sought.ends.count < fingerprints.count {
      sought.ends = [UInt32](repeating: 0, count: fingerprints.count * 2)
    }
    (sought.fingerprints, sought.used) = (fingerprints, table.used)
    fingerprints.withUnsafeBufferPointer { fingerprints in
      sought.ends.withUnsafeMutableBufferPointer { ends in
        hits.withUnsafeMutableBufferPointer { hits in
          table.forEach(fingerprints, ends: ends) { story in
            if hits[Int(story)] == 0 { touched.append(story) }
            hits[Int(story)] &+= 1
          }
        }
      }
    }
    for story in touched {
      body(story, Int(hits[Int(story)]), Int(counts[Int(story)]))
      hits[Int(story)] = 0
    }
  }
}
