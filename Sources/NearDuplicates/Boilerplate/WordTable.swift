/// Weights and flags of words and runs of words: a flat open-addressing table, since every word of every
/// story is looked up in it.
///
/// Most runs of two words are in no table. A bitmap small enough for a processor's nearest cache tells most
/// of them without looking into the table itself.
package struct WordTable: Sendable {
  package struct Entry: Sendable {
    package var key: UInt32 = 0
    package var weight: Float = 0
    package var flags = WordFlags()
  }

  private var entries: [Entry]
  private var present: [UInt64]
  private let shift: UInt32

  /// Bits of the bitmap, as a power of two: 8 KB.
  private static var presentBits: UInt32 { 16 }

  /// Makes a table with room for so many words at a load of at most a half.
  package init(capacity: Int) {
    var bits: UInt32 = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    entries = [Entry](repeating: Entry(), count: 1 << bits)
    present = [UInt64](repeating: 0, count: 1 << (WordTable.presentBits - 6))
    shift = 32 - bits
  }

  /// The entry of a key; one without weight or flags for a key that is not there.
  ///
  /// Complexity: O(1) expected.
  package subscript(key: UInt32) -> Entry { withBuffers { $0[key] } }

  /// Changes the entry of a key, making one first if need be. Key 0 can't be held.
  package mutating func update(_ key: UInt32, _ change: (inout Entry) -> Void) {
    guard key != 0 else { return }
    let slot = withBuffers { $0.slot(of: key) }
    entries[slot].key = key
    change(&entries[slot])
    let bit = WordTable.bit(of: key)
    present[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Calls `body` with the table for many look-ups; it is valid only within.
  func withBuffers<Result>(_ body: (Buffers) -> Result) -> Result {
    entries.withUnsafeBufferPointer { entries in
      present.withUnsafeBufferPointer { present in
        body(Buffers(entries: entries, present: present, shift: shift))
      }
    }
  }

  /// The table without the checks of arrays.
  struct Buffers {
    let entries: UnsafeBufferPointer<Entry>
    let present: UnsafeBufferPointer<UInt64>
    let shift: UInt32

    @inline(__always)
    subscript(key: UInt32) -> Entry { mayHave(key) == 1 ? entry(key) : Entry() }

    /// 0 for a key that is certainly not there, 1 for one that may be.
    @inline(__always)
    func mayHave(_ key: UInt32) -> Int {
      let bit = WordTable.bit(of: key)
      return Int(truncatingIfNeeded: present[bit >> 6] &>> UInt64(bit & 63) & 1)
    }

    /// The entry of a key, from the table itself.
    @inline(__always)
    func entry(_ key: UInt32) -> Entry {
      let found = entries[slot(of: key)]
      return found.key == key ? found : Entry()
    }

    /// The slot in which a key is found at once; `UInt32.max` for one that must be searched for.
    @inline(__always)
    func firstSlot(of key: UInt32) -> UInt32 {
      let slot = (key &* 0x9E37_79B1) >> shift
      return entries[Int(slot)].key == key ? slot : .max
    }

    /// The entry of a key whose first slot has been looked at.
    @inline(__always)
    func entry(_ key: UInt32, firstSlot: UInt32) -> Entry {
      firstSlot == .max ? entry(key) : entries[Int(firstSlot)]
    }

    /// Where a key is or would be.
    @inline(__always)
    func slot(of key: UInt32) -> Int {
      var slot = Int((key &* 0x9E37_79B1) >> shift)
      while entries[slot].key != key, entries[slot].key != 0 {
        slot = (slot &+ 1) & (entries.count &- 1)
      }
      return slot
    }
  }

  @inline(__always)
  private static func bit(of key: UInt32) -> Int {
    Int((key &* 0x85EB_CA6B) >> (32 - presentBits))
  }
}
