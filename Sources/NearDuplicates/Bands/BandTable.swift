/// Which stories have which keys, of bands or of fingerprints: one flat open-addressing table.
///
/// A slot is a key and a story, eight bytes. A key that several stories share stands in several slots one
/// after the other, so looking it up is one walk without pointers. Buckets are bounded: past `bucketLimit`
/// stories with one key each further one takes the place of the oldest, so that a formula which floods a
/// bucket costs a bounded walk, and what was published lately is what is found.
struct BandTable: Sendable {
  /// Stories that may share a band key: enough for the most widely printed agency story, and a bound on the
  /// work that identical junk can make.
  static let bandBucket = 128
  /// Stories that may share a fingerprint: of a phrase that many have, the latest are enough to connect.
  static let fingerprintBucket = 48

  private let bucketLimit: Int
  private var keys: [UInt32]
  private var entries: [UInt32]
  private(set) var used = 0
  private(set) var displaced = 0

  init(bucketLimit: Int = BandTable.bandBucket, capacity: Int = 1024) {
    self.bucketLimit = bucketLimit
    var size = 1024
    while size < capacity { size *= 2 }
    keys = [UInt32](repeating: 0, count: size)
    entries = [UInt32](repeating: BandTable.vacant, count: size)
  }

  /// Bytes held.
  var byteCount: Int { keys.count * 8 }

  /// Calls `body` with every story that has the key.
  @inline(__always)
  func forEach(_ key: UInt32, _ body: (UInt32) -> Void) {
    var slot = home(key)
    while entries[slot] != BandTable.vacant {
      if keys[slot] == key { body(entries[slot]) }
      slot = slot &+ 1 == keys.count ? 0 : slot &+ 1
    }
  }

  /// Puts down a story under a key; in a full bucket it takes the oldest story's place. Stories come in
  /// ascending order.
  mutating func insert(_ key: UInt32, _ story: UInt32) {
    if (used + 1) * 8 > keys.count * 5 { grow() }
    var slot = home(key)
    var sharing = 0
    var oldest = slot
    while entries[slot] != BandTable.vacant {
      if keys[slot] == key {
        if entries[slot] == story { return }
        if sharing == 0 || entries[slot] < entries[oldest] { oldest = slot }
        sharing += 1
      }
      slot = slot &+ 1 == keys.count ? 0 : slot &+ 1
    }
    if sharing == bucketLimit {
      entries[oldest] = story
      displaced += 1
    } else {
      keys[slot] = key
      entries[slot] = story
      used += 1
    }
  }

  private static var vacant: UInt32 { .max }

  /// Where a key's walk begins: the key scaled to the table, so that growing keeps the order of keys.
  @inline(__always)
  private func home(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* UInt64(keys.count)) >> 32)
  }

  private mutating func grow() {
    var larger = BandTable(bucketLimit: bucketLimit, capacity: keys.count * 2)
    for slot in keys.indices where entries[slot] != BandTable.vacant {
      larger.place(keys[slot], entries[slot])
    }
    larger.displaced = displaced
    self = larger
  }

  private mutating func place(_ key: UInt32, _ story: UInt32) {
    var slot = home(key)
    while entries[slot] != BandTable.vacant { slot = slot &+ 1 == keys.count ? 0 : slot &+ 1 }
    keys[slot] = key
    entries[slot] = story
    used += 1
  }
}
