/// Which stories have which keys: one flat open-addressing table.
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

  let bucketLimit: Int
  private var memory: LineMemory<Slot>
  private(set) var used = 0
  private(set) var displaced = 0

  struct Slot: BitwiseCopyable {
    var key: UInt32
    /// The story's number plus one; 0 for a slot that is free.
    var place: UInt32

    init(key: UInt32, story: UInt32) { (self.key, place) = (key, story &+ 1) }

    var isFree: Bool { place == 0 }
    var story: UInt32 { place &- 1 }
  }

  init(bucketLimit: Int = BandTable.bandBucket, capacity: Int = 1024) {
    self.bucketLimit = bucketLimit
    var size = 1024
    while size < capacity { size *= 2 }
    memory = LineMemory(zeroes: size)
  }

  /// Bytes held.
  var byteCount: Int { memory.byteCount }

  /// Slots in a line of 64 bytes.
  static let slotsPerLine = 8

  @inline(__always)
  func withSlots(_ body: (UnsafeBufferPointer<Slot>) -> Void) { memory.withBuffer(body) }

  /// All that was put down, by ascending story.
  func entries() -> [(key: UInt32, story: UInt32)] {
    guard used > 0 else { return [] }
    return memory.withBuffer { slots in
      slots.filter { !$0.isFree }.map { ($0.key, $0.story) }.sorted { $0.1 < $1.1 }
    }
  }

  /// Puts down a story under some keys; in a full bucket it takes the oldest story's place. Stories come in
  /// ascending order.
  mutating func insert(_ keys: UnsafeBufferPointer<UInt32>, _ story: UInt32) {
    while (used + keys.count) * 8 > memory.count * 5 { grow() }
    let limit = bucketLimit
    var (added, displaced) = (0, 0)
    memory.withMutableBuffer { slots in
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
    // Nearly always nobody has the key, and there is room in its line.
    let line = line(UnsafePointer(slots.baseAddress), slot, key)
    if line.matches == 0, line.free != 0 {
      slots[slot &+ line.free.trailingZeroBitCount] = Slot(key: key, story: story)
      return .added
    }
    var sharing = 0
    var oldest = slot
    while !slots[slot].isFree {
      if slots[slot].key == key {
        if slots[slot].story == story { return .there }
        if sharing == 0 || slots[slot].story < slots[oldest].story { oldest = slot }
        sharing &+= 1
      }
      slot = slot &+ 1 == slots.count ? 0 : slot &+ 1
    }
    if sharing == limit {
      slots[oldest] = Slot(key: key, story: story)
      return .displaced
    }
    slots[slot] = Slot(key: key, story: story)
    return .added
  }

  /// Where a key's walk begins: at the beginning of a line of memory, so that nearly every walk ends in the
  /// line that it began in. The key is scaled to the table, so that growing keeps the order of keys.
  @inline(__always)
  static func home(_ key: UInt32, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* UInt64(count)) >> 32) & ~(slotsPerLine - 1)
  }

  private mutating func grow() {
    var larger = BandTable(bucketLimit: bucketLimit, capacity: memory.count * 2)
    memory.withBuffer { slots in
      larger.memory.withMutableBuffer { larger in
        for slot in slots where !slot.isFree {
          var place = BandTable.home(slot.key, larger.count)
          while !larger[place].isFree {
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
