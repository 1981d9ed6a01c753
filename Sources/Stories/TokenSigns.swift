/// What a token's letters and the gap before it show, in one byte: read when the token is found, while its
/// bytes are at hand, so that those who ask later need not look at the text again.
public struct TokenSigns: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes signs of bits.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Begins with an ASCII digit.
  @inlinable
  public static var figure: TokenSigns { TokenSigns(rawValue: 1) }
  /// Begins with an ASCII capital.
  @inlinable
  public static var capital: TokenSigns { TokenSigns(rawValue: 2) }
  /// Begins and ends with an ASCII capital, and these are two.
  @inlinable
  public static var allCapitals: TokenSigns { TokenSigns(rawValue: 4) }
  /// Something other than one space stands between it and the token before, or the start of the text.
  @inlinable
  public static var gap: TokenSigns { TokenSigns(rawValue: 8) }
  /// Has more than six bytes, and a full stop where a web site's name has its last or an at sign.
  @inlinable
  public static var mayBeAddress: TokenSigns { TokenSigns(rawValue: 16) }
  /// The name of an account in brackets.
  @inlinable
  public static var handle: TokenSigns { TokenSigns(rawValue: 32) }
  /// Begins with a capital that is not ASCII.
  @inlinable
  public static var otherCapital: TokenSigns { TokenSigns(rawValue: 64) }
}

extension TokenSigns {
  /// Calls `body` with the position of every token that has at least one of some signs, eight looked at at
  /// once: few tokens have any that are worth a look.
  ///
  /// - Parameters:
  ///   - wanted: the signs.
  ///   - tokens: the signs of tokens.
  ///   - range: positions among them.
  ///   - body: called in order.
  @inlinable
  @inline(__always)
  public static func forEach(
    having wanted: TokenSigns, in tokens: UnsafeBufferPointer<TokenSigns>, _ range: Range<Int>,
    _ body: (Int) -> Void
  ) {
    let raw = UnsafeRawBufferPointer(tokens)
    let mask = UInt64(wanted.rawValue) &* 0x0101_0101_0101_0101
    var position = range.lowerBound
    while position &+ 8 <= range.upperBound {
      let eight = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      var found = UInt64(littleEndian: eight) & mask
      while found != 0 {
        let byte = found.trailingZeroBitCount >> 3
        body(position &+ byte)
        found &= ~(0xFF &<< UInt64(truncatingIfNeeded: byte &* 8))
      }
      position &+= 8
    }
    while position < range.upperBound {
      if !tokens[position].isDisjoint(with: wanted) { body(position) }
      position &+= 1
    }
  }
}
