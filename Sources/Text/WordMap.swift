internal import CWords

/// Which bytes of a text are words, a bit a byte, and where each word begins and ends. Kept between texts.
final class WordMap {
  private var words = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 0)
  private var hard = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 0)
  private var count = 0

  /// Edges put down at once, so that how many there are need not be foreseen.
  static var group: Int { Int(CWORDS_GROUP) }

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
    precondition(first + range.count + WordMap.group <= edges.count)
    let start = edges.baseAddress.map { $0 + first }
    return Int(
      cwords_edges(words.baseAddress, Int64(range.lowerBound), Int64(range.upperBound), start))
  }
}
