/// What a token's surroundings say of it, in one byte: the evidence that its folded form does not carry.
public struct TokenTraits: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes traits of bits.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Begins with a digit: an amount, a date, a score.
  @inlinable
  public static var figure: TokenTraits { TokenTraits(rawValue: 1) }
  /// Begins with a capital letter.
  @inlinable
  public static var capital: TokenTraits { TokenTraits(rawValue: 2) }
  /// Stands inside quotation marks.
  @inlinable
  public static var quoted: TokenTraits { TokenTraits(rawValue: 4) }
  /// First of a sentence, as far as the characters before it show.
  @inlinable
  public static var sentenceStart: TokenTraits { TokenTraits(rawValue: 8) }
  /// First of a line.
  @inlinable
  public static var lineStart: TokenTraits { TokenTraits(rawValue: 16) }

  /// A capital that is not owed to the start of a sentence: most likely a name.
  @inlinable
  public var isName: Bool {
    contains(.capital) && isDisjoint(with: [.sentenceStart, .lineStart])
  }
}
