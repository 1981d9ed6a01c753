/// Strict reading of UTF-8: nothing is silently replaced.
enum UTF8Check {
  /// The bytes as a string, without a byte order mark.
  ///
  /// - Throws: a refusal that names the first bad byte and its line.
  static func string(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> String {
    let body = UnsafeRawBufferPointer(rebasing: bytes[byteOrderMarkLength(bytes)...])
    guard let text = String(validating: body, as: UTF8.self) else { throw refusal(of: bytes) }
    return text
  }

  /// Bytes that are looked at in one go, so that a large file is never copied as a whole.
  private static let piece = 1 << 16

  /// Whether bytes are valid UTF-8.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var start = WideScan.lengthOfASCII(bytes)
    while start < bytes.count {
      var end = min(start + piece, bytes.count)
      // Not in the midst of a character.
      while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      if end == start { return false }
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      guard String(validating: part, as: UTF8.self) != nil else { return false }
      start = end
    }
    return true
  }

  /// 3 if the bytes start with a UTF-8 byte order mark, else 0.
  static func byteOrderMarkLength(_ bytes: UnsafeRawBufferPointer) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func refusal(of bytes: UnsafeRawBufferPointer) -> Refusal {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Refusal(
        problem: "the text is UTF-16", remedy: "convert it with: iconv -f UTF-16 -t UTF-8")
    }
    let place = firstInvalidByte(bytes)
    let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
    return Refusal(
      line: line,
      problem: "byte \(place) (0x\(String(bytes[place], radix: 16))) is not valid UTF-8",
      remedy: ownCharset)
  }

  /// What to do about bytes that are not UTF-8. Which charset they are in, they don't tell: whoever takes the wrong one
  /// makes other letters of them, and nobody notices.
  static let ownCharset =
    "convert it from its own charset: iconv -f CHARSET -t UTF-8 (WINDOWS-1252 only for Western European text), or "
    + "for plain text and pages name that in wire.fallback_charset"

  private static func firstInvalidByte(_ bytes: UnsafeRawBufferPointer) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var position = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): position += UTF8.width(scalar)
      case .emptyInput, .error: return min(position, bytes.count - 1)
      }
    }
  }
}
