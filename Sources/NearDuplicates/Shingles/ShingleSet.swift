public import Stories

/// The distinct shingles of one text, ready to be compared exactly with many others.
///
/// An open-addressing table of 64-bit hashes, at most half full. The hash 0 stands for an empty slot; a
/// shingle that hashes to 0 (one in 2^64) is counted as 1.
public struct ShingleSet: Sendable {
  /// How many distinct shingles there are.
  public private(set) var count = 0
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
    slots = [UInt64](repeating: 0, count: capacity)
    mask = capacity - 1
    for hash in hashes { insert(hash == 0 ? 1 : hash) }
  }

  /// The distinct hashes, in no particular order.
  public var hashes: [UInt64] { slots.filter { $0 != 0 } }

  /// Whether the set holds a hash.
  @inline(__always)
  public func contains(_ hash: UInt64) -> Bool {
    let hash = hash == 0 ? 1 : hash
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
    var shared = 0
    for hash in slots where hash != 0 && other.contains(hash) { shared += 1 }
    return Likeness(first: count, second: other.count, shared: shared)
  }

  private mutating func insert(_ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    count += 1
  }
}
