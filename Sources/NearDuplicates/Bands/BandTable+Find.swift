extension BandTable {
  /// Calls `body` with every story that has one of some keys, once for each key.
  ///
  /// Puts down where each key's walk ended, `BandTable.full` for a bucket that can take no more: what
  /// `insert` needs to put the same keys down without another walk.
  ///
  /// The table is far larger than any cache. The first slots of all walks are read in one go before any of
  /// them is looked at, so that their lines are fetched side by side instead of one after the other.
  @inline(__always)
  func forEach(
    _ keys: UnsafeBufferPointer<UInt32>, ends: UnsafeMutableBufferPointer<UInt32>,
    _ body: (UInt32) -> Void
  ) {
    precondition(ends.count >= keys.count)
    guard !keys.isEmpty else { return }
    withSlots { slots in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: keys.count + 1) { taken in
        var count = 0
        for position in keys.indices {
          let home = BandTable.home(keys[position], slots.count)
          taken[count] = UInt32(truncatingIfNeeded: position)
          ends[position] = UInt32(truncatingIfNeeded: home)
          // 1 for a slot that is taken. As a condition it would be a branch, and a branch that was foreseen
          // wrongly waits for the memory.
          let isTaken = ~slots[home].story
          count &+= Int(truncatingIfNeeded: (isTaken | (0 &- isTaken)) &>> 31)
        }
        for position in taken[..<count] {
          let key = keys[Int(position)]
          let home = Int(ends[Int(position)])
          ends[Int(position)] = BandTable.walk(slots, key, from: home, bucketLimit, body)
        }
      }
    }
  }

  /// Goes through the slots from a key's home on. Returns where the walk ended.
  ///
  /// All of the first line is compared before any of it is looked at: where in it a walk ends no processor
  /// foresees.
  @inline(__always)
  private static func walk(
    _ slots: UnsafeBufferPointer<Slot>, _ key: UInt32, from home: Int, _ limit: Int,
    _ body: (UInt32) -> Void
  ) -> UInt32 {
    var (matches, held) = (UInt32(0), 0)
    for offset in 0..<slotsPerLine {
      let slot = slots[home &+ offset]
      held &+= slot.story == .max ? 0 : 1
      matches |= (slot.key == key ? 1 : 0) &<< UInt32(truncatingIfNeeded: offset)
    }
    // Slots are filled in order, and free ones may look like key 0.
    matches &= (1 &<< UInt32(truncatingIfNeeded: held)) &- 1
    let sharing = matches.nonzeroBitCount
    while matches != 0 {
      body(slots[home &+ matches.trailingZeroBitCount].story)
      matches &= matches &- 1
    }
    if held < slotsPerLine {
      return sharing == limit ? full : UInt32(truncatingIfNeeded: home &+ held)
    }
    return walkOn(slots, key, from: home &+ slotsPerLine, sharing, limit, body)
  }

  /// Goes on behind the first line.
  @inline(__always)
  private static func walkOn(
    _ slots: UnsafeBufferPointer<Slot>, _ key: UInt32, from start: Int, _ before: Int, _ limit: Int,
    _ body: (UInt32) -> Void
  ) -> UInt32 {
    var slot = start == slots.count ? 0 : start
    var sharing = before
    while slots[slot].story != .max {
      if slots[slot].key == key {
        body(slots[slot].story)
        sharing &+= 1
      }
      slot = slot &+ 1 == slots.count ? 0 : slot &+ 1
    }
    return sharing == limit ? full : UInt32(truncatingIfNeeded: slot)
  }
}
