internal import Stories

/// How the latest stories of an outlet begin, and how long they are: what tells a story that stands in a later one from
/// furniture under both.
struct StoryOpenings: Sendable {
  /// Stories that are remembered: takes follow each other within hours.
  static let latest = 128
  /// Runs of words that an opening is known by: they reach over its first eleven words.
  static let runs = 8

  /// One story's.
  struct Opening: Sendable {
    /// The runs at its first tokens, as many as it has.
    fileprivate(set) var hashes = SIMD8<UInt32>()
    /// How many of these there are.
    fileprivate(set) var known = 0
    /// Tokens of the story.
    let length: Int
  }

  private var openings: [UInt32: Opening] = [:]
  /// The stories in order of arrival, round and round.
  private var order: [UInt32] = []
  private var next = 0

  /// The opening of a story, if it is remembered.
  subscript(story: UInt32) -> Opening? { openings[story] }

  /// Bytes held.
  var byteCount: Int {
    openings.capacity * MemoryLayout<(UInt32, Opening)>.stride + order.capacity * 4
  }

  /// Remembers a story, and forgets the oldest one.
  mutating func note(_ story: UInt32, _ keys: [TokenKey]) {
    if order.count < StoryOpenings.latest {
      order.append(story)
    } else {
      openings[order[next]] = nil
      order[next] = story
      next = (next + 1) % StoryOpenings.latest
    }
    openings[story] = StoryOpenings.opening(keys)
  }

  private static func opening(_ keys: [TokenKey]) -> Opening {
    var opening = Opening(length: keys.count)
    let starts = max(0, keys.count - RecurrenceLedger.runLength + 1)
    opening.known = min(runs, starts)
    for index in 0..<opening.known {
      opening.hashes[index] = UInt32(truncatingIfNeeded: RecurrenceKeys.run(keys, at: index))
    }
    return opening
  }
}

extension StoryOpenings.Opening {
  /// How many of its runs stand in a text.
  ///
  /// Complexity: O(n) in tokens.
  func runs(in keys: [TokenKey]) -> Int {
    var found = SIMDMask<SIMD8<Int32>>(repeating: false)
    for index in 0..<max(0, keys.count - RecurrenceLedger.runLength + 1) {
      let run = UInt32(truncatingIfNeeded: RecurrenceKeys.run(keys, at: index))
      found = found .| (hashes .== run)
    }
    return (0..<known).count { found[$0] }
  }
}
