internal import Stories

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A text's words without the checks of arrays, and what their letters and the signs before them tell:
/// gathered in one pass over the text, for the passes over its segments.
struct StoryWords {
  let bytes: UnsafeBufferPointer<UInt8>
  let keys: UnsafeBufferPointer<TokenKey>
  let starts: UnsafeBufferPointer<UInt32>
  let ends: UnsafeBufferPointer<UInt32>
  /// The number of each word in the model's table; all figures have one.
  let numbers: UnsafeMutableBufferPointer<UInt32>
  let signs: UnsafeMutableBufferPointer<WordSigns>
  /// Space for the keys of runs of two, and where each of them ends.
  let runs: UnsafeMutableBufferPointer<UInt32>
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
    tokens.keys.withUnsafeBufferPointer { keys in
      tokens.starts.withUnsafeBufferPointer { starts in
        tokens.ends.withUnsafeBufferPointer { ends in
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3 * count + 2) { scratch in
            withUnsafeTemporaryAllocation(of: WordSigns.self, capacity: count) { signs in
              table.withBuffers { table in
                let words = StoryWords(
                  bytes: bytes, keys: keys, starts: starts, ends: ends,
                  numbers: UnsafeMutableBufferPointer(rebasing: scratch[..<count]), signs: signs,
                  runs: UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count + 1]),
                  runEnds: UnsafeMutableBufferPointer(rebasing: scratch[(2 * count + 1)...]),
                  table: table)
                words.number(known)
                words.readSigns()
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
        let isFigure = bytes[Int(starts[position])] &- 0x30 < 10
        numbers[position] = isFigure ? figure : known[position]
      }
    }
  }

  /// Without branches as far as it goes: which words stand after more than a space can't be foreseen.
  private func readSigns() {
    let hasAtSign =
      bytes.baseAddress.flatMap { memchr($0, Int32(UInt8(ascii: "@")), bytes.count) } != nil
    let atSign = hasAtSign ? 1 : 0
    var gapStart = 0
    for position in keys.indices {
      let (start, end) = (Int(starts[position]), Int(ends[position]))
      let (first, last) = (bytes[start], bytes[end &- 1])
      let length = end &- start
      var found = WordSigns.letters(first, last, isLong: length > 1)
      let isGap = (start &- gapStart > 1 ? 1 : 0) | (bytes[gapStart] == 0x20 ? 0 : 1)
      found |= UInt8(truncatingIfNeeded: isGap & (start == gapStart ? 0 : 1)) &* WordSigns.gap
      let isAddress =
        (length > 6 ? 1 : 0)
        & (atSign | (bytes[max(0, end &- 4)] == WordSigns.dot ? 1 : 0)
          | (bytes[max(0, end &- 3)] == WordSigns.dot ? 1 : 0))
      found |= UInt8(truncatingIfNeeded: isAddress) &* WordSigns.address
      if atSign == 1, first == UInt8(ascii: "@"), start > 0,
        bytes[start &- 1] == WordSigns.bracket
      {
        found |= WordSigns.handle
      }
      signs[position] = WordSigns(bits: found)
      gapStart = end
    }
  }

  /// Where a word stands.
  @inline(__always)
  func range(_ position: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[position]), Int(ends[position])))
  }

  /// The same as `PhraseKey.word`.
  @inline(__always)
  func phraseKey(_ position: Int) -> UInt32 {
    PhraseKey.word(keys[position], beginningWith: bytes[Int(starts[position])])
  }

  /// What the model knows of a word.
  @inline(__always)
  func entry(_ position: Int) -> WordTable.Entry { table.entries[Int(numbers[position])] }
}

/// What a word's letters and the signs before it tell, in one byte.
struct WordSigns {
  let bits: UInt8

  static let figure: UInt8 = 1
  static let capital: UInt8 = 2
  static let allCapitals: UInt8 = 4
  /// Something other than one space stands before it.
  static let gap: UInt8 = 8
  /// Whether it is a web or mail address must be looked at.
  static let address: UInt8 = 16
  /// The name of an account in brackets.
  static let handle: UInt8 = 32

  static let dot = UInt8(ascii: ".")
  static let bracket = UInt8(ascii: "(")

  /// Whether anything beside its letters must be looked at.
  @inline(__always)
  var isTelling: Bool { bits >= WordSigns.gap }

  @inline(__always)
  static func letters(_ first: UInt8, _ last: UInt8, isLong: Bool) -> UInt8 {
    let isFigure: UInt8 = first &- 0x30 < 10 ? figure : 0
    let isCapital: UInt8 = first &- 0x41 < 26 ? capital : 0
    let endsInCapital: UInt8 = last &- 0x41 < 26 ? allCapitals : 0
    return isFigure | isCapital | endsInCapital & isCapital << 1 & (isLong ? allCapitals : 0)
  }
}
