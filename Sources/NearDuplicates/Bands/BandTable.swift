/// Which stories have which keys, of bands or of fingerprints: one flat open-addressing table.
///
/// A slot is a key and a story, eight bytes side by side, so that a look-up touches one line of memory. A key
/// that several stories share stands in several slots one after the other, so looking it up is one walk
/// without pointers. Buckets are bounded: past `bucketLimit` stories with one key each further one takes the
/// place of the oldest, so that a formula which floods a bucket costs a bounded walk, and what was published
/// lately is what is found.
struct BandTable: Sendable {
  /// Stories that may share a band key: enough for the most widely printed agency story, and a bound on the
  /// work that identical junk can make.
  static let bandBucket = 128
  /// Stories that may share a fingerprint: of a phrase that many have, the latest are enough to connect.
  static let fingerprintBucket = 12

  private let bucketLimit: Int
  /// `size` slots behind `lead` others.
  private var memory: [Slot]
  /// Slots before the first that begins a line of memory.
  private let lead: Int
  private let size: Int
  private(set) var used = 0
  private(set) var displaced = 0

  private struct Slot {
    var key: UInt32 = 0
    /// `UInt32.max` for a slot that is free.
    var story: UInt32 = .max
  }

  init(bucketLimit: Int = BandTable.bandBucket, capacity: Int = 1024) {
    self.bucketLimit = bucketLimit
    var size = 1024
    while size < capacity { size *= 2 }
    memory = [Slot](onLargePages: size + BandTable.slotsPerLine, repeating: Slot())
    lead = memory.withUnsafeBufferPointer {
      let slot = Int(bitPattern: $0.baseAddress) / MemoryLayout<Slot>.stride
      return (BandTable.slotsPerLine - slot % BandTable.slotsPerLine) % BandTable.slotsPerLine
    }
    self.size = size
  }

  @inline(__always)
  private func withSlots(_ body: (UnsafeBufferPointer<Slot>) -> Void) {
    memory.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[lead..<lead + size]))
    }
  }

  @inline(__always)
  private mutating func withMutableSlots(_ body: (UnsafeMutableBufferPointer<Slot>) -> Void) {
    let range = lead..<lead + size
    memory.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[range]))
    }
  }

  /// Bytes held.
  var byteCount: Int { memory.count * 8 }

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

  /// Slots in a line of 64 bytes.
  private static let slotsPerLine = 8

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

  /// Stands for the end of a walk through a bucket that can take no more stories.
  static let full = UInt32.max

  /// Puts down a new story, the newest, under keys that were looked up last, where their walks ended. Nothing
  /// may have been put down in between.
  mutating func insert(
    _ keys: UnsafeBufferPointer<UInt32>, _ story: UInt32, ends: UnsafeBufferPointer<UInt32>
  ) {
    precondition(ends.count >= keys.count)
    guard (used + keys.count) * 8 <= size * 5 else { return insert(keys, story) }
    var late: [UInt32] = []
    withMutableSlots { slots in
      for index in keys.indices {
        let end = ends[index]
        // Two keys of one story may have ended at one place.
        if end == BandTable.full || slots[Int(end)].story != .max {
          late.append(keys[index])
        } else {
          slots[Int(end)] = Slot(key: keys[index], story: story)
        }
      }
    }
    used += keys.count - late.count
    if !late.isEmpty { late.withUnsafeBufferPointer { insert($0, story) } }
  }

  /// Puts down a story under some keys; in a full bucket it takes the oldest story's place. Stories come in
  /// ascending order.
  mutating func insert(_ keys: UnsafeBufferPointer<UInt32>, _ story: UInt32) {
    while (used + keys.count) * 8 > size * 5 { grow() }
    let limit = bucketLimit
    var (added, displaced) = (0, 0)
    withMutableSlots { slots in
      for key in keys {
        switch BandTable.insert(key, story, into: slots, limit) {
        case .there: break
        case .displaced: displaced += 1
        case .added: added += 1
        }
      }
    }
    used += added
    self.displaced += displaced
  }

  private enum Outcome { case there, displaced, added }

  @inline(__always)
  private static func insert(
    _ key: UInt32, _ story: UInt32, into slots: UnsafeMutableBufferPointer<Slot>, _ limit: Int
  ) -> Outcome {
    var slot = home(key, slots.count)
    var sharing = 0
    var oldest = slot
    while slots[slot].story != .max {
      if slots[slot].key == key {
        if slots[slot].story == story { return .there }
        if sharing == 0 || slots[slot].story < slots[oldest].story { oldest = slot }
        sharing &+= 1
      }
      slot = slot &+ 1 == slots.count ? 0 : slot &+ 1
    }
    if sharing == limit {
      slots[oldest].story = story
      return .displaced
    }
    slots[slot] = Slot(key: key, story: story)
    return .added
  }

  /// Where a key's walk begins: at the beginning of a line of memory, so that nearly every walk ends in the
  /// line that it began in. The key is scaled to the table, so that growing keeps the order of keys.
  @inline(__always)
  private static func home(_ key: UInt32, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* UInt64(count)) >> 32) & ~(slotsPerLine - 1)
  }

  private mutating func grow() {
    var larger = BandTable(bucketLimit: bucketLimit, capacity: size * 2)
    withSlots { slots in
      larger.withMutableSlots { larger in
        for slot in slots where slot.story != .max {
          var place = BandTable.home(slot.key, larger.count)
          while larger[place].story != .max {
            place = place &+ 1 == larger.count ? 0 : place &+ 1
          }
          larger[place] = slot
        }
      }
    }
    (larger.used, larger.displaced) = (used, displaced)
    self = larger
  }
}
