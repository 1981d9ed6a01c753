internal import CWords

/// Which bytes of a text are words, a bit a byte, and where each word begins and ends. Kept between texts.
final class WordMap {
  private var words = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 0)
  private var hard = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 0)
  /// Every byte may be one, as in "a b c"; what is put down past the last needs room too.
  private var edges = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 0)
  private var count = 0

  /// Edges put down at once, so that how many there are need not be foreseen.
  private static let group = 8

  init() { allocate(blocks: 128) }

  deinit { deallocate() }

  private func allocate(blocks: Int) {
    deallocate()
    words = .allocate(capacity: blocks)
    hard = .allocate(capacity: blocks)
    edges = .allocate(capacity: blocks * 64 + WordMap.group)
  }

  private func deallocate() {
    words.deallocate()
    hard.deallocate()
    edges.deallocate()
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

  /// Where the words of a stretch begin and end, by turns.
  ///
  /// - Parameter range: the stretch; no word reaches over its ends.
  /// - Returns: the places, valid until this is asked again.
  func edges(in range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
    var count = 0
    var carry: UInt64 = 0
    let (first, last) = (range.lowerBound >> 6, range.upperBound >> 6)
    for block in first...last {
      var word = words[block]
      if block == first { word &= .max &<< UInt64(truncatingIfNeeded: range.lowerBound & 63) }
      if block == last { word &= 1 &<< UInt64(truncatingIfNeeded: range.upperBound & 63) &- 1 }
      // A bit is an edge if it differs from the one before.
      let found = word ^ (word << 1 | carry)
      carry = word >> 63
      put(found, at: block << 6, count)
      count &+= found.nonzeroBitCount
    }
    return UnsafeBufferPointer(rebasing: edges[..<count])
  }

  @inline(__always)
  private func put(_ found: UInt64, at base: Int, _ count: Int) {
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
