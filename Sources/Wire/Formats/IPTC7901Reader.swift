internal import Stories

/// IPTC 7901, the old text protocol: messages between SOH and EOT, a header, STX, headline and text, ETX.
///
/// The protocol is of seven bits; bytes beyond are taken for UTF-8 where they are that, else for
/// windows-1252, which is noted.
public struct IPTC7901Reader: StoryReader {
  /// The format's name.
  public let format = "IPTC 7901"

  /// Makes a reader.
  public init() {}

  /// Whether the first thing in it is SOH, with none of ANPA's control characters about it.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.prefix(64).first { $0 > 0x20 || $0 == 1 || $0 == 0x16 } == 1
      && !ANPAReader.hasMarks(bytes)
  }

  /// Reads message by message.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try WireMessages.read(bytes, delivery, each: each) { message, line, charset in
      IPTC7901Message(message, line, charset).outcome(delivery)
    }
  }
}
