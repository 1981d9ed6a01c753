public import Stories

/// The distinct shingles of one text, ready to be compared exactly with many others.
///
/// An open-addressing table of 64-bit hashes, at most half full. The hash 0 stands for an empty slot; a
/// shingle that hashes to 0 (one in 2^64) is counted as 1.
public struct ShingleSet: Sendable {
  /// How many distinct shingles there are.
  public private(set) var count = 0
  /// The hashes one after the other: going through the half-empty table instead guesses wrong at every
  /// other slot.
  private var distinct: [UInt64] = []
  private var slots: [UInt64] = []
  private var mask = 0

  /// Makes the set of a text's shingles.
  ///
  /// Complexity: O(n) in tokens.
  public init(_ keys: [TokenKey], _ shingler: Shingler) {
    self.init(hashes: shingler.hashes(of: keys))
  }

  /// Makes a set of hashes, repeats allowed.
  public init(hashes: [UInt64]) {
    var capacity = 8
    while capacity < hashes.count * 2 { capacity *= 2 }
    let mask = capacity - 1
    self.mask = mask
    slots = [UInt64](repeating: 0, count: capacity)
    distinct = slots.withUnsafeMutableBufferPointer { slots in
      [UInt64](unsafeUninitializedCapacity: hashes.count) { distinct, count in
        for hash in hashes {
          let hash = hash == 0 ? 1 : hash
          guard ShingleSet.insert(hash, slots, mask) else { continue }
          distinct.initializeElement(at: count, to: hash)
          count += 1
        }
      }
    }
    count = distinct.count
  }

  /// The distinct hashes, in no particular order.
  public var hashes: [UInt64] { distinct }

  /// Whether the set holds a hash.
  @inline(__always)
  public func contains(_ hash: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { ShingleSet.contains(hash == 0 ? 1 : hash, $0, mask) }
  }

  @inline(__always)
  private static func contains(
    _ hash: UInt64, _ slots: UnsafeBufferPointer<UInt64>, _ mask: Int
  ) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// Exact likeness of two texts by their distinct shingles.
  ///
  /// Complexity: O(size of the smaller table).
  public func likeness(to other: ShingleSet) -> Likeness {
    if count > other.count { return other.likeness(to: self).reversed }
    let shared = distinct.withUnsafeBufferPointer { distinct in
      other.slots.withUnsafeBufferPointer { slots in
        var shared = 0
        for hash in distinct where ShingleSet.contains(hash, slots, other.mask) { shared += 1 }
        return shared
      }
    }
    return Likeness(first: count, second: other.count, shared: shared)
  }

  /// Whether the hash was not there yet.
  @inline(__always)
  private static func insert(
    _ hash: UInt64, _ slots: UnsafeMutableBufferPointer<UInt64>, _ mask: Int
  ) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    return true
  }
}
