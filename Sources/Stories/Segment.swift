/// A stretch of a text that stands for itself: a paragraph, a line or a sentence.
public struct Segment: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes of the text, without white space around it.
  public let range: Range<Int>
  /// Its tokens, as positions among the text's tokens. Empty for a row of signs.
  public let tokens: Range<Int>
  /// What it says, figures and dates aside.
  public let key: SegmentKey
  /// What it says, names, figures, dates and a few words aside. Equal for some texts that merely
  /// resemble each other: never evidence by itself.
  public let looseKey: SegmentKey

  /// Makes a segment.
  public init(range: Range<Int>, tokens: Range<Int>, key: SegmentKey, looseKey: SegmentKey) {
    (self.range, self.tokens, self.key, self.looseKey) = (range, tokens, key, looseKey)
  }
}

/// 64 bits that stand for what a segment says.
///
/// Two different segments of a million share a key with probability below one in ten million.
public struct SegmentKey: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The 64 bits.
  public let bits: UInt64

  /// Makes a key.
  public init(bits: UInt64) { self.bits = bits }

  /// Makes a key of its sixteen hexadecimal digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let bits = UInt64(text, radix: 16)
    else { return nil }
    self.bits = bits
  }

  /// An order for sorted output; it means nothing else.
  public static func < (left: SegmentKey, right: SegmentKey) -> Bool { left.bits < right.bits }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Which stretches of a text are its segments.
public enum SegmentLevel: String, Sendable, CaseIterable {
  /// Lines with no empty line between them, taken together.
  case paragraph
  /// What stands between two line ends.
  case line
  /// Sentences; a line end ends one, unless the text is wrapped at a column.
  case sentence
}
