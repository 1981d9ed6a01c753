package import Stories

/// Keys of words and of runs of words, made from the words' own keys.
package enum PhraseKey {
  /// What every word that begins with a figure counts as.
  static let figure: UInt32 = 0xFFFF_FFFE
  /// What stands before a segment's first word in runs of two.
  static let beginning: UInt32 = 0xFFFF_FFFA

  /// The key of a token, figures being one.
  package static func word(
    _ tokens: Tokens, _ position: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    word(tokens.keys[position], beginningWith: bytes[Int(tokens.starts[position])])
  }

  /// The key of a token that begins with a byte.
  static func word(_ key: TokenKey, beginningWith byte: UInt8) -> UInt32 {
    byte &- 0x30 < 10 ? figure : key.bits
  }

  /// The key of a run that a word makes longer. A run of one word has the word's own key.
  package static func extend(_ run: UInt32, by word: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(UInt64(run) << 32 | UInt64(word)) >> 32)
  }

  /// A run and the word that makes it longer, in the upper and the lower half, mixed: the upper half is the new key.
  @inline(__always)
  static func mixed(_ both: UInt64) -> UInt64 {
    let mixed = both &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
  }

  /// What each word and run of two counts in a segment of so many words: all of them together make a
  /// vector of length one, so that a long paragraph is not surer for being long.
  package static func scale(words: Int) -> Float {
    words == 0 ? 0 : 1 / Float(2 * words).squareRoot()
  }
}

extension PhraseKey {
  /// Calls `body` with the key of each word of a segment and of each run of two.
  package static func forEach(
    in segment: Segment, _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UInt32) -> Void
  ) {
    var previous = beginning
    for position in segment.tokens {
      let key = word(tokens, position, bytes)
      body(key)
      body(extend(previous, by: key))
      previous = key
    }
  }
}
