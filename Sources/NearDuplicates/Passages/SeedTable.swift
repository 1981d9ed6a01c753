internal import Stories

/// Where a text has which pairs of neighbouring words, as far as these say enough to start a passage.
///
/// Pairs of words that every story has ("of the") are no seeds: passages grow over them all the same. Where a text
/// looks misread they are, since little else may be left, see `Tolerance`.
///
/// Made for one comparison, in memory that is gone with it: to make it costs a tenth of what comparing does, and to
/// keep it for every story that is compared again would cost more memory than the stories.
struct SeedTable {
  /// Places at which one seed is tried: bounds the work on text that repeats itself.
  static let placesPerSeed = 6
  /// Places that are looked at for the next one of a seed. Some hundred have one hash only in text of many thousand
  /// words that repeats itself; what lies behind them is not found.
  static let placesPerLook = 256

  /// The first place of a seed with each hash, -1 for none.
  private let firsts: UnsafeMutableBufferPointer<Int32>
  /// For each place of a seed the next one of a seed with the same hash, or -1.
  private let following: UnsafeMutableBufferPointer<Int32>
  /// The hashes of all pairs.
  private let present: KeyBitmap
  private let keys: UnsafeBufferPointer<TokenKey>
  /// Weight that two neighbouring words need together, in sixteenths of a bit.
  private let least: UInt16

  /// Calls `body` with the table of a text.
  ///
  /// - Parameters:
  ///   - copy: the text.
  ///   - least: weight that two neighbouring words need.
  ///   - places: memory for a number for each token, not needed any more when `body` is called.
  ///   - body: uses the table.
  /// - Returns: what `body` does.
  ///
  /// Complexity: O(n).
  @inline(__always)
  static func with<Result>(
    _ copy: CopyView, least: UInt16, _ places: UnsafeMutableBufferPointer<UInt32>,
    _ body: (SeedTable) -> Result
  ) -> Result {
    var size = 16
    while size < copy.count * 2 { size *= 2 }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: size + copy.count) { memory in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: KeyBitmap.size) { present in
        memory.initialize(repeating: -1)
        present.initialize(repeating: 0)
        let table = SeedTable(
          firsts: UnsafeMutableBufferPointer(rebasing: memory[..<size]),
          following: UnsafeMutableBufferPointer(rebasing: memory[size...]),
          present: KeyBitmap(words: present), keys: copy.keys, least: least)
        table.fill(copy, places)
        return body(table)
      }
    }
  }

  /// Whatever pairs have one hash stand in one list: to tell them apart here would be a branch a place that no processor
  /// foresees, and few are ever looked for.
  private func fill(_ copy: CopyView, _ places: UnsafeMutableBufferPointer<UInt32>) {
    let (mask, keys) = (firsts.count &- 1, keys)
    // Backwards, so that the first place comes first.
    for place in places[..<seeds(of: copy, places)].reversed() {
      let index = Int(place)
      let hash = SeedTable.hash(keys[index], keys[index &+ 1])
      let slot = Int(truncatingIfNeeded: hash) & mask
      following[index] = firsts[slot]
      firsts[slot] = Int32(truncatingIfNeeded: index)
      present.insert(hash)
    }
  }

  /// Puts down where a text has pairs that say enough; without branches, since which do can't be foreseen.
  private func seeds(of copy: CopyView, _ found: UnsafeMutableBufferPointer<UInt32>) -> Int {
    guard copy.count > 1 else { return 0 }
    var (count, position) = (0, 0)
    var weight = copy.weights[0]
    while position &+ 1 < copy.count {
      let next = copy.weights[position &+ 1]
      found[count] = UInt32(truncatingIfNeeded: position)
      count &+= SeedTable.isSeed(weight, next, least) ? 1 : 0
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
  /// Puts down where another text has pairs of words that may be seeds of this one, in ascending order.
  ///
  /// Without branches: which pairs two texts share is what no processor foresees. What the words weigh is
  /// asked only about the few pairs that the bitmap lets pass.
  ///
  /// - Returns: how many were put down.
  func mayMatch(_ other: CopyView, _ found: UnsafeMutableBufferPointer<UInt32>) -> Int {
    let (keys, weights) = (other.keys, other.weights)
    let present = UnsafeBufferPointer(present.words)
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
      count &+= SeedTable.isSeed(weights[position], weights[position &+ 1], least) ? 1 : 0
    }
    return count
  }

  /// The first place of a pair of words, -1 if it is none of the seeds.
  @inline(__always)
  func firstPlace(of first: TokenKey, _ second: TokenKey) -> Int {
    let mask = firsts.count &- 1
    let slot = Int(truncatingIfNeeded: SeedTable.hash(first, second)) & mask
    return place(of: first, second, from: Int(firsts[slot]))
  }

  /// The next place of the pair that is at a place, -1 after the last.
  @inline(__always)
  func place(after place: Int) -> Int {
    self.place(of: keys[place], keys[place &+ 1], from: Int(following[place]))
  }

  @inline(__always)
  private func place(of first: TokenKey, _ second: TokenKey, from start: Int) -> Int {
    var (place, looked) = (start, 0)
    while place >= 0, looked < SeedTable.placesPerLook {
      if keys[place] == first, keys[place &+ 1] == second { return place }
      place = Int(following[place])
      looked &+= 1
    }
    return -1
  }
}
