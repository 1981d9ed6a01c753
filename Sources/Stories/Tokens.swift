/// A text as its tokens: fixed 32-bit keys of the folded words, and where each stands in the text.
///
/// Held as parallel arrays, since comparing needs the keys alone and a million stories must fit.
public struct Tokens: Hashable, Sendable {
  /// Key of each token's folded form.
  public var keys: [TokenKey] = []
  /// Where each token starts, in UTF-8 bytes of the text.
  public var starts: [UInt32] = []
  /// Where each token ends, in UTF-8 bytes of the text.
  public var ends: [UInt32] = []
  /// What the letters of each and the gap before it show.
  public var signs: [TokenSigns] = []

  /// Makes an empty list.
  public init() {}

  /// How many tokens there are.
  public var count: Int { keys.count }

  /// The UTF-8 range in the text that some tokens cover, from the first one's start to the last one's
  /// end. Empty for no tokens.
  public func byteRange(of tokens: Range<Int>) -> Range<Int> {
    guard let last = tokens.last else { return 0..<0 }
    return Int(starts[tokens.lowerBound])..<Int(ends[last])
  }
}

/// A token's folded form in 32 bits: 31 bits of XXH3-64 over its UTF-8, and in the lowest bit whether
/// it is a whole word (0) or one character of a script written without spaces (1).
///
/// Two words of a vocabulary of a million share a key about 250 times; a shingle of five words hardly
/// ever does.
public struct TokenKey: Hashable, Sendable {
  /// The 32 bits.
  public let bits: UInt32

  /// Makes a key from a hash of the folded form.
  @inlinable
  public init(hash: UInt64, isCharacter: Bool) {
    bits = UInt32(truncatingIfNeeded: hash) & ~1 | (isCharacter ? 1 : 0)
  }

  /// Makes a key of bits that were stored.
  @inlinable
  public init(bits: UInt32) { self.bits = bits }

  /// Whether this is one character of a script written without spaces.
  @inlinable
  public var isCharacter: Bool { bits & 1 == 1 }
}

/// Which program made the keys of some tokens. Two texts are compared only if these agree.
public struct TokeniserStamp: Hashable, Sendable, Codable {
  /// Version of the rules for tokens, folding and keys.
  public let tokeniser: Int
  /// ICU's version, such as `72.1`: its rules decide where words end.
  public let icu: String
  /// Unicode's version as ICU implements it, such as `15.0`.
  public let unicode: String

  /// Makes a stamp.
  public init(tokeniser: Int, icu: String, unicode: String) {
    (self.tokeniser, self.icu, self.unicode) = (tokeniser, icu, unicode)
  }
}
