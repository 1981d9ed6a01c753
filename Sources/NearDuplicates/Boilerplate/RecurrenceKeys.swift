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
    _ keys: [TokenKey], _ traits: [TokenTraits],
    _ body: (_ hash: UInt64, _ tokens: Range<Int>, _ isLine: Bool) -> Void
  ) {
    let length = RecurrenceLedger.runLength
    var lineStart = 0
    var line: UInt64 = 0
    for index in keys.indices {
      if traits[index].contains(.lineStart), index > lineStart {
        if index - lineStart <= longestLine {
          body(Mixing.finalise(line ^ 0x6C69_6E65), lineStart..<index, true)
        }
        (lineStart, line) = (index, 0)
      }
      line = line &* multiplier &+ UInt64(keys[index].bits)
      if index + length <= keys.count {
        body(run(keys, at: index), index..<index + length, false)
      }
    }
    if keys.count > lineStart, keys.count - lineStart <= longestLine {
      body(Mixing.finalise(line ^ 0x6C69_6E65), lineStart..<keys.count, true)
    }
  }

  /// The hash of the run that starts at a token.
  @inline(__always)
  static func run(_ keys: [TokenKey], at index: Int) -> UInt64 {
    var run: UInt64 = 0
    for offset in 0..<RecurrenceLedger.runLength {
      run = run &* multiplier &+ UInt64(keys[index + offset].bits)
    }
    return Mixing.finalise(run)
  }
}
