internal import Stories

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A text's words without the checks of arrays, for the one pass that looks at every word of every story.
struct WordBuffers {
  let keys: UnsafeBufferPointer<TokenKey>
  let starts: UnsafeBufferPointer<UInt32>
  let ends: UnsafeBufferPointer<UInt32>
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether there is an at sign anywhere: few stories have one, and no word of the others must be searched.
  let hasAtSign: Bool

  /// Calls `body` with the words of a text; they are valid only within.
  static func with<Result>(
    _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>, _ body: (WordBuffers) -> Result
  ) -> Result {
    let hasAtSign =
      bytes.baseAddress.flatMap { memchr($0, Int32(UInt8(ascii: "@")), bytes.count) } != nil
    return tokens.keys.withUnsafeBufferPointer { keys in
      tokens.starts.withUnsafeBufferPointer { starts in
        tokens.ends.withUnsafeBufferPointer { ends in
          body(
            WordBuffers(
              keys: keys, starts: starts, ends: ends, bytes: bytes, hasAtSign: hasAtSign))
        }
      }
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
}
