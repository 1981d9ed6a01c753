internal import Stories

/// What recurs within one outlet.
struct OutletRecurrence: Sendable {
  /// Stories after which runs are thinned out. A run must be in four times as many to be boilerplate.
  static let runBucket = 100
  /// Stories after which lines are thinned out. A line must be in four times as many to be boilerplate.
  static let lineBucket = 400

  private(set) var runs = RecurrenceTable(bucket: runBucket)
  private var lines = RecurrenceTable(bucket: lineBucket)
  private var current = 0
  private var earlier = 0
  /// Takes of running stories that were met.
  var takes = 0
  private(set) var openings = StoryOpenings()
  /// The last story that was counted, a version too.
  private(set) var lastStory: UInt32 = 0
  /// Whether anything ever came to be boilerplate by it. Otherwise nothing changes for anybody when it is forgotten.
  private(set) var hasTaught = false

  /// Stories that were counted, in both generations.
  var stories: Int { current + earlier }
  /// Keys held.
  var entries: Int { runs.used + lines.used }
  /// Bytes held.
  var byteCount: Int { runs.byteCount + lines.byteCount + openings.byteCount }

  /// Stories that must carry a line, and a run.
  var needed: (lines: Int, runs: Int) {
    (
      max(RecurrenceLedger.leastStories, min(60_000, stories / RecurrenceLedger.linesOneIn)),
      max(RecurrenceLedger.leastStories, min(60_000, stories / RecurrenceLedger.runsOneIn))
    )
  }

  /// Counts a story. Returns whether anything came to be boilerplate by it, or ceased to be.
  mutating func count(
    story: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits], without marked: [Range<Int>],
    likely: () -> [BoilerplateLikelihood]
  ) -> Bool {
    lastStory = story
    let isVersion = isToPassOver(keys, without: marked, likely: likely)
    openings.note(story, keys)
    let before = needed
    if !isVersion { current += 1 }
    let now = needed
    var hasLearned = before != now || !isVersion && stories == RecurrenceLedger.wellKnown
    RecurrenceKeys.forEach(keys, traits) { hash, _, isLine in
      if isLine {
        if lines.note(hash, story, counting: !isVersion) == now.lines { hasLearned = true }
      } else if runs.note(hash, story, counting: !isVersion) == now.runs {
        hasLearned = true
      }
    }
    if !isVersion {
      runs.prune(after: current)
      lines.prune(after: current)
    }
    if hasLearned { hasTaught = true }
    return hasLearned
  }

  /// The tokens of a story that recur.
  func recurring(_ keys: [TokenKey], _ traits: [TokenTraits]) -> [Range<Int>] {
    let needed = needed
    var marks = RecurrenceMarks(count: keys.count)
    var isAny = false
    RecurrenceKeys.forEach(keys, traits) { hash, range, isLine in
      if isLine {
        guard lines.count(of: hash) >= needed.lines else { return }
        marks.markLine(range)
      } else {
        guard runs.count(of: hash) >= needed.runs else { return }
        marks.markRun(range)
      }
      isAny = true
    }
    return isAny ? marks.ranges() : []
  }

  /// Begins a new generation.
  mutating func age() {
    (earlier, current) = (current, 0)
    runs.age()
    lines.age()
  }

  /// Drops what is in the fewest stories, so that memory is free.
  mutating func press() {
    runs.raise(to: runs.floor + 1)
    if lines.used > runs.used { lines.raise(to: lines.floor + 1) }
  }

  /// Drops what was counted before this generation.
  mutating func forgetEarlier() {
    earlier = 0
    runs.forgetEarlier()
    lines.forgetEarlier()
  }
}
