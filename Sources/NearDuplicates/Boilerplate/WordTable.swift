/// Weights and flags of words and runs of words: a flat open-addressing table, since every word of every
/// story is looked up in it.
///
/// Each key has a number, by which weights and flags lie close together: a few hundred words make up most
/// of any text, and theirs then stay in a processor's nearest caches. Most runs of two words are in no
/// table; a bitmap small enough for the nearest cache tells most of them without looking any further.
package struct WordTable: Sendable {
  package struct Entry: Sendable {
    var weight: Float = 0
    package var flags = WordFlags()
  }

  /// A key and its number; 0 for a slot that is free.
  fileprivate struct Slot: Sendable {
    var key: UInt32 = 0
    var number: UInt32 = 0
  }

  private var slots: [Slot]
  private var entries = [Entry()]
  private var present: [UInt64]
  private let shift: UInt32

  /// Bits of the bitmap, as a power of two: 16 KB.
  private static var presentBits: UInt32 { 17 }

  /// Makes a table with room for so many words at a load of at most two thirds.
  package init(capacity: Int) {
    var bits: UInt32 = 4
    while 1 << bits < capacity * 3 / 2 { bits += 1 }
    slots = [Slot](repeating: Slot(), count: 1 << bits)
    entries.reserveCapacity(capacity + 1)
    present = [UInt64](repeating: 0, count: 1 << (WordTable.presentBits - 6))
    shift = 32 - bits
  }

  /// Words and runs of words in it.
  var count: Int { entries.count - 1 }

  /// The entry of a key; one without weight or flags for a key that is not there.
  ///
  /// Complexity: O(1) expected.
  subscript(key: UInt32) -> Entry { withBuffers { $0.entries[Int($0.number(of: key))] } }

  /// Changes the entry of a key, making one first if need be. Key 0 can't be held.
  package mutating func update(_ key: UInt32, _ change: (inout Entry) -> Void) {
    guard key != 0 else { return }
    let slot = withBuffers { $0.slot(of: key) }
    if slots[slot].key == 0 {
      slots[slot] = Slot(key: key, number: UInt32(entries.count))
      entries.append(Entry())
      let bit = WordTable.bit(of: key)
      present[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    change(&entries[Int(slots[slot].number)])
  }

  /// Calls `body` with every key and its number.
  func forEach(_ body: (_ key: UInt32, _ number: UInt32) -> Void) {
    for slot in slots where slot.key != 0 { body(slot.key, slot.number) }
  }

  /// Calls `body` with the table for many look-ups; it is valid only within.
  func withBuffers<Result>(_ body: (Buffers) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        present.withUnsafeBufferPointer { present in
          body(Buffers(slots: slots, entries: entries, present: present, shift: shift))
        }
      }
    }
  }

  /// The table without the checks of arrays.
  struct Buffers {
    private let slots: UnsafeBufferPointer<Slot>
    /// By number; the first is that of every key that is not there.
    let entries: UnsafeBufferPointer<Entry>
    private let present: UnsafeBufferPointer<UInt64>
    private let shift: UInt32

    fileprivate init(
      slots: UnsafeBufferPointer<Slot>, entries: UnsafeBufferPointer<Entry>,
      present: UnsafeBufferPointer<UInt64>, shift: UInt32
    ) {
      (self.slots, self.entries, self.present, self.shift) = (slots, entries, present, shift)
    }

    /// 0 for a key that is certainly not there, 1 for one that may be; the key is the upper half of a number.
    @inline(__always)
    func mayHave(upperHalfOf mixed: UInt64) -> Int {
      let bit = WordTable.bit(of: UInt32(truncatingIfNeeded: mixed &>> 32))
      return Int(truncatingIfNeeded: present[bit >> 6] &>> UInt64(truncatingIfNeeded: bit) & 1)
    }

    /// The number of a key; 0 for one that is not there.
    @inline(__always)
    func number(of key: UInt32) -> UInt32 { slots[slot(of: key)].number }

    /// The number of a key if one look tells it; `UInt32.max` where it must be searched for.
    @inline(__always)
    func numberAtOnce(of key: UInt32) -> UInt32 {
      let slot = slots[home(key)]
      return slot.key == key || slot.key == 0 ? slot.number : .max
    }

    /// Where a key is or would be.
    @inline(__always)
    fileprivate func slot(of key: UInt32) -> Int {
      var slot = home(key)
      while slots[slot].key != key, slots[slot].key != 0 {
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return slot
    }

    @inline(__always)
    private func home(_ key: UInt32) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> shift)
    }
  }

  /// The bit of a key: its uppermost bits, which are those of a hash.
  @inline(__always)
  private static func bit(of key: UInt32) -> Int { Int(key >> (32 - presentBits)) }
}
