internal import CWords

/// Which bytes of a text are words, a bit a byte, and where each word begins and ends. Kept between texts.
final class WordMap {
  private var words = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 0)
  private var hard = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 0)
  private var count = 0

  /// Edges put down at once, so that how many there are need not be foreseen.
  static var group: Int { 8 }

  init() { allocate(blocks: 128) }

  deinit { deallocate() }

  private func allocate(blocks: Int) {
    deallocate()
    words = .allocate(capacity: blocks)
    hard = .allocate(capacity: blocks)
  }

  private func deallocate() {
    words.deallocate()
    hard.deallocate()
  }

  /// Maps a text.
  func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let blocks = bytes.count / 64 + 1
    if words.count < blocks { allocate(blocks: blocks) }
    count = bytes.count
    guard count > 0 else { return }
    cwords_map(bytes.baseAddress, Int64(count), words.baseAddress, hard.baseAddress)
  }

  /// The first byte from a place on by which words can't be told here; the end of the text if there is none.
  func firstHard(from position: Int) -> Int {
    var block = position >> 6
    var found = hard[block] & (.max &<< UInt64(truncatingIfNeeded: position & 63))
    while found == 0 {
      block += 1
      guard block << 6 < count else { return count }
      found = hard[block]
    }
    return block << 6 + found.trailingZeroBitCount
  }

  /// Puts down where the words of a stretch begin and end, by turns.
  ///
  /// - Parameters:
  ///   - range: the stretch; no word reaches over its ends.
  ///   - edges: where they are put down, with room for one a byte of the stretch and `group` more.
  ///   - first: where the first of them goes.
  /// - Returns: how many there are.
  func putEdges(
    of range: Range<Int>, into edges: UnsafeMutableBufferPointer<UInt32>, at first: Int
  ) -> Int {
    var count = first
    var carry: UInt64 = 0
    let (start, end) = (range.lowerBound >> 6, range.upperBound >> 6)
    let words = words
    for block in start...end {
      var word = words[block]
      if block == start { word &= .max &<< UInt64(truncatingIfNeeded: range.lowerBound & 63) }
      if block == end { word &= 1 &<< UInt64(truncatingIfNeeded: range.upperBound & 63) &- 1 }
      // A bit is an edge if it differs from the one before.
      let found = word ^ (word << 1 | carry)
      carry = word >> 63
      WordMap.put(found, of: block << 6, into: edges, at: count)
      count &+= found.nonzeroBitCount
    }
    return count &- first
  }

  @inline(__always)
  private static func put(
    _ found: UInt64, of base: Int, into edges: UnsafeMutableBufferPointer<UInt32>, at count: Int
  ) {
    var (left, place) = (found, count)
    repeat {
      for offset in 0..<WordMap.group {
        // The highest bit spares a look whether any is left. What is put down past the last is not counted.
        let bit = (left | 1 << 63).trailingZeroBitCount
        edges[place &+ offset] = UInt32(truncatingIfNeeded: base &+ bit)
        left &= left &- 1
      }
      place &+= WordMap.group
    } while left != 0
  }
}
