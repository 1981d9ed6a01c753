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
  ///
  /// - Parameter traits: what stands around each token.
  func ranges(_ traits: [TokenTraits]) -> [Range<Int>] {
    var grown = lines
    for range in RecurrenceMarks.grown(runs) where range.count >= RecurrenceMarks.leastTokens {
      for token in RecurrenceMarks.trimmed(range, traits) { grown[token] = true }
    }
    return RecurrenceMarks.ranges(of: grown)
  }

  /// A range without the fewer than four tokens at its ends that belong to the line before it or after it: a
  /// run that crosses a line's end takes them along, though they may be news.
  private static func trimmed(_ range: Range<Int>, _ traits: [TokenTraits]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let length = RecurrenceLedger.runLength
    if !traits[start].contains(.lineStart),
      let first = (start..<min(end, start + length)).first(where: {
        traits[$0].contains(.lineStart)
      })
    {
      start = first
    }
    if end < traits.count, !traits[end].contains(.lineStart),
      let last = (max(start, end - length + 1)..<max(start, end)).last(where: {
        traits[$0].contains(.lineStart)
      })
    {
      end = last
    }
    return start..<max(start, end)
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
