public import Stories

/// What recurs within an outlet: runs of four words and whole lines, counted by story.
///
/// A line, or words in a row, that one outlet carries under story after story is furniture. A version of
/// an earlier story counts nothing: agency copy recurs too. Figures are not masked: the frame of an
/// earnings brief would pass for furniture. One flat table for all outlets, twelve bytes an entry.
public struct RecurrenceLedger: Sendable {
  /// Stories of one outlet that must carry a line or run, at least.
  public static let leastStories = 3
  /// The part of an outlet's stories that must carry a run of words: one in so many. Common phrases recur
  /// too, the more the more stories there are.
  static let runsOneIn = 25
  /// The same for whole lines.
  static let linesOneIn = 100
  /// Words in a run.
  static let runLength = 4

  private struct Entry {
    var key: UInt32 = 0
    var count: UInt32 = 0
    var lastStory: UInt32 = .max
  }

  private var table: [Entry]
  private var used = 0
  private var stories: [UInt32: UInt32] = [:]
  private var learned: Set<UInt32> = []

  /// Makes an empty ledger.
  public init() { table = [Entry](repeating: Entry(), count: 1024) }

  /// Bytes held.
  public var byteCount: Int { table.count * MemoryLayout<Entry>.stride }

  /// Stories of an outlet that were counted.
  public func storyCount(of outlet: UInt32) -> Int { Int(stories[outlet] ?? 0) }

  /// Counts a story's lines and runs, each once.
  ///
  /// - Parameters:
  ///   - story: its number; stories are counted in ascending order.
  ///   - outlet: a number for its outlet.
  ///   - keys: its tokens.
  ///   - traits: what stands around each.
  ///
  /// Complexity: O(n) in tokens.
  public mutating func count(
    story: UInt32, outlet: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits]
  ) {
    let isVersion = relatives(outlet, keys, traits)
    let before = needed(of: outlet)
    if !isVersion { stories[outlet, default: 0] += 1 }
    let now = needed(of: outlet)
    var hasLearned = before != now
    RecurrenceKeys.forEach(outlet, keys, traits) { hash, _, isLine in
      let count = note(hash, story, counting: !isVersion)
      if count == (isLine ? now.lines : now.runs) { hasLearned = true }
    }
    if hasLearned { learned.insert(outlet) }
  }

  /// Outlets of which something was learned since this was last asked.
  public mutating func takeLearned() -> Set<UInt32> {
    defer { learned = [] }
    return learned
  }

  /// Stories of an outlet that must carry a line, and a run.
  private func needed(of outlet: UInt32) -> (lines: Int, runs: Int) {
    let stories = storyCount(of: outlet)
    return (
      max(RecurrenceLedger.leastStories, stories / RecurrenceLedger.linesOneIn),
      max(RecurrenceLedger.leastStories, stories / RecurrenceLedger.runsOneIn)
    )
  }

  /// Whether a text is a version of one earlier story: both its opening and its middle are that story's.
  /// Furniture stands at one end or the other, and never makes up both.
  private func relatives(_ outlet: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits]) -> Bool {
    let opening = 0..<min(40, keys.count)
    let middle = keys.count / 4..<keys.count - keys.count / 4
    var (inOpening, inMiddle): ([UInt32: Int], [UInt32: Int]) = ([:], [:])
    RecurrenceKeys.forEach(outlet, keys, traits) { hash, range, isLine in
      guard !isLine, let last = lastStory(with: hash) else { return }
      if opening.contains(range.lowerBound) { inOpening[last, default: 0] += 1 }
      if middle.contains(range.lowerBound) { inMiddle[last, default: 0] += 1 }
    }
    return inOpening.contains { story, count in
      count * 10 >= opening.count * 3 && (inMiddle[story] ?? 0) * 10 >= middle.count * 3
    }
  }

  /// The tokens of a story that recur in its outlet, as ranges in ascending order.
  ///
  /// Complexity: O(n) in tokens.
  public func recurring(
    outlet: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits]
  ) -> [Range<Int>] {
    let needed = needed(of: outlet)
    var marks = RecurrenceMarks(count: keys.count)
    RecurrenceKeys.forEach(outlet, keys, traits) { hash, range, isLine in
      let count = self.count(of: hash)
      if isLine {
        if count >= needed.lines { marks.markLine(range) }
      } else if count >= needed.runs {
        marks.markRun(range)
      }
    }
    return marks.ranges()
  }

  private func count(of hash: UInt64) -> Int { slot(of: hash).map { Int(table[$0].count) } ?? 0 }

  private func lastStory(with hash: UInt64) -> UInt32? {
    slot(of: hash).map { table[$0].lastStory }
  }

  private func slot(of hash: UInt64) -> Int? {
    let key = RecurrenceLedger.key(hash)
    var slot = home(key)
    while table[slot].count > 0 {
      if table[slot].key == key { return slot }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  /// Returns how many stories have it now, 0 if that has not changed.
  private mutating func note(_ hash: UInt64, _ story: UInt32, counting: Bool) -> Int {
    if (used + 1) * 3 > table.count * 2 { grow() }
    let key = RecurrenceLedger.key(hash)
    var slot = home(key)
    while table[slot].count > 0 {
      if table[slot].key == key {
        guard table[slot].lastStory != story else { return 0 }
        table[slot].lastStory = story
        guard counting else { return 0 }
        table[slot].count += 1
        return Int(table[slot].count)
      }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = Entry(key: key, count: 1, lastStory: story)
    used += 1
    return 1
  }

  private static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }

  /// Where a key's walk begins: the key scaled to the table, so that growing keeps the order of keys.
  @inline(__always)
  private func home(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* UInt64(table.count)) >> 32)
  }

  private mutating func grow() {
    let old = table
    table = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.count > 0 {
      var slot = home(entry.key)
      while table[slot].count > 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = entry
    }
  }
}
