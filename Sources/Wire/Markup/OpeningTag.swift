internal import Stories

/// What tells a tag at the beginning of a file from a name in a text: wires write companies without a symbol as
/// `<Jones Ltd>`.
enum OpeningTag {
  private static let (less, more) = (UInt8(ascii: "<"), UInt8(ascii: ">"))

  /// Whether bytes in UTF-8 or UTF-16 begin with markup, see `beginsPlainly`.
  ///
  /// Complexity: O(n) for what begins with such a sign and a letter, else O(1).
  static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard isWide(bytes) else { return beginsPlainly(bytes) }
    guard let text = try? DecodedBytes(bytes, declared: "UTF-16") else { return false }
    return text.withBytes { beginsPlainly($0) }
  }

  /// UTF-16 by its mark, or by the zero beside a first `<`.
  private static func isWide(_ bytes: UnsafeRawBufferPointer) -> Bool {
    [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C]].contains { bytes.starts(with: $0) }
  }

  /// Whether bytes in UTF-8 begin with markup: a declaration, a comment or the end of an element, or a tag that has an
  /// attribute, ends itself, stands before another one or is closed somewhere.
  private static func beginsPlainly(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var start = bytes.startIndex
    while start < bytes.count, bytes[start] <= 0x20 || isMark(bytes, start) {
      start += bytes[start] <= 0x20 ? 1 : 3
    }
    let rest = bytes[start...]
    guard rest.first == less else { return false }
    guard let next = rest.dropFirst().first else { return true }
    if [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "/")].contains(next) { return true }
    return isLetter(next) && isTag(rest)
  }

  private static func isMark(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    bytes[place...].starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// Whether bytes that begin with `<` and a letter begin with a tag.
  private static func isTag(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let inside = bytes.dropFirst().prefix { $0 != less && $0 != more }
    let behind = bytes[inside.endIndex...]
    if behind.first == less { return isClosed(inside, in: behind) }
    if inside.contains(UInt8(ascii: "=")) { return true }
    // A file that breaks off within its first tag.
    if behind.isEmpty { return inside.allSatisfy(isOfName) }
    return inside.last == UInt8(ascii: "/")
      || behind.dropFirst().first { $0 > 0x20 } == less || isClosed(inside, in: behind)
  }

  /// Whether the end of a tag's element stands somewhere, in capitals or small letters.
  private static func isClosed(
    _ tag: Slice<UnsafeRawBufferPointer>, in bytes: Slice<UnsafeRawBufferPointer>
  ) -> Bool {
    let name = tag.prefix(while: isOfName)
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    var place = WideScan.place(of: less, in: whole)
    while place < whole.count {
      let end = whole[place...].dropFirst()
      let found = end.dropFirst().prefix(name.count)
      if end.first == UInt8(ascii: "/"), found.elementsEqual(name, by: isSameLetter) {
        let next = whole[found.endIndex...].first { $0 > 0x20 }
        if next == more { return true }
      }
      place = WideScan.place(of: less, in: whole, from: place + 1)
    }
    return false
  }

  private static func isSameLetter(_ one: UInt8, _ other: UInt8) -> Bool {
    one == other || isLetter(one) && one | 0x20 == other | 0x20
  }

  /// Whether a name may begin with a byte, which may be part of a letter beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || "-.:".utf8.contains(byte)
  }
}
