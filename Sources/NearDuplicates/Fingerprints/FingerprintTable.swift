internal import CLines

/// Which stories have which fingerprints: four bytes for each, in lines of memory of sixteen.
///
/// A fingerprint's highest bits say in which of 2^k lines it stands, and so need not be kept. A slot is what is
/// left of the fingerprint, 32 − k bits, above the story's number plus one, k bits: with more stories come more lines, and
/// what the one needs the other no longer does. Looking up reads one line and compares all of it at once,
/// whatever it holds; growing parts each line into two beside each other. What finds its line full goes into a
/// plain table, which is small, since lines are half full at most.
///
/// Buckets are bounded: of those that have one fingerprint a line keeps the newest `bucketLimit`.
struct FingerprintTable: Sendable {
  /// Stories that may share a fingerprint: of a phrase that many have, the latest are enough to connect.
  static let bucketLimit = 12
  /// Slots in a line of 64 bytes.
  static let slotsPerLine = 16
  private var memory: LineMemory<UInt32>
  /// k: there are 2^k lines.
  private var lineBits: UInt32
  private var used = 0
  /// What found its line full.
  private var late = BandTable(bucketLimit: FingerprintTable.bucketLimit)

  /// Makes an empty table.
  init() {
    lineBits = 6
    memory = LineMemory(zeroes: FingerprintTable.slotsPerLine << 6)
  }

  /// Bytes held.
  var byteCount: Int { memory.byteCount + late.byteCount }

  /// How slots are read at one size.
  private struct Layout {
    let lineBits: UInt32
    /// The bits of a slot that are the story.
    let stories: UInt32

    init(lineBits: UInt32) {
      self.lineBits = lineBits
      stories = 1 &<< lineBits &- 1
    }

    /// Where a fingerprint's line begins.
    @inline(__always)
    func start(_ key: UInt32) -> Int {
      Int(truncatingIfNeeded: key &>> (32 &- lineBits)) &* FingerprintTable.slotsPerLine
    }

    /// What is kept of a fingerprint, in place.
    @inline(__always)
    func rest(_ key: UInt32) -> UInt32 { key &<< lineBits }

    /// The slots of a line that hold a fingerprint, a bit each; free ones may be among them.
    @inline(__always)
    func matches(_ line: UnsafePointer<UInt32>, _ key: UInt32) -> UInt32 {
      clines_equal(line, rest(key), ~stories)
    }
  }

  /// Calls `body` with every story that has one of some fingerprints, once for each.
  ///
  /// Complexity: O(1) a fingerprint: a line of memory.
  func forEach(_ keys: UnsafeBufferPointer<UInt32>, _ body: (UInt32) -> Void) {
    forEachLine(keys) { key, line, found, layout, isFull in
      var matches = found
      while matches != 0 {
        let slot = line[matches.trailingZeroBitCount]
        if slot != 0 { body(slot & layout.stories &- 1) }
        matches &= matches &- 1
      }
      if isFull { late.forEach(key, body) }
    }
  }

  /// The same, with how many stories in its line have a fingerprint; for what found its line full, the most that can.
  func forEach(
    _ keys: UnsafeBufferPointer<UInt32>, counted body: (_ story: UInt32, _ sharing: Int) -> Void
  ) {
    forEachLine(keys) { key, line, found, layout, isFull in
      let free = clines_equal(line, 0, .max)
      var matches = found & ~free
      let sharing = matches.nonzeroBitCount
      while matches != 0 {
        body(line[matches.trailingZeroBitCount] & layout.stories &- 1, sharing)
        matches &= matches &- 1
      }
      if isFull { late.forEach(key) { body($0, FingerprintTable.bucketLimit) } }
    }
  }

