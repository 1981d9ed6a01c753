internal import CLines

extension BandTable {
  /// Calls `body` with every story that has one of some keys, once for each key.
  ///
  /// The table is far larger than any cache. The first slots of all walks are read in one go before any of
  /// them is looked at, so that their lines are fetched side by side instead of one after the other.
  @inline(__always)
  func forEach(_ keys: UnsafeBufferPointer<UInt32>, _ body: (UInt32) -> Void) {
    guard !keys.isEmpty else { return }
    withSlots { slots in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: keys.count + 1) { taken in
        var count = 0
        for position in keys.indices {
          taken[count] = UInt32(truncatingIfNeeded: position)
          // 1 for a slot that is taken. As a condition it would be a branch, and a branch that was foreseen
          // wrongly waits for the memory.
          let isTaken = slots[BandTable.home(keys[position], slots.count)].place
          count &+= Int(truncatingIfNeeded: (isTaken | (0 &- isTaken)) &>> 31)
        }
        for position in taken[..<count] { BandTable.walk(slots, keys[Int(position)], body) }
      }
    }
  }

  /// Calls `body` with every story that has a key.
  @inline(__always)
  func forEach(_ key: UInt32, _ body: (UInt32) -> Void) {
    withSlots { BandTable.walk($0, key, body) }
  }

  /// Goes through the slots from a key's home on.
  ///
  /// All of the first line is compared before any of it is looked at: where in it a walk ends no processor
  /// foresees.
  @inline(__always)
  private static func walk(
    _ slots: UnsafeBufferPointer<Slot>, _ key: UInt32, _ body: (UInt32) -> Void
  ) {
    let home = BandTable.home(key, slots.count)
    let line = line(UnsafePointer(slots.baseAddress), home, key)
    var matches = line.matches
    while matches != 0 {
      body(slots[home &+ matches.trailingZeroBitCount].story)
      matches &= matches &- 1
    }
    if line.free == 0 { walkOn(slots, key, from: home &+ slotsPerLine, body) }
  }

  /// Goes on behind the first line.
  @inline(__always)
  private static func walkOn(
    _ slots: UnsafeBufferPointer<Slot>, _ key: UInt32, from start: Int, _ body: (UInt32) -> Void
  ) {
    var slot = start == slots.count ? 0 : start
    while !slots[slot].isFree {
      if slots[slot].key == key { body(slots[slot].story) }
      slot = slot &+ 1 == slots.count ? 0 : slot &+ 1
    }
  }

  /// What a line has, a bit a slot: those that hold a key, and those that are free.
  @inline(__always)
  static func line(
    _ slots: UnsafePointer<Slot>?, _ start: Int, _ key: UInt32
  ) -> (matches: UInt32, free: UInt32) {
    guard let slots else { return (0, 0) }
    // Two numbers a slot, the key first.
    let numbers = UnsafeRawPointer(slots + start).assumingMemoryBound(to: UInt32.self)
    let found = clines_pairs(numbers, key)
    // What is free may look like key 0.
    return (found & ~(found &>> 8) & 0xFF, found &>> 8)
  }
}
