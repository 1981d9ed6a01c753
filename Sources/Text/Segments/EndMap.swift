internal import CWords

/// Where lines of a text end and sentences may, a bit a byte: most texts are a few long lines, and most bytes need no
/// look.
struct EndMap {
  let lines: UnsafePointer<UInt64>
  let sentences: UnsafePointer<UInt64>
  /// Bytes of the text.
  let count: Int

  /// Calls `body` with the map of some valid UTF-8; it is valid only within.
  ///
  /// Complexity: O(n), 64 bytes at once.
  static func with<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (EndMap) -> Result
  ) -> Result {
    let blocks = bytes.count / 64 + 1
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * blocks) { map in
      guard let start = map.baseAddress else { preconditionFailure("there is a block at least") }
      cwords_ends(bytes.baseAddress, Int64(bytes.count), start, start + blocks)
      return body(EndMap(lines: start, sentences: start + blocks, count: bytes.count))
    }
  }

  /// Where the line that holds a place ends: at a line feed, a carriage return or the end of the text.
  @inline(__always)
  func lineEnd(from place: Int) -> Int { EndMap.first(in: lines, from: place, limit: count) }

  /// The first byte from a place on that may end a sentence; `limit` if there is none before it.
  @inline(__always)
  func sentenceEnd(from place: Int, limit: Int) -> Int {
    EndMap.first(in: sentences, from: place, limit: limit)
  }

  @inline(__always)
  private static func first(
    in map: UnsafePointer<UInt64>, from place: Int, limit: Int
  ) -> Int {
    guard place < limit else { return limit }
    var block = place >> 6
    var found = map[block] & (.max &<< UInt64(truncatingIfNeeded: place & 63))
    while found == 0 {
      block &+= 1
      guard block << 6 < limit else { return limit }
      found = map[block]
    }
    return min(limit, block << 6 &+ found.trailingZeroBitCount)
  }
}
