internal import Stories

/// Finds which of some tokens of a text occur anywhere in another.
///
/// What two texts share in exact matches need not be looked for; the rest of one goes into a small table,
/// through which the other goes once. Without branches wherever the texts decide, since which words two of them
/// share is what no processor foresees.
struct WordSearch {
  private let slots: UnsafeMutableBufferPointer<Slot>
  private let present: KeyBitmap

  private struct Slot {
    /// 0 for a slot that is free.
    var key: UInt32
    /// 1 until the other text is known to have the word.
    var isMissing: UInt32
  }

  /// Looks for the tokens of a text that are asked about in another.
  ///
  /// - Parameters:
  ///   - asked: for each token of the text 1 if it is asked about, otherwise 0; afterwards 1 for those alone
  ///     that the other text has not.
  ///   - keys: the text's tokens.
  ///   - others: the other's tokens.
  ///   - places: room for two numbers for each token of the longer text; afterwards the positions of what was
  ///     asked about, ascending.
  /// - Returns: how many these are.
  ///
  /// Complexity: O(n + m).
  static func keepMissing(
    _ asked: UnsafeMutableBufferPointer<UInt8>, of keys: UnsafeBufferPointer<TokenKey>,
    in others: UnsafeBufferPointer<TokenKey>, _ places: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let count = positions(asked, places)
    guard count > 0 else { return 0 }
    var size = 16
    while size < count * 2 { size *= 2 }
    withUnsafeTemporaryAllocation(of: Slot.self, capacity: size) { slots in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: KeyBitmap.size) { words in
        slots.initialize(repeating: Slot(key: 0, isMissing: 1))
        words.initialize(repeating: 0)
        let search = WordSearch(slots: slots, present: KeyBitmap(words: words))
        for index in 0..<count { search.insert(keys[Int(places[index])].bits) }
        search.find(others, UnsafeMutableBufferPointer(rebasing: places[count...]))
        for index in 0..<count {
          let position = Int(places[index])
          let slot = slots[search.slot(of: keys[position].bits)]
          asked[position] = UInt8(truncatingIfNeeded: slot.isMissing)
        }
      }
    }
    return count
  }

  /// Puts down the positions that are not 0. Skips eight at a time where there are none.
  private static func positions(
    _ asked: UnsafeMutableBufferPointer<UInt8>, _ places: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let bytes = UnsafeRawBufferPointer(asked)
    var (count, position) = (0, 0)
    while position < asked.count {
      let end = min(position &+ 8, asked.count)
      if end &- position == 8,
        bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) == 0
      {
        position = end
        continue
      }
      while position < end {
        places[count] = UInt32(truncatingIfNeeded: position)
        count &+= Int(asked[position])
        position &+= 1
      }
    }
    return count
  }

  @inline(__always)
  private func insert(_ key: UInt32) {
    slots[slot(of: key)].key = key
    present.insert(key)
  }

  /// Where a word is, or would be.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: key >> 1) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot &+ 1) & mask }
    return slot
  }

  /// Puts down which words another text has: of those that it may have, since most it can't.
  private func find(
    _ others: UnsafeBufferPointer<TokenKey>, _ maybe: UnsafeMutableBufferPointer<UInt32>
  ) {
    let words = UnsafeBufferPointer(present.words)
    var (count, position) = (0, 0)
    while position < others.count {
      let key = others[position].bits
      maybe[count] = key
      count &+= KeyBitmap.mayHave(words, key)
      position &+= 1
    }
    for index in 0..<count { slots[slot(of: maybe[index])].isMissing = 0 }
  }
}
