/// Weights and flags of words and runs of words: a flat open-addressing table, since every word of every
/// story is looked up in it.
package struct WordTable: Sendable {
  package struct Entry: Sendable {
    package var key: UInt32 = 0
    package var weight: Float = 0
    package var flags = WordFlags()
  }

  private var entries: [Entry]
  private let shift: UInt32

  /// Makes a table with room for so many words at a load of at most a half.
  package init(capacity: Int) {
    var bits: UInt32 = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    entries = [Entry](repeating: Entry(), count: 1 << bits)
    shift = 32 - bits
  }

  /// The entry of a key; one without weight or flags for a key that is not there.
  ///
  /// Complexity: O(1) expected.
  @inline(__always)
  package subscript(key: UInt32) -> Entry {
    let found = entries[slot(of: key)]
    return found.key == key ? found : Entry()
  }

  /// Changes the entry of a key, making one first if need be. Key 0 can't be held.
  package mutating func update(_ key: UInt32, _ change: (inout Entry) -> Void) {
    guard key != 0 else { return }
    let slot = slot(of: key)
    entries[slot].key = key
    change(&entries[slot])
  }

  /// Where a key is or would be.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* 0x9E37_79B1) >> shift)
    while entries[slot].key != key, entries[slot].key != 0 {
      slot = (slot + 1) & (entries.count - 1)
    }
    return slot
  }
}
