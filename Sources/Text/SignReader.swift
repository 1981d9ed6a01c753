internal import CICU
internal import Stories

/// Reads the signs of a token of any characters. Plain words have a way of their own, see `Tokeniser+Words`.
enum SignReader {
  /// Figure and capital by a byte.
  static let ofByte: [UInt8] = (0...255).map { byte in
    switch byte {
    case 0x30...0x39: TokenSigns.figure.rawValue
    case 0x41...0x5A: TokenSigns.capital.rawValue
    default: 0
    }
  }

  /// The signs of a token.
  ///
  /// - Parameters:
  ///   - range: where it stands.
  ///   - gap: where the token before ends; 0 for the first.
  ///   - bytes: the text.
  /// - Returns: its signs.
  static func signs(
    of range: Range<Int>, after gap: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> TokenSigns {
    let start = range.lowerBound
    let first = bytes[start]
    var signs: TokenSigns = []
    if SegmentBytes.isDigit(first) || isOtherDigit(range, bytes) { signs.insert(.figure) }
    if SegmentBytes.isCapital(first) {
      signs.insert(.capital)
      if range.count > 1, SegmentBytes.isCapital(bytes[range.upperBound - 1]) {
        signs.insert(.allCapitals)
      }
    }
    if isOtherCapital(first, start, bytes) { signs.insert(.otherCapital) }
    if gap < start, start - gap > 1 || bytes[gap] != 0x20 { signs.insert(.gap) }
    if mayBeAddress(range, bytes) { signs.insert(.mayBeAddress) }
    if first == UInt8(ascii: "@"), start > 0, bytes[start - 1] == UInt8(ascii: "(") {
      signs.insert(.handle)
    }
    return signs
  }

  /// Whether a token begins with a digit of another script that writes dates and amounts in news: Arabic and Persian,
  /// those of India, Thai, and the wide ones of East Asia.
  private static func isOtherDigit(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard range.count > 1, bytes[range.lowerBound] >= 0xD9 else { return false }
    let (first, next) = (bytes[range.lowerBound], bytes[range.lowerBound + 1])
    let third = range.count > 2 ? bytes[range.lowerBound + 2] : 0
    switch (first, next) {
    case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9): return true
    // The same places in the block of each script, each of 128 characters.
    case (0xE0, 0xA5), (0xE0, 0xA7), (0xE0, 0xA9), (0xE0, 0xAB), (0xE0, 0xAD), (0xE0, 0xAF),
      (0xE0, 0xB1), (0xE0, 0xB3), (0xE0, 0xB5):
      return (0xA6...0xAF).contains(third)
    case (0xE0, 0xB9), (0xEF, 0xBC): return (0x90...0x99).contains(third)
    default: return false
    }
  }

  /// Whether a token begins with a capital that is not ASCII.
  @inline(__always)
  private static func isOtherCapital(
    _ first: UInt8, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard (0xC3...0xE1).contains(first) else { return false }
    return capitals[Int(UTF8Decoding.scalar(in: bytes, at: start).value)]
  }

  /// Which characters up to U+1FFF are capitals, as ICU's own data says: all alphabets in which news has any. By rules
  /// of ours that would be a chapter: even and odd places change about several times within Latin alone.
  private static let capitals: [Bool] = (0..<0x2000).map { cicu_is_capital($0) != 0 }

  private static func mayBeAddress(
    _ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard word.count > 6 else { return false }
    return hasDot(endingAt: word.upperBound, bytes)
      || word.contains { bytes[$0] == UInt8(ascii: "@") }
  }

  /// Whether a full stop stands before the last two or three bytes of a word.
  @inline(__always)
  static func hasDot(endingAt end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[end &- 4] == UInt8(ascii: ".") || bytes[end &- 3] == UInt8(ascii: ".")
  }
}
