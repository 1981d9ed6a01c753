internal import Stories

/// Where a text has which pairs of neighbouring words, as far as these say enough to start a passage.
///
/// Pairs of words that every story has ("of the") are no seeds: passages grow over them all the same.
struct SeedTable {
  /// Weight that two neighbouring words need together, in sixteenths of a bit: 5 bits.
  static let leastWeight: UInt16 = 80
  /// Places at which one seed is tried: bounds the work on text that repeats itself.
  static let placesPerSeed = 6

  private var slots: [Int32]
  private var following: [Int32]
  private let mask: Int
  private let keys: [TokenKey]

  /// Makes the table of a text.
  ///
  /// Complexity: O(n).
  init(_ copy: Copy) {
    keys = copy.keys
    var size = 16
    while size < copy.count * 2 { size *= 2 }
    mask = size - 1
    slots = [Int32](repeating: -1, count: size)
    following = [Int32](repeating: -1, count: copy.count)
    guard copy.count > 1 else { return }
    // Backwards, so that the first place comes first.
    for index in stride(from: copy.count - 2, through: 0, by: -1)
    where SeedTable.isSeed(copy.weights[index], copy.weights[index + 1]) {
      var slot = home(keys[index], keys[index + 1])
      while slots[slot] >= 0 {
        let other = Int(slots[slot])
        if keys[other] == keys[index], keys[other + 1] == keys[index + 1] {
          following[index] = slots[slot]
          break
        }
        slot = (slot + 1) & mask
      }
      slots[slot] = Int32(index)
    }
  }

  @inline(__always)
  static func isSeed(_ first: UInt8, _ second: UInt8) -> Bool {
    UInt16(first) + UInt16(second) >= leastWeight
  }

  /// Calls `body` with the first few places of a pair of words, in ascending order.
  @inline(__always)
  func forEachPlace(of first: TokenKey, _ second: TokenKey, _ body: (Int) -> Void) {
    var slot = home(first, second)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if keys[place] == first, keys[place + 1] == second {
        var next = place
        var tried = 0
        while next >= 0, tried < SeedTable.placesPerSeed {
          body(next)
          next = Int(following[next])
          tried += 1
        }
        return
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func home(_ first: TokenKey, _ second: TokenKey) -> Int {
    let mixed = (UInt64(first.bits) << 32 | UInt64(second.bits)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & mask
  }
}
