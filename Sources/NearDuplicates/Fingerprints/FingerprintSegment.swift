/// The fingerprints of the stories of one stretch of time, and how many each story has.
struct FingerprintSegment: Sendable {
  private var table = FingerprintTable()
  private var sizes: [Size] = []

  /// How many fingerprints a story has, and whether it looks misread.
  private struct Size {
    private let bits: UInt16

    init(_ count: Int, isMisread: Bool) {
      bits = UInt16(min(count, 0x7FFF)) | (isMisread ? 0x8000 : 0)
    }

    var count: Int { Int(bits & 0x7FFF) }
    var isMisread: Bool { bits & 0x8000 != 0 }
  }

  /// Bytes held.
  var byteCount: Int { table.byteCount + sizes.capacity * 2 }

  /// Puts a story down; stories come in ascending order from 0.
  ///
  /// - Parameters:
  ///   - story: its number in this segment.
  ///   - fingerprints: its fingerprints, each once.
  ///   - isMisread: whether its text looks misread.
  mutating func insert(_ story: UInt32, _ fingerprints: [UInt32], isMisread: Bool) {
    while sizes.count <= Int(story) { sizes.append(Size(0, isMisread: false)) }
    sizes[Int(story)] = Size(fingerprints.count, isMisread: isMisread)
    fingerprints.withUnsafeBufferPointer { table.insert($0, story) }
  }

  /// Calls `body` with every story that shares any, with how many it shares, how many it has, and whether it
  /// looks misread.
  ///
  /// - Parameters:
  ///   - fingerprints: those of the text that is looked up.
  ///   - hits: zeroes, grown as needed, and zeroes again afterwards.
  ///   - touched: scratch space.
  ///   - body: called once for each story.
  func forEachSharing(
    _ fingerprints: [UInt32], hits: inout [UInt16], touched: inout [UInt32],
    _ body: (_ story: UInt32, _ shared: Int, _ own: Int, _ isMisread: Bool) -> Void
  ) {
    if hits.count < sizes.count {
      hits += [UInt16](repeating: 0, count: sizes.count * 2 - hits.count)
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
      let size = sizes[Int(story)]
      body(story, Int(hits[Int(story)]), size.count, size.isMisread)
      hits[Int(story)] = 0
    }
  }
}
