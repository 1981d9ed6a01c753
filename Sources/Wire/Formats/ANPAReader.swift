internal import Stories

/// ANPA 1312, the old wire of American agencies: SYN SYN SOH, service and number, a header line, STX, lines
/// that a caret opens, paragraphs that a tab opens, ETX.
///
/// The wire is of seven bits; bytes beyond are taken for UTF-8 where they are that, else for windows-1252,
/// which is noted.
public struct ANPAReader: StoryReader {
  /// The format's name.
  public let format = "ANPA 1312"

  /// Makes a reader.
  public init() {}

  /// Whether it begins with the wire's control characters.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.prefix(64).first { $0 > 0x20 || $0 == 1 || $0 == 0x16 } ?? 0 <= 0x16
      && Self.hasMarks(bytes)
  }

  /// Whether SYN or the unit separator of a service line stands at the beginning.
  static func hasMarks(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = bytes.prefix(64)
    return head.contains(0x01) && (head.contains(0x16) || head.contains(0x1F))
  }

  /// Reads message by message.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try WireMessages.read(bytes, delivery, each: each) { message, line, charset in
      ANPAMessage(message, line, charset).outcome(delivery)
    }
  }
}
