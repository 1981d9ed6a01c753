internal import Stories

/// The prints of the stories of one stretch of time.
struct PassageSegment: Sendable {
  private var table = FingerprintTable()

  /// Bytes held.
  var byteCount: Int { table.byteCount }

  /// Puts a story down; stories come in ascending order from 0.
  mutating func insert(_ story: UInt32, _ prints: [UInt32]) {
    prints.withUnsafeBufferPointer { table.insert($0, story) }
  }

  /// The stories that share prints, with points: the more, the more prints they share and the fewer have these. A phrase
  /// that many have says little of any of them, and a print that one other story has is most likely a passage of it.
  ///
  /// Complexity: O(prints · stories that share one), the latter bounded by the bucket.
  func points(_ prints: [UInt32]) -> [UInt32: Int] {
    var points: [UInt32: Int] = [:]
    prints.withUnsafeBufferPointer { prints in
      table.forEach(prints) { story, sharing in
        points[story, default: 0] += FingerprintTable.bucketLimit / max(1, sharing)
      }
    }
    return points
  }
}
