internal import Stories

/// What recurs within one outlet.
struct OutletRecurrence: Sendable {
  /// Stories after which runs are thinned out. A run must be in four times as many to be boilerplate.
  static let runBucket = 100
  /// Stories after which lines are thinned out. A line must be in four times as many to be boilerplate.
  static let lineBucket = 400

  private var runs = RecurrenceTable(bucket: runBucket)
  private var lines = RecurrenceTable(bucket: lineBucket)
  private var current = 0
  private var earlier = 0
  /// Takes of running stories that were met.
  private var takes = 0

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
    story: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits], without marked: [Range<Int>]
  ) -> Bool {
    let isVersion = isVersion(keys) || isTakeToPassOver(keys, without: marked)
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

  /// Places at which a text is looked at to tell a take.
  private static let places = 32
  /// Tokens that a take has in common with an earlier one, at least: few footers that no model knows are as long as the
  /// background of a running story.
  private static let leastOfTake = 120
  /// Of takes one in so many counts as a story of its own, so that a long footer under short news, which looks no other,
  /// is learned all the same, if later.
  private static let takesAStory = 4

  /// Whether a text is a take of a running story that counts for nothing.
  private mutating func isTakeToPassOver(_ keys: [TokenKey], without marked: [Range<Int>]) -> Bool {
    guard isTake(keys, without: marked) else { return false }
    takes += 1
    return !takes.isMultiple(of: OutletRecurrence.takesAStory)
  }

  /// Whether half of what a text says, beside what is marked already, stands in one earlier story: background that goes
  /// on under a new lead.
  private func isTake(_ keys: [TokenKey], without marked: [Range<Int>]) -> Bool {
    let news = TokenGaps(between: marked, in: keys.count)
    guard news.count >= OutletRecurrence.leastOfTake else { return false }
    var shared: [UInt32: Int] = [:]
    for place in 0..<OutletRecurrence.places {
      let index = news.token(place * news.count / OutletRecurrence.places)
      guard index + RecurrenceLedger.runLength <= keys.count,
        let last = runs.lastStory(with: RecurrenceKeys.run(keys, at: index))
      else { continue }
      shared[last, default: 0] += 1
    }
    let least = max(
      OutletRecurrence.places / 2,
      OutletRecurrence.leastOfTake * OutletRecurrence.places / news.count)
    return shared.values.contains { $0 >= least }
  }
}

/// The tokens of a text that stand between some ranges.
private struct TokenGaps {
  private var gaps: [Range<Int>] = []
  /// How many they are.
  private(set) var count = 0

  init(between ranges: [Range<Int>], in length: Int) {
    var start = 0
    for range in ranges + [length..<length] {
      if range.lowerBound > start {
        gaps.append(start..<range.lowerBound)
        count += range.lowerBound - start
      }
      start = max(start, range.upperBound)
    }
  }

  /// The token at a position among them.
  func token(_ position: Int) -> Int {
    var left = position
    for gap in gaps {
      if left < gap.count { return gap.lowerBound + left }
      left -= gap.count
    }
    return gaps.last?.upperBound ?? 0
  }
}
