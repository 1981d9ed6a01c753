internal import Stories

/// A stream of messages, each from SOH to the next SOH, as IPTC 7901 and ANPA 1312 send them.
enum WireMessages {
  /// Splits a stream and reads each message; a stream whose last message has no end is refused as a whole,
  /// so that half a message is never taken for one.
  static func read(
    _ bytes: UnsafeRawBufferPointer, _ delivery: Delivery, each: (Outcome) throws -> Void,
    message: (WireMessage, _ line: Int, _ charset: String?) -> Outcome
  ) rethrows {
    var starts = bytes.indices.filter { bytes[$0] == 0x01 }
    if starts.isEmpty { starts = [0] }
    let pieces = starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : bytes.count)
    }
    for piece in pieces where !isWhole(bytes[piece]) {
      return try each(.refused(cut(bytes, piece)))
    }
    var line = bytes[..<starts[0]].count { $0 == 0x0A } + 1
    for (index, piece) in pieces.enumerated() {
      let name = index == 0 ? delivery.name : "\(delivery.name):\(index + 1)"
      try each(outcome(UnsafeRawBufferPointer(rebasing: bytes[piece]), name, line, message))
      line += bytes[piece].count { $0 == 0x0A }
    }
  }

  private static func outcome(
    _ piece: UnsafeRawBufferPointer, _ name: String, _ line: Int,
    _ message: (WireMessage, Int, String?) -> Outcome
  ) -> Outcome {
    do throws(Refusal) {
      let decoded = try DecodedBytes(piece, fallback: "WINDOWS-1252")
      return message(WireMessage(decoded.string, name: name), line, decoded.note)
    } catch {
      return .refused(error)
    }
  }

  /// A whole message has one text and an end to it.
  private static func isWhole(_ piece: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let start = piece.firstIndex(of: 0x02),
      let end = piece[start...].firstIndex(where: { $0 == 0x03 || $0 == 0x04 })
    else { return false }
    // A second text belongs to a message whose beginning was lost.
    return !piece[end...].contains(0x02)
  }

  private static func cut(_ bytes: UnsafeRawBufferPointer, _ piece: Range<Int>) -> Refusal {
    Refusal(
      line: bytes[..<piece.lowerBound].count { $0 == 0x0A } + 1, byte: piece.lowerBound,
      problem:
        "the message that begins at byte \(piece.lowerBound) has not one text with an end (STX, ETX)",
      remedy: "check that the file was written completely, and send it again")
  }
}

/// The parts of one message.
struct WireMessage {
  /// What it is called where it has no identity of its own.
  let name: String
  /// What stands before the text.
  let header: Substring
  /// The text with its headline.
  let body: Substring
  /// What stands behind the text.
  let trailer: Substring

  init(_ text: String, name: String) {
    self.name = name
    let text = WireMessage.withLineFeeds(text)
    let bytes = text.utf8
    let start = bytes.firstIndex(of: 0x02) ?? bytes.startIndex
    let end = bytes[start...].firstIndex { $0 == 0x03 || $0 == 0x04 } ?? bytes.endIndex
    header = Substring(bytes[..<start].drop { $0 == 0x01 })
    body = Substring(bytes[start..<end].drop { $0 == 0x02 })
    trailer = Substring(bytes[end...].drop { $0 == 0x03 }.prefix { $0 != 0x04 })
  }

  /// With every CR LF and every lone CR as LF.
  private static func withLineFeeds(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
