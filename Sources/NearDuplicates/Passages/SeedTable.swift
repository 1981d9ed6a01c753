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
  private var present = KeyBitmap()

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
    slots.withUnsafeMutableBufferPointer { slots in
      following.withUnsafeMutableBufferPointer { following in
        present.fill { SeedTable.fill(slots, following, $0, copy) }
      }
    }
  }

  private static func fill(
    _ slots: UnsafeMutableBufferPointer<Int32>, _ following: UnsafeMutableBufferPointer<Int32>,
    _ present: KeyBitmap.Filling, _ copy: Copy
  ) {
    let mask = slots.count - 1
    copy.keys.withUnsafeBufferPointer { keys in
      copy.weights.withUnsafeBufferPointer { weights in
        // Backwards, so that the first place comes first.
        var index = copy.count - 2
        while index >= 0 {
          defer { index &-= 1 }
          let (first, second) = (keys[index], keys[index &+ 1])
          guard isSeed(weights[index], weights[index &+ 1]) else { continue }
          let hash = hash(first, second)
          var slot = Int(truncatingIfNeeded: hash) & mask
          while slots[slot] >= 0 {
            let other = Int(slots[slot])
            if keys[other] == first, keys[other &+ 1] == second {
              following[index] = slots[slot]
              break
            }
            slot = (slot &+ 1) & mask
          }
          slots[slot] = Int32(truncatingIfNeeded: index)
          present.insert(hash)
        }
      }
    }
  }

  /// Puts down where another text has pairs of words that may be seeds of this one, in ascending order.
  ///
  /// Without branches: which pairs two texts share is what no processor foresees.
  ///
  /// - Returns: how many were put down.
  func mayMatch(
    _ keys: UnsafeBufferPointer<TokenKey>, _ weights: UnsafeBufferPointer<UInt8>,
    _ found: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    present.withBuffer { present in
      var count = 0
      for position in 0..<max(0, keys.count - 1) {
        let isSeed = SeedTable.isSeed(weights[position], weights[position &+ 1])
        let mayBe = present.mayHave(SeedTable.hash(keys[position], keys[position &+ 1]))
        found[count] = UInt32(truncatingIfNeeded: position)
        count &+= isSeed ? mayBe : 0
      }
      return count
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
    Int(truncatingIfNeeded: SeedTable.hash(first, second)) & mask
  }

  @inline(__always)
  private static func hash(_ first: TokenKey, _ second: TokenKey) -> UInt32 {
    let mixed = (UInt64(first.bits) << 32 | UInt64(second.bits)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
