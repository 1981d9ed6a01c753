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
    forEachEight(of: tokens, range) { eight, first in
      forEach(having: wanted, inEight: eight) { body(first &+ $0) }
    }
  }

  /// Calls `body` with the place, from 0 to 7, of every one of eight tokens that has at least one of some signs.
  @inlinable
  @inline(__always)
  public static func forEach(
    having wanted: TokenSigns, inEight eight: UInt64, _ body: (Int) -> Void
  ) {
    let mask = UInt64(wanted.rawValue) &* 0x0101_0101_0101_0101
    var found = eight & mask
    while found != 0 {
      let byte = found.trailingZeroBitCount >> 3
      body(byte)
      found &= ~(0xFF &<< UInt64(truncatingIfNeeded: byte &* 8))
    }
  }

  /// Calls `body` with the signs of tokens, eight at a time, the first token's in the lowest byte and no signs behind
  /// the last, and with the position of the first.
  ///
  /// - Parameters:
  ///   - tokens: the signs of tokens.
  ///   - range: positions among them.
  ///   - body: called in order.
  @inlinable
  @inline(__always)
  public static func forEachEight(
    of tokens: UnsafeBufferPointer<TokenSigns>, _ range: Range<Int>,
    _ body: (_ eight: UInt64, _ first: Int) -> Void
  ) {
    let raw = UnsafeRawBufferPointer(tokens)
    var position = range.lowerBound
    while position &+ 8 <= range.upperBound {
      let eight = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      body(UInt64(littleEndian: eight), position)
      position &+= 8
    }
    guard position < range.upperBound else { return }
    body(last(range.upperBound &- position, endingAt: range.upperBound, of: raw), position)
  }

  /// The last few tokens before a place, fewer than eight, zeroes behind them.
  @inlinable
  @inline(__always)
  static func last(_ count: Int, endingAt end: Int, of raw: UnsafeRawBufferPointer) -> UInt64 {
    if end >= 8 {
      // Those before them are read too and shifted out, which takes no loop.
      let eight = raw.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self)
      return UInt64(littleEndian: eight) &>> UInt64(truncatingIfNeeded: 8 &* (8 &- count))
    }
    var few: UInt64 = 0
    for place in 0..<count {
      few |= UInt64(raw[end &- count &+ place]) &<< UInt64(truncatingIfNeeded: 8 &* place)
    }
    return few
  }
}
