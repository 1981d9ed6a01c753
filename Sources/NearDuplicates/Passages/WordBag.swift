internal import Stories

/// The distinct words of a text, numbered, for asking whether it has a word anywhere and which of its words
/// another text has.
struct WordBag: Sendable {
  /// For each token of the text, the number of its word.
  let numbers: [UInt32]
  /// Distinct words.
  let count: Int
  private let slots: [Slot]
  private let mask: Int
  private let present: KeyBitmap

  private struct Slot {
    /// 0 for a slot that is free.
    var key: UInt32 = 0
    var number: UInt32 = 0
  }

  /// Complexity: O(n).
  init(_ keys: [TokenKey]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    var distinct: UInt32 = 0
    var present = KeyBitmap()
    numbers = [UInt32](unsafeUninitializedCapacity: keys.count) { numbers, count in
      slots.withUnsafeMutableBufferPointer { slots in
        present.fill { distinct = WordBag.fill(slots, $0, keys, numbers) }
      }
      count = keys.count
    }
    (self.slots, mask, count) = (slots, size - 1, Int(distinct))
    self.present = present
  }

  /// Numbers words in the order in which they come; returns how many there are.
  private static func fill(
    _ slots: UnsafeMutableBufferPointer<Slot>, _ present: KeyBitmap.Filling, _ keys: [TokenKey],
    _ numbers: UnsafeMutableBufferPointer<UInt32>
  ) -> UInt32 {
    let mask = slots.count - 1
    var distinct: UInt32 = 0
    for (index, key) in keys.enumerated() {
      var slot = home(key, mask)
      while slots[slot].key != 0, slots[slot].key != key.bits { slot = (slot &+ 1) & mask }
      // Without a branch: whether a word has been there before can't be foreseen.
      let isNew = slots[slot].key == 0
      let number = isNew ? distinct : slots[slot].number
      slots[slot] = Slot(key: key.bits, number: number)
      distinct &+= isNew ? 1 : 0
      present.insert(key.bits)
      numbers.initializeElement(at: index, to: number)
    }
    return distinct
  }

  /// Calls `body` with those of some words that the text has, in order.
  @inline(__always)
  func forEachKnown(
    in keys: [TokenKey], _ body: (_ position: Int, _ number: Int) -> Void
  ) {
    keys.withUnsafeBufferPointer { keys in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: keys.count + 1) { maybe in
        let count = mayHave(keys, maybe)
        slots.withUnsafeBufferPointer { slots in
          for position in maybe[..<count] {
            let key = keys[Int(position)]
            var slot = WordBag.home(key, mask)
            while slots[slot].key != 0, slots[slot].key != key.bits { slot = (slot &+ 1) & mask }
            if slots[slot].key != 0 { body(Int(position), Int(slots[slot].number)) }
          }
        }
      }
    }
  }

  /// Puts down the positions of words that the text may have; without branches, since which words two texts
  /// share is what no processor foresees.
  @inline(__always)
  private func mayHave(
    _ keys: UnsafeBufferPointer<TokenKey>, _ maybe: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    present.withBuffer { present in
      var count = 0
      for position in keys.indices {
        maybe[count] = UInt32(truncatingIfNeeded: position)
        count &+= present.mayHave(keys[position].bits)
      }
      return count
    }
  }

  @inline(__always)
  private static func home(_ key: TokenKey, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key.bits >> 1) & mask
  }
}