  /// Calls `body` with the line of each of some fingerprints: which of its slots may hold that, a bit each, and whether
  /// the line is full.
  @inline(__always)
  private func forEachLine(
    _ keys: UnsafeBufferPointer<UInt32>,
    _ body: (UInt32, UnsafePointer<UInt32>, UInt32, Layout, Bool) -> Void
  ) {
    guard !keys.isEmpty else { return }
    let layout = Layout(lineBits: lineBits)
    memory.withBuffer { slots in
      guard let base = slots.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: keys.count) { lasts in
        // All lines are asked for before any of them is looked at, so that they are fetched side by side.
        for position in keys.indices {
          lasts[position] = base[layout.start(keys[position]) &+ FingerprintTable.slotsPerLine &- 1]
        }
        for position in keys.indices {
          let line = base + layout.start(keys[position])
          let matches = layout.matches(line, keys[position])
          body(keys[position], line, matches, layout, lasts[position] != 0)
        }
      }
    }
  }

  /// Puts down a story under some fingerprints, each once. Stories come in ascending order.
  mutating func insert(_ keys: UnsafeBufferPointer<UInt32>, _ story: UInt32) {
    while (used + keys.count) * 2 > memory.count || (story + 1) >> lineBits > 0 { grow() }
    var full: [UInt32] = []
    let layout = Layout(lineBits: lineBits)
    used += memory.withMutableBuffer { slots in
      guard let base = slots.baseAddress else { return 0 }
      var added = 0
      for key in keys {
        switch FingerprintTable.put(key, story, into: base + layout.start(key), layout) {
        case .added: added += 1
        case .displaced: break
        case .full: full.append(key)
        }
      }
      return added
    }
    if !full.isEmpty { full.withUnsafeBufferPointer { late.insert($0, story) } }
  }

  private enum Outcome { case added, displaced, full }

  @inline(__always)
  private static func put(
    _ key: UInt32, _ story: UInt32, into line: UnsafeMutablePointer<UInt32>, _ layout: Layout
  ) -> Outcome {
    let free = clines_equal(line, 0, .max)
    let matches = layout.matches(line, key) & ~free
    guard matches.nonzeroBitCount < bucketLimit else {
      line[oldest(of: matches, line)] = layout.rest(key) | story &+ 1
      return .displaced
    }
    guard free != 0 else { return .full }
    line[free.trailingZeroBitCount] = layout.rest(key) | story &+ 1
    return .added
  }

  /// Of slots with one fingerprint, of which there is one at least, the one with the lowest story.
  private static func oldest(of matches: UInt32, _ line: UnsafeMutablePointer<UInt32>) -> Int {
    var (oldest, left) = (matches.trailingZeroBitCount, matches & (matches &- 1))
    while left != 0 {
      let slot = left.trailingZeroBitCount
      if line[slot] < line[oldest] { oldest = slot }
      left &= left &- 1
    }
    return oldest
  }

  /// Doubles the lines, and gives what found its line full another chance.
  private mutating func grow() {
    let entries = late.entries()
    memory = split()
    lineBits += 1
    late = BandTable(bucketLimit: FingerprintTable.bucketLimit)
    // What is inserted here can't make the table grow again: it is emptier by half.
    for (key, story) in entries {
      [key].withUnsafeBufferPointer { insert($0, story) }
    }
  }

  /// The highest bit that is left of a fingerprint says into which of two lines it goes.
  private func split() -> LineMemory<UInt32> {
    var larger = LineMemory<UInt32>(zeroes: 2 * memory.count)
    let stories = Layout(lineBits: lineBits).stories
    let width = FingerprintTable.slotsPerLine
    memory.withBuffer { slots in
      larger.withMutableBuffer { larger in
        for start in stride(from: 0, to: slots.count, by: width) {
          var (left, right) = (2 * start, 2 * start + width)
          for slot in slots[start..<start + width] where slot != 0 {
            let isRight = slot >> 31 != 0
            larger[isRight ? right : left] = (slot & ~stories) << 1 | slot & stories
            left += isRight ? 0 : 1
            right += isRight ? 1 : 0
          }
        }
      }
    }
    return larger
  }
}
