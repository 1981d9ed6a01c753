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
    tokens.keys.withUnsafeBufferPointer { keys in
      tokens.starts.withUnsafeBufferPointer { starts in
        tokens.ends.withUnsafeBufferPointer { ends in
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * count + 3) { scratch in
            withUnsafeTemporaryAllocation(of: WordSigns.self, capacity: count) { signs in
              table.withBuffers { table in
                let words = StoryWords(
                  bytes: bytes, keys: keys, starts: starts, ends: ends,
                  numbers: UnsafeMutableBufferPointer(rebasing: scratch[..<count]), signs: signs,
                  runs: UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count + 1]),
                  runNumbers: UnsafeMutableBufferPointer(
                    rebasing: scratch[(2 * count + 1)..<3 * count + 2]),
                  runEnds: UnsafeMutableBufferPointer(rebasing: scratch[(3 * count + 2)...]),
                  table: table)
                words.readSigns()
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
        let isFigure = 0 &- UInt32(signs[position].bits & WordSigns.figure)
        numbers[position] = known[position] & ~isFigure | figure & isFigure
      }
    }
  }

  /// Without branches: how long a word is and what stands before it can't be foreseen. Hence tables and masks
  /// of all ones where there would be conditions.
  private func readSigns() {
    let hasAtSign =
      bytes.baseAddress.flatMap { memchr($0, Int32(UInt8(ascii: "@")), bytes.count) } != nil
    let atSign: UInt8 = hasAtSign ? WordSigns.address : 0
    WordSigns.ofByte.withUnsafeBufferPointer { ofByte in
      var gapStart = 0
      for position in keys.indices {
        let (start, end) = (Int(starts[position]), Int(ends[position]))
        let length = end &- start
        let first = ofByte[Int(bytes[start])] & (WordSigns.figure | WordSigns.capital)
        let isLong = UInt8(truncatingIfNeeded: (1 &- length) >> 63)
        let last = ofByte[Int(bytes[end &- 1])] & WordSigns.capital & first & isLong
        let isWide = UInt8(truncatingIfNeeded: (gapStart &+ 1 &- start) >> 63)
        let isThere = UInt8(truncatingIfNeeded: (gapStart &- start) >> 63)
        let gap = (ofByte[Int(bytes[gapStart])] | isWide) & WordSigns.gap & isThere
        let mayEnd = ofByte[Int(bytes[max(0, end &- 4)])] | ofByte[Int(bytes[max(0, end &- 3)])]
        let isLonger = UInt8(truncatingIfNeeded: (6 &- length) >> 63)
        let address = (mayEnd | atSign) & WordSigns.address & isLonger
        signs[position] = WordSigns(bits: first | last << 1 | gap | address)
        gapStart = end
      }
    }
    if hasAtSign { readHandles() }
  }

  private func readHandles() {
    for position in keys.indices {
      let start = Int(starts[position])
      if start > 0, bytes[start] == UInt8(ascii: "@"), bytes[start - 1] == UInt8(ascii: "(") {
        signs[position].bits |= WordSigns.handle
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
    let isFigure = 0 &- UInt32(signs[position].bits & WordSigns.figure)
    return keys[position].bits & ~isFigure | PhraseKey.figure & isFigure
  }

  /// What the model knows of a word.
  @inline(__always)
  func entry(_ position: Int) -> WordTable.Entry { table.entries[Int(numbers[position])] }
}

/// What a word's letters and the signs before it tell, in one byte.
struct WordSigns {
  var bits: UInt8

  /// Begins with a figure.
  static let figure: UInt8 = 1
  /// Begins with a capital.
  static let capital: UInt8 = 2
  /// Begins and ends with a capital.
  static let allCapitals: UInt8 = 4
  /// Something other than one space stands before it.
  static let gap: UInt8 = 8
  /// Whether it is a web or mail address must be looked at.
  static let address: UInt8 = 16
  /// The name of an account in brackets.
  static let handle: UInt8 = 32

  /// Whether anything beside its letters must be looked at.
  @inline(__always)
  var isTelling: Bool { bits >= WordSigns.gap }

  /// What a byte would tell: as a word's first letter of figures and capitals; as what stands before it, of
  /// gaps; in its last letters, of addresses.
  static let ofByte: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    let letter: UInt8 =
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): figure
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capital
      default: 0
      }
    return letter | (byte == 0x20 ? 0 : gap) | (byte == UInt8(ascii: ".") ? address : 0)
  }
}
