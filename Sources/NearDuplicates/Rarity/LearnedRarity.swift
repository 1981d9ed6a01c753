public import Stories

/// How common words are that the shipped table does not know, learned from the stories themselves: the
/// function words of another language, a new name that everybody writes about.
///
/// A word counts as learned once more than one story in `oneIn` has it, and at least `leastStories`; below,
/// it keeps the weight of a rare word, so that an agency's story in forty outlets does not make its own
/// names common. Words of the shipped table keep their weights: models were trained with them.
///
/// Depends on the set of stories counted, not on their order, but for counts that are too low by at most one
/// story in 1,024 (Lossy Counting, see `RecurrenceTable`). That bounds its memory where stories are of ordinary
/// length; past `wordLimit` words those in the fewest stories go earlier.
public struct LearnedRarity: Sendable {
  /// Stories that must have a word, at least.
  static let leastStories = 32
  /// The part of all stories that must have a word: one in so many, seven bits.
  static let oneIn = 128
  private static let bucket = 1024
  /// Words held, at most: 32 to 64 MB.
  public static let standardLimit = 2 << 20

  private let wordLimit: Int
  private var table = RecurrenceTable(bucket: bucket)
  private var stories = 0
  private var earlier = 0
  private var generation = GenerationClock()
  /// Whether any word has come near to being common: as a rule none has, and nothing need be looked up.
  private var mayHaveCommon = false

  /// Makes one that has learned nothing.
  ///
  /// - Parameter wordLimit: words held at most, but for those of the last story.
  public init(wordLimit: Int = LearnedRarity.standardLimit) { self.wordLimit = wordLimit }

  /// Bytes held.
  public var byteCount: Int { table.byteCount }

  /// Counts a story's words, each once. Stories are counted once each.
  ///
  /// - Parameters:
  ///   - copy: the story's text, with the weights of the shipped table.
  ///   - story: its number.
  ///
  /// Complexity: O(n) to find the unknown words, a look-up for each of them.
  public mutating func count(_ copy: Copy, as story: UInt32) {
    stories += 1
    guard copy.counts.unknown > 0 else { return table.prune(after: stories) }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: copy.counts.unknown) { hashes in
      var found = 0
      LearnedRarity.forEachUnknown(copy) { position in
        hashes[found] = LearnedRarity.hash(copy.keys[position])
        found &+= 1
      }
      table.fetch(hashes[..<found])
      for hash in hashes[..<found]
      where table.note(hash, story, counting: true) >= LearnedRarity.leastStories {
        mayHaveCommon = true
      }
    }
    table.prune(after: stories)
    if table.used > wordLimit { press() }
  }

  /// Makes room: words in the fewest stories go, and where that frees nothing what is known from the window before.
  private mutating func press() {
    while table.used > wordLimit / 8 * 7 {
      let before = table.used
      table.raise(to: table.floor + 1)
      if table.used == before { table.forgetEarlier() }
    }
  }

  /// A text with what was learned of its words.
  ///
  /// Complexity: as for `count`; nothing where no word is common.
  public func weighed(_ copy: Copy) -> Copy {
    guard copy.counts.unknown > 0 else { return copy }
    let isForeign = copy.looksForeign
    guard mayHaveCommon || isForeign else { return copy }
    let all = stories + earlier
    let needed = max(LearnedRarity.leastStories, all / LearnedRarity.oneIn)
    var weights = copy.weights
    if mayHaveCommon {
      LearnedRarity.forEachUnknown(copy) { position in
        let count = table.count(of: LearnedRarity.hash(copy.keys[position]))
        if count >= needed { weights[position] = Rarity.weight(documents: all, with: count) }
      }
    }
    if isForeign { return copy.weighedAsForeign(weights) }
    return weights == copy.weights
      ? copy
      : Copy(keys: copy.keys, weights: weights, traits: copy.traits, marks: copy.marks)
  }

  /// Forgets what was counted before the window before the last.
  ///
  /// - Parameters:
  ///   - now: the time.
  ///   - window: how long stories are held, in milliseconds.
  public mutating func age(at now: Instant, window: Int64) {
    guard generation.turns(at: now, window: window) else { return }
    (earlier, stories) = (stories, 0)
    table.age()
  }

  /// Calls `body` with the positions of all words that the shipped table does not know. They are few, so eight words
  /// at once are asked whether one of them may be.
  @inline(__always)
  private static func forEachUnknown(_ copy: Copy, _ body: (Int) -> Void) {
    copy.weights.withUnsafeBytes { weights in
      let ones: UInt64 = 0x0101_0101_0101_0101
      var start = 0
      while start < weights.count {
        let end = min(start &+ 8, weights.count)
        defer { start = end }
        if end &- start == 8 {
          let differing =
            weights.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            ^ (ones &* UInt64(Rarity.most))
          // 0 if no byte is 0.
          guard (differing &- ones) & ~differing & (ones &<< 7) != 0 else { continue }
        }
        for position in start..<end where weights[position] == Rarity.most { body(position) }
      }
    }
  }

  private static func hash(_ key: TokenKey) -> UInt64 { Mixing.finalise(UInt64(key.bits)) }
}
