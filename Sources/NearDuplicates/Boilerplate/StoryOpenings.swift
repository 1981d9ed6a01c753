internal import Stories

/// How the latest stories of an outlet begin, and how long they are: what tells a story that stands in a later one from
/// furniture under both.
///
/// Flat, 48 bytes a story: there may be as many of these as `RecurrenceLedger` knows outlets.
struct StoryOpenings: Sendable {
  /// Stories that are remembered: takes follow each other within hours.
  static let latest = 128
  /// Runs of words that an opening is known by: they reach over its first eleven words.
  static let runs = 8

  /// One story's.
  struct Opening: Sendable {
    fileprivate let story: UInt32
    private let tokens: UInt32
    /// The runs at its first tokens, as many as it has; in halves, since a whole vector would fill up to 64 bytes.
    fileprivate var (first, second) = (SIMD4<UInt32>(), SIMD4<UInt32>())

    /// Tokens of the story.
    var length: Int { Int(tokens) }
    /// How many runs it is known by.
    var known: Int { StoryOpenings.known(of: length) }

    fileprivate init(_ story: UInt32, length: Int) {
      (self.story, tokens) = (story, UInt32(clamping: length))
    }
  }

  /// In order of arrival, round and round.
  private var openings: [Opening] = []
  private var next = 0

  /// The opening of a story, if it is remembered.
  subscript(story: UInt32) -> Opening? { openings.first { $0.story == story } }

  /// Bytes held.
  var byteCount: Int { openings.capacity * MemoryLayout<Opening>.stride }

  /// Remembers a story, and forgets the oldest one.
  mutating func note(_ story: UInt32, _ keys: [TokenKey]) {
    let opening = StoryOpenings.opening(of: story, keys)
    if openings.count < StoryOpenings.latest {
      openings.append(opening)
    } else {
      openings[next] = opening
      next = (next + 1) % StoryOpenings.latest
    }
  }

  private static func opening(of story: UInt32, _ keys: [TokenKey]) -> Opening {
    var opening = Opening(story, length: keys.count)
    var hashes = SIMD8<UInt32>()
    for index in 0..<opening.known {
      hashes[index] = UInt32(truncatingIfNeeded: RecurrenceKeys.run(keys, at: index))
    }
    (opening.first, opening.second) = (hashes.lowHalf, hashes.highHalf)
    return opening
  }

  private static func known(of length: Int) -> Int {
    min(runs, max(0, length - RecurrenceLedger.runLength + 1))
  }
}

extension StoryOpenings.Opening {
  /// How many of its runs stand in a text.
  ///
  /// Complexity: O(n) in tokens.
  func runs(in keys: [TokenKey]) -> Int {
    let hashes = SIMD8(lowHalf: first, highHalf: second)
    var found = SIMDMask<SIMD8<Int32>>(repeating: false)
    for index in 0..<max(0, keys.count - RecurrenceLedger.runLength + 1) {
      let run = UInt32(truncatingIfNeeded: RecurrenceKeys.run(keys, at: index))
      found = found .| (hashes .== run)
    }
    return (0..<known).count { found[$0] }
  }
}
