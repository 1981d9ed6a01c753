internal import Stories

/// A text's words without the checks of arrays, for the passes over its segments.
struct StoryWords {
  let bytes: UnsafeBufferPointer<UInt8>
  let keys: UnsafeBufferPointer<TokenKey>
  let starts: UnsafeBufferPointer<UInt32>
  let ends: UnsafeBufferPointer<UInt32>
  /// The number of each word in the model's table; all figures have one.
  let numbers: UnsafeMutableBufferPointer<UInt32>
  let signs: UnsafeBufferPointer<TokenSigns>
  /// Space for the keys of runs of two, their numbers, and where each of them ends.
  let runs: UnsafeMutableBufferPointer<UInt32>
  let runNumbers: UnsafeMutableBufferPointer<UInt32>
  let runEnds: UnsafeMutableBufferPointer<UInt32>
  let table: WordTable.Buffers

  /// Calls `body` with the words of a text; they are valid only within.
  ///
  /// - Parameters:
  ///   - tokens: the text's tokens.
  ///   - bytes: the text.
  ///   - table: the model's words.
  ///   - known: what a lexicon of this model knows of the tokens; nil to look them up here.
  ///   - body: called once.
  static func with(
    _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>, _ table: WordTable,
    _ known: LexiconReading?, _ body: (StoryWords) -> Void
  ) {
    let count = tokens.count
    precondition(tokens.signs.count == count)
    tokens.keys.withUnsafeBufferPointer { keys in
      tokens.starts.withUnsafeBufferPointer { starts in
        tokens.ends.withUnsafeBufferPointer { ends in
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * count + 3) { scratch in
            tokens.signs.withUnsafeBufferPointer { signs in
              table.withBuffers { table in
                let words = StoryWords(
                  bytes: bytes, keys: keys, starts: starts, ends: ends,
                  numbers: UnsafeMutableBufferPointer(rebasing: scratch[..<count]), signs: signs,
                  runs: UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count + 1]),
                  runNumbers: UnsafeMutableBufferPointer(
                    rebasing: scratch[(2 * count + 1)..<3 * count + 2]),
                  runEnds: UnsafeMutableBufferPointer(rebasing: scratch[(3 * count + 2)...]),
                  table: table)
                words.number(known)
                body(words)
              }
            }
          }
        }
      }
    }
  }

  private func number(_ known: LexiconReading?) {
    guard let known else {
      for position in keys.indices { numbers[position] = table.number(of: phraseKey(position)) }
      return
    }
    precondition(known.numbers.count == keys.count)
    let figure = table.number(of: PhraseKey.figure)
    known.numbers.withUnsafeBufferPointer { known in
      for position in keys.indices {
        let isFigure = 0 &- UInt32(signs[position].rawValue & TokenSigns.figure.rawValue)
        numbers[position] = known[position] & ~isFigure | figure & isFigure
      }
    }
  }

  /// Where a word stands.
  @inline(__always)
  func range(_ position: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[position]), Int(ends[position])))
  }

  /// The same as `PhraseKey.word`, by signs that were read.
  @inline(__always)
  func phraseKey(_ position: Int) -> UInt32 {
    let isFigure = 0 &- UInt32(signs[position].rawValue & TokenSigns.figure.rawValue)
    return keys[position].bits & ~isFigure | PhraseKey.figure & isFigure
  }

  /// What the model knows of a word.
  @inline(__always)
  func entry(_ position: Int) -> WordTable.Entry { table.entries[Int(numbers[position])] }
}
