internal import CLines
internal import Stories

/// How many stories of an outlet have each of some keys, in bounded memory.
///
/// Lossy Counting (G. Manku, R. Motwani, "Approximate frequency counts over data streams", VLDB 2002) with a
/// story as the unit: after every `bucket` stories, keys are dropped that can't have been in more stories
/// than there were buckets. A count is too high by one at most, where the first story to have a key does not
/// count (an entry without a count is a free slot); it is too low by at most one in `bucket` of the
/// stories. Two generations are held: when time has passed, the older one's counts go.
///
/// Flat, open addressing, sixteen bytes an entry at a load of at most two thirds.
struct RecurrenceTable: Sendable {
  private struct Entry {
    var key: UInt32 = 0
    var lastStory: UInt32 = .max
    var count: UInt16 = 0
    var earlier: UInt16 = 0
    /// Stories that may have had it before it was put down.
    var missed: UInt16 = 0
    var total: Int { Int(count) + Int(earlier) }
  }

  private var table: [Entry]
  /// Keys held.
  private(set) var used = 0
  /// How far a count of this generation may be too low.
  private(set) var floor = 0
  private let bucket: Int

  /// Few: most outlets of a long tail have hardly a story.
  private static let leastSlots = 16

  init(bucket: Int) {
    self.bucket = bucket
    table = [Entry](repeating: Entry(), count: RecurrenceTable.leastSlots)
  }

  /// Bytes held.
  var byteCount: Int { table.count * MemoryLayout<Entry>.stride }

  /// How many stories are known to have a key.
  @inline(__always)
  func count(of hash: UInt64) -> Int { slot(of: hash).map { table[$0].total } ?? 0 }

  /// The last story that had a key.
  @inline(__always)
  func lastStory(with hash: UInt64) -> UInt32? { slot(of: hash).map { table[$0].lastStory } }

  /// Has the memory where the walks of some keys begin fetched side by side, since one look-up would wait for the
  /// other.
  func fetch(_ hashes: Slice<UnsafeMutableBufferPointer<UInt64>>) {
    table.withUnsafeBufferPointer { table in
      guard let start = table.baseAddress else { return }
      for hash in hashes { clines_fetch(start + home(RecurrenceTable.key(hash)), 1) }
    }
  }

  /// Notes that a story has a key.
  ///
  /// - Parameters:
  ///   - hash: the key.
  ///   - story: its number.
  ///   - counting: whether it counts. Of a key that is not held it counts in any case.
  /// - Returns: how many stories have the key now, 0 if that has not changed.
  @inline(__always)
  mutating func note(_ hash: UInt64, _ story: UInt32, counting: Bool) -> Int {
    if (used + 1) * 3 > table.count * 2 { rebuild(slots: table.count * 2) { $0 } }
    let key = RecurrenceTable.key(hash)
    var slot = home(key)
    while table[slot].total > 0 {
      if table[slot].key == key {
        guard table[slot].lastStory != story else { return 0 }
        table[slot].lastStory = story
        guard counting, table[slot].count < .max else { return 0 }
        table[slot].count += 1
        return table[slot].total
      }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = Entry(
      key: key, lastStory: story, count: 1, missed: UInt16(clamping: floor))
    used += 1
    return 1
  }

  /// Drops what need not be held any more, if a bucket is full.
  ///
  /// - Parameter stories: counted in this generation.
  mutating func prune(after stories: Int) {
    guard stories % bucket == 0, stories > 0 else { return }
    raise(to: floor + 1)
  }

  /// Drops keys that may be missing from counts of this generation without these being too low by more
  /// than a floor.
  mutating func raise(to newFloor: Int) {
    floor = newFloor
    shrink { $0.earlier > 0 || Int($0.count) + Int($0.missed) > newFloor ? $0 : nil }
  }

  /// Drops what was counted in the earlier generation.
  mutating func forgetEarlier() {
    shrink { entry in
      guard entry.count > 0 else { return nil }
      var next = entry
      next.earlier = 0
      return next
    }
  }

  /// Begins a new generation: counts of the one before the last are gone.
  mutating func age() {
    floor = 0
    shrink { entry in
      guard entry.count > 0 else { return nil }
      var next = entry
      (next.earlier, next.count, next.missed) = (entry.count, 0, 0)
      return next
    }
  }

  private mutating func shrink(_ change: (Entry) -> Entry?) {
    let left = table.count { $0.total > 0 && change($0) != nil }
    var slots = RecurrenceTable.leastSlots
    while slots < left * 2 { slots *= 2 }
    rebuild(slots: slots, change)
  }

  private mutating func rebuild(slots: Int, _ change: (Entry) -> Entry?) {
    let old = table
    table = [Entry](onLargePages: slots, repeating: Entry())
    used = 0
    for entry in old where entry.total > 0 {
      guard let entry = change(entry) else { continue }
      var slot = home(entry.key)
      while table[slot].total > 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = entry
      used += 1
    }
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int? {
    let key = RecurrenceTable.key(hash)
    var slot = home(key)
    while table[slot].total > 0 {
      if table[slot].key == key { return slot }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  @inline(__always)
  private static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }

  /// Where a key's walk begins: the key scaled to the table, so that growing keeps the order of keys.
  @inline(__always)
  private func home(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* UInt64(table.count)) >> 32)
  }
}
