internal import Stories

/// The keys under which recurrence is counted: every run of four words and every whole line.
enum RecurrenceKeys {
  private static let multiplier: UInt64 = 0xD134_2543_DE82_EF95
  /// Tokens up to which a line is looked at as a whole: longer ones are paragraphs, which runs cover.
  private static let longestLine = 80

  /// Calls `body` with the hash, the tokens and whether they are a line.
  ///
  /// Complexity: O(n).
  @inline(__always)
  static func forEach(
    _ outlet: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits],
    _ body: (_ hash: UInt64, _ tokens: Range<Int>, _ isLine: Bool) -> Void
  ) {
    let salt = Mixing.finalise(UInt64(outlet) &+ 0x6C65_6467_6572)
    let length = RecurrenceLedger.runLength
    var lineStart = 0
    var line: UInt64 = 0
    for index in keys.indices {
      if traits[index].contains(.lineStart), index > lineStart {
        if index - lineStart <= longestLine {
          body(Mixing.finalise(line ^ salt ^ 0x6C69_6E65), lineStart..<index, true)
        }
        (lineStart, line) = (index, 0)
      }
      line = line &* multiplier &+ UInt64(keys[index].bits)
      if index + length <= keys.count {
        var run: UInt64 = 0
        for offset in 0..<length { run = run &* multiplier &+ UInt64(keys[index + offset].bits) }
        body(Mixing.finalise(run ^ salt), index..<index + length, false)
      }
    }
    if keys.count > lineStart, keys.count - lineStart <= longestLine {
      body(Mixing.finalise(line ^ salt ^ 0x6C69_6E65), lineStart..<keys.count, true)
    }
  }
}

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
