internal import Stories

/// Recognises what people drop into an inbox by mistake, to say what it is.
public struct OtherKindsReader: StoryReader {
  /// The format's name.
  public let format = "other"

  /// Makes a reader.
  public init() {}

  /// Whether it is something known that holds no story.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool { OtherKind.name(bytes) != nil }

  /// Says what it is.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    if let what = OtherKind.packed(bytes) {
      return try each(.refused(OtherKind.refusal(packed: what)))
    }
    if let column = TableCheck.columnOfStories(bytes) {
      return try each(.refused(OtherKind.refusal(tableWith: column)))
    }
    try each(.refused(.notAStory(OtherKind.name(bytes) ?? "something else")))
  }
}

/// Kinds of files by what they begin with.
enum OtherKind {
  static func name(_ bytes: UnsafeRawBufferPointer) -> String? {
    if let kind = magic.first(where: { bytes.starts(with: $0.bytes) }) { return kind.name }
    if let packed = packed(bytes) { return packed.name }
    if isMail(bytes) { return "a mail" }
    if isWordList(bytes) { return "a list of words" }
    if TableCheck.isTable(bytes) || TableCheck.columnOfStories(bytes) != nil {
      return "a table (CSV)"
    }
    return nil
  }

  private static let magic: [(bytes: [UInt8], name: String)] = [
    ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"), ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
    (Array("GIF8".utf8), "a picture (GIF)"), (Array("%PDF".utf8), "a PDF"),
    ([0x50, 0x4B, 3, 4], "a ZIP archive or an office document"),
    (Array("{\\rtf".utf8), "an RTF document"), (Array("OggS".utf8), "an audio file"),
    (Array("ID3".utf8), "an audio file (MP3)"), ([0, 0, 0, 0x18, 0x66, 0x74], "a video (MP4)"),
    ([0, 0, 0, 0x20, 0x66, 0x74], "a video (MP4)"), (Array("BEGIN:VCALENDAR".utf8), "a calendar"),
    (Array("BEGIN:VCARD".utf8), "a visiting card"),
  ]

  private static let mailFields: Set<String> = [
    "received", "delivered-to", "return-path", "message-id", "mime-version", "from", "to",
    "subject",
    "date", "x-received", "dkim-signature", "content-type", "reply-to",
  ]

  /// A mail has at least three of its fields at the head (RFC 5322).
  private static func isMail(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // Most texts are told by their first word, without a closer look.
    let start = bytes.prefix(4096).drop { $0 <= 0x20 }
    let word = start.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
    let end = word.endIndex < start.endIndex ? start[word.endIndex] : 0
    guard end == UInt8(ascii: ":") || word.elementsEqual("From".utf8) else { return false }
    let head = String(decoding: bytes.prefix(4096).drop { $0 <= 0x20 }, as: UTF8.self)
    var fields: Set<String> = []
    for line in head.split(whereSeparator: \.isNewline) {
      if line.first?.isWhitespace == true { continue }
      guard let colon = line.firstIndex(of: ":") else {
        if line.hasPrefix("From ") && fields.isEmpty { continue }
        break
      }
      let field = line[..<colon].lowercased()
      if mailFields.contains(field) { fields.insert(field) }
    }
    return fields.count >= 3
  }

  /// Several lines of one short word each.
  private static func isWordList(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard bytes.count < 1 << 16, first.count <= 24,
      first.allSatisfy({ Unicode.Scalar($0).properties.isAlphabetic && $0 < 0x80 })
    else { return false }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.count >= 4
      && lines.allSatisfy { line in
        line.utf8.count <= 24 && line.allSatisfy { $0.isLetter && $0.isASCII }
      }
  }
}
