internal import Stories

/// Which tokens of a text recur.
struct RecurrenceMarks {
  private var runs: [Bool]
  private var lines: [Bool]

  /// Tokens between two recurring runs that are taken along.
  private static let gap = 6
  /// Tokens that recurring runs must cover together.
  private static let leastTokens = 6

  init(count: Int) {
    runs = [Bool](repeating: false, count: count)
    lines = runs
  }

  mutating func markRun(_ tokens: Range<Int>) {
    for token in tokens { runs[token] = true }
  }

  mutating func markLine(_ tokens: Range<Int>) {
    for token in tokens { lines[token] = true }
  }

  /// Recurring tokens as ranges in ascending order.
  func ranges() -> [Range<Int>] {
    var grown = lines
    for range in RecurrenceMarks.grown(runs) where range.count >= RecurrenceMarks.leastTokens {
      for token in range { grown[token] = true }
    }
    return RecurrenceMarks.ranges(of: grown)
  }

  private static func grown(_ marks: [Bool]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges(of: marks) {
      if let last = joined.last, range.lowerBound - last.upperBound <= gap {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  private static func ranges(of marks: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (index, isMarked) in marks.enumerated() {
      if isMarked, start == nil { start = index }
      if !isMarked, let begin = start {
        ranges.append(begin..<index)
        start = nil
      }
    }
    if let begin = start { ranges.append(begin..<marks.count) }
    return ranges
  }
}
