internal import Stories

/// The distinct words of a text, for asking whether it has a word anywhere.
struct WordBag: Sendable {
  private var slots: [UInt32]
  private let mask: Int

  /// Complexity: O(n).
  init(_ keys: [TokenKey]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    let mask = size - 1
    self.mask = mask
    slots = [UInt32](repeating: 0, count: size)
    slots.withUnsafeMutableBufferPointer { slots in
      for key in keys {
        var slot = Int(truncatingIfNeeded: key.bits >> 1) & mask
        while slots[slot] != 0, slots[slot] != key.bits { slot = (slot + 1) & mask }
        slots[slot] = key.bits
      }
    }
  }

  @inline(__always)
  func contains(_ key: TokenKey) -> Bool {
    var slot = Int(truncatingIfNeeded: key.bits >> 1) & mask
    while slots[slot] != 0 {
      if slots[slot] == key.bits { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
