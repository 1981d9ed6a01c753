internal import Stories

/// A text's words without the checks of arrays, for the passes over its segments.
struct StoryWords {
  let bytes: UnsafeBufferPointer<UInt8>
  let starts: UnsafeBufferPointer<UInt32>
  let ends: UnsafeBufferPointer<UInt32>
  /// The key of each word as runs have it, see `PhraseKey.word`: all figures have one.
  let keys: UnsafeMutableBufferPointer<UInt32>
  /// The number of each word in the model's table.
  let numbers: UnsafeMutableBufferPointer<UInt32>
  let signs: UnsafeBufferPointer<TokenSigns>
  /// Space for runs of two, whose keys are in the upper halves, for where each ends, and for their numbers.
  let runs: UnsafeMutableBufferPointer<UInt64>
  let runEnds: UnsafeMutableBufferPointer<UInt32>
  let runNumbers: UnsafeMutableBufferPointer<UInt32>
  let table: WordTable.Buffers

  /// Calls `body` with the words of a text; they are valid only within.
  ///
  /// - Parameters:
  ///   - tokens: the text's tokens.
  ///   - bytes: the text.
  ///   - table: the model's words.
  ///   - known: what a lexicon of this model knows of the tokens; nil to look them up here.
  ///   - body: called once.
  /// - Returns: what `body` returns.
  static func with<Result>(
    _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>, _ table: WordTable,
    _ known: LexiconReading?, _ body: (StoryWords) -> Result
  ) -> Result {
    let count = tokens.count
    precondition(tokens.signs.count == count)
    return tokens.starts.withUnsafeBufferPointer { starts in
      tokens.ends.withUnsafeBufferPointer { ends in
        tokens.signs.withUnsafeBufferPointer { signs in
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * count + 2) { scratch in
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count + 1) { runs in
              table.withBuffers { table in
                let words = StoryWords(
                  bytes: bytes, starts: starts, ends: ends,
                  keys: UnsafeMutableBufferPointer(rebasing: scratch[..<count]),
                  numbers: UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count]),
                  signs: signs, runs: runs,
                  runEnds: UnsafeMutableBufferPointer(
                    rebasing: scratch[(2 * count)..<3 * count + 1]),
                  runNumbers: UnsafeMutableBufferPointer(rebasing: scratch[(3 * count + 1)...]),
                  table: table)
                words.fill(tokens.keys, known)
                return body(words)
              }
            }
          }
        }
      }
    }
  }

  /// Puts down keys and numbers: those of the tokens, but that all figures are one word.
  private func fill(_ tokens: [TokenKey], _ known: LexiconReading?) {
    precondition(known.map { $0.numbers.count == tokens.count } ?? true)
    for (position, token) in tokens.enumerated() { keys[position] = token.bits }
    if let known {
      _ = numbers.update(fromContentsOf: known.numbers)
    } else {
      for position in keys.indices { numbers[position] = table.number(of: keys[position]) }
    }
    let figure = table.number(of: PhraseKey.figure)
    TokenSigns.forEach(having: .figure, in: signs, signs.indices) { position in
      (keys[position], numbers[position]) = (PhraseKey.figure, figure)
    }
  }

  /// Puts down the runs of two that the table may have, in the order of their ends. Returns how many there are.
  func findRuns(endingIn tokens: Range<Int>) -> Int {
    var count = 0
    var previous = UInt64(PhraseKey.beginning) << 32
    for position in tokens {
      let key = UInt64(keys[position])
      let run = PhraseKey.mixed(previous | key)
      runs[count] = run
      runEnds[count] = UInt32(truncatingIfNeeded: position)
      count &+= table.mayHave(upperHalfOf: run)
      previous = key << 32
    }
    return count
  }

  /// Where a word stands.
  @inline(__always)
  func range(_ position: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[position]), Int(ends[position])))
  }

  /// What the model knows of a word.
  @inline(__always)
  func entry(_ position: Int) -> WordTable.Entry { table.entries[Int(numbers[position])] }
}
