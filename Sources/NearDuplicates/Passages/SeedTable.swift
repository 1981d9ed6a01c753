internal import Stories

/// Where a text has which pairs of neighbouring words, as far as these say enough to start a passage.
///
/// Pairs of words that every story has ("of the") are no seeds: passages grow over them all the same. Where a text
/// looks misread they are, since little else may be left, see `Tolerance`.
struct SeedTable {
  /// Places at which one seed is tried: bounds the work on text that repeats itself.
  static let placesPerSeed = 6

  /// The first place of each pair, by its hash; -1 for a slot that is free.
  private let slots: [Int32]
  /// For each place of a seed the next one with the same pair, or -1.
  private let following: [Int32]
  /// The words of a `KeyBitmap` with the hashes of all pairs.
  private let present: [UInt64]
  /// Weight that two neighbouring words needed together, in sixteenths of a bit.
  let least: UInt16

  /// Makes the table of a text.
  ///
  /// - Parameters:
  ///   - copy: the text.
  ///   - least: weight that two neighbouring words need.
  ///
  /// Complexity: O(n).
  init(_ copy: CopyView, least: UInt16) {
    self.least = least
    var size = 16
    while size < copy.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var present = [UInt64](repeating: 0, count: KeyBitmap.size)
    following = [Int32](unsafeUninitializedCapacity: copy.count) { following, count in
      slots.withUnsafeMutableBufferPointer { slots in
        present.withUnsafeMutableBufferPointer { words in
          SeedTable.fill(slots, following, KeyBitmap(words: words), copy, least)
        }
      }
      count = copy.count
    }
    (self.slots, self.present) = (slots, present)
  }

  private static func fill(
    _ slots: UnsafeMutableBufferPointer<Int32>, _ following: UnsafeMutableBufferPointer<Int32>,
    _ present: KeyBitmap, _ copy: CopyView, _ least: UInt16
  ) {
    let (mask, keys) = (slots.count - 1, copy.keys)
    following.initialize(repeating: -1)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: copy.count + 1) { seeds in
      // Backwards, so that the first place comes first.
      for place in seeds[..<SeedTable.seeds(of: copy, least, seeds)].reversed() {
        let index = Int(place)
        let (first, second) = (keys[index], keys[index &+ 1])
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

  /// Puts down where a text has pairs that say enough; without branches, since which do can't be foreseen.
  private static func seeds(
    of copy: CopyView, _ least: UInt16, _ found: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    guard copy.count > 1 else { return 0 }
    var (count, position) = (0, 0)
    var weight = copy.weights[0]
    while position &+ 1 < copy.count {
      let next = copy.weights[position &+ 1]
      found[count] = UInt32(truncatingIfNeeded: position)
      count &+= isSeed(weight, next, least) ? 1 : 0
      weight = next
      position &+= 1
    }
    return count
  }

  @inline(__always)
  static func isSeed(_ first: UInt8, _ second: UInt8, _ least: UInt16) -> Bool {
    UInt16(first) &+ UInt16(second) >= least
  }

  @inline(__always)
  private static func hash(_ first: TokenKey, _ second: TokenKey) -> UInt32 {
    let mixed = (UInt64(first.bits) << 32 | UInt64(second.bits)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}

extension SeedTable {
  /// The table without the checks of arrays.
  struct View {
    fileprivate let slots: UnsafeBufferPointer<Int32>
    fileprivate let following: UnsafeBufferPointer<Int32>
    fileprivate let present: UnsafeBufferPointer<UInt64>
    fileprivate let keys: UnsafeBufferPointer<TokenKey>
    fileprivate let least: UInt16

    /// Puts down where another text has pairs of words that may be seeds of this one, in ascending order.
    ///
    /// Without branches: which pairs two texts share is what no processor foresees. What the words weigh is
    /// asked only about the few pairs that the bitmap lets pass.
    ///
    /// - Returns: how many were put down.
    func mayMatch(_ other: CopyView, _ found: UnsafeMutableBufferPointer<UInt32>) -> Int {
      let (keys, weights, present) = (other.keys, other.weights, present)
      guard keys.count > 1 else { return 0 }
      var (passed, position) = (0, 0)
      var key = keys[0]
      while position &+ 1 < keys.count {
        let next = keys[position &+ 1]
        found[passed] = UInt32(truncatingIfNeeded: position)
        passed &+= KeyBitmap.mayHave(present, SeedTable.hash(key, next))
        key = next
        position &+= 1
      }
      var count = 0
      for index in 0..<passed {
        let position = Int(found[index])
        found[count] = found[index]
        count &+=
          SeedTable.isSeed(weights[position], weights[position &+ 1], least) ? 1 : 0
      }
      return count
    }

    /// The first place of a pair of words, -1 if it is none of the seeds.
    @inline(__always)
    func firstPlace(of first: TokenKey, _ second: TokenKey) -> Int {
      let mask = slots.count &- 1
      var slot = Int(truncatingIfNeeded: SeedTable.hash(first, second)) & mask
      while slots[slot] >= 0 {
        let place = Int(slots[slot])
        if keys[place] == first, keys[place &+ 1] == second { return place }
        slot = (slot &+ 1) & mask
      }
      return -1
    }

    /// The next place of the pair that is at a place, -1 after the last.
    @inline(__always)
    func place(after place: Int) -> Int { Int(following[place]) }
  }

  /// Calls `body` with the table; `copy` must be the text of which it was made.
  @inline(__always)
  func withView<Result>(of copy: CopyView, _ body: (View) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      following.withUnsafeBufferPointer { following in
        present.withUnsafeBufferPointer { present in
          body(
            View(
              slots: slots, following: following, present: present, keys: copy.keys,
              least: least))
        }
      }
    }
  }
}
