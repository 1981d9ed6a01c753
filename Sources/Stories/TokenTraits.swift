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

  /// Of a figure what stands before and behind it.
  @inlinable
  public var sign: FigureSign { FigureSign(rawValue: rawValue >> 5) ?? .none }

  /// Traits that are a sign alone.
  @inlinable
  public init(_ sign: FigureSign) { self.init(rawValue: sign.rawValue << 5) }

  /// A capital that is not owed to the start of a sentence: most likely a name.
  @inlinable
  public var isName: Bool {
    contains(.capital) && isDisjoint(with: [.sentenceStart, .lineStart])
  }
}

/// A figure's sign of currency, percent or minus, in the three highest bits of its traits.
public enum FigureSign: UInt8, Hashable, Sendable {
  /// None of these.
  case none
  /// An amount in this currency, or in one of the others that have a sign.
  case dollar, euro, pound, otherCurrency
  /// So many in a hundred.
  case percent
  /// Below zero, by itself and with another sign.
  case negative, negativeAmount
}
