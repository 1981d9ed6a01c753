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

  /// Stories that were counted, in both generations.
  var stories: Int { current + earlier }
  /// Keys held.
  var entries: Int { runs.used + lines.used }
  /// Bytes held.
  var byteCount: Int { runs.byteCount + lines.byteCount }

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
    let isVersion = isVersion(keys) || isTakeToPassOver(keys, without: marked, likely: likely)
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

  /// Whether a text is a version of one earlier story: both its opening and its middle are that story's.
  /// Furniture stands at one end or the other, and never makes up both.
  private func isVersion(_ keys: [TokenKey]) -> Bool {
    let opening = 0..<min(40, keys.count)
    let starts = keys.count - RecurrenceLedger.runLength + 1
    var inOpening: [UInt32: Int] = [:]
    for index in opening.clamped(to: 0..<max(0, starts)) {
      guard let last = runs.lastStory(with: RecurrenceKeys.run(keys, at: index)) else { continue }
      inOpening[last, default: 0] += 1
    }
    let likely = inOpening.filter { $0.value * 10 >= opening.count * 3 }
    guard !likely.isEmpty else { return false }
    let middle = keys.count / 4..<keys.count - keys.count / 4
    var inMiddle: [UInt32: Int] = [:]
    for index in middle.clamped(to: 0..<max(0, starts)) {
      guard let last = runs.lastStory(with: RecurrenceKeys.run(keys, at: index)) else { continue }
      inMiddle[last, default: 0] += 1
    }
    return likely.keys.contains { (inMiddle[$0] ?? 0) * 10 >= middle.count * 3 }
  }
}
