/// Words with what is known of each in 32 bits: a flat open-addressing table.
struct WordSlots: Sendable {
  struct Slot {
    /// 0 for a slot that is free.
    var key: UInt32 = 0
    var known: UInt32 = 0
  }

  private var slots: [Slot]

  /// Makes a table with room for so many words at a load of at most a half.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// What is known of a word; nil for one that is not there.
  subscript(key: UInt32) -> UInt32? { withBuffer { $0.find(key) } }

  /// Puts a word down. Key 0 can't be held.
  mutating func set(_ key: UInt32, _ known: UInt32) {
    guard key != 0 else { return }
    let slot = withBuffer { $0.slot(of: key) }
    slots[slot] = Slot(key: key, known: known)
  }

  /// Calls `body` with the table for many look-ups; it is valid only within.
  func withBuffer<Result>(_ body: (Buffer) -> Result) -> Result {
    slots.withUnsafeBufferPointer { body(Buffer(slots: $0, mask: slots.count - 1)) }
  }

  /// The table without the checks of arrays.
  struct Buffer {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let mask: Int

    /// The slot in which a word is found at once, if it is.
    @inline(__always)
    func first(_ key: UInt32) -> Slot { slots[home(key)] }

    /// What is known of a word; nil for one that is not there.
    @inline(__always)
    func find(_ key: UInt32) -> UInt32? {
      let slot = slots[slot(of: key)]
      return slot.key == key ? slot.known : nil
    }

    /// Where a word is or would be.
    @inline(__always)
    fileprivate func slot(of key: UInt32) -> Int {
      var slot = home(key)
      while slots[slot].key != 0, slots[slot].key != key { slot = (slot &+ 1) & mask }
      return slot
    }

    @inline(__always)
    private func home(_ key: UInt32) -> Int { Int(truncatingIfNeeded: key >> 1) & mask }
  }
}
