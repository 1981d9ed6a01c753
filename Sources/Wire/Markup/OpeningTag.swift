internal import Stories

/// What tells a tag at the beginning of a file from a name in a text: wires write companies without a symbol as
/// `<Jones Ltd>`.
enum OpeningTag {
  private static let (less, more) = (UInt8(ascii: "<"), UInt8(ascii: ">"))

  /// Whether bytes in UTF-8 or UTF-16 begin with markup, see `beginsPlainly`.
  ///
  /// Complexity: O(n) for what begins with such a sign and a letter, else O(1).
  static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    ofUTF8(bytes, beginsPlainly)
  }

  /// What holds for bytes as UTF-8; false for what can't be read.
  private static func ofUTF8(
    _ bytes: UnsafeRawBufferPointer, _ holds: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    guard isWide(bytes) else { return holds(bytes) }
    guard let text = try? DecodedBytes(bytes, declared: "UTF-16") else { return false }
    return text.withBytes { holds($0) }
  }

  /// UTF-16 by its mark, or by the zero beside a first `<`.
  private static func isWide(_ bytes: UnsafeRawBufferPointer) -> Bool {
    [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C]].contains { bytes.starts(with: $0) }
  }

  /// Whether the first thing is a tag by its looks: a name alone, or one with an attribute. Of names in a text a single
  /// word looks so too.
  static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    ofUTF8(bytes) { opening($0).map { Shape($0) } != Shape.words }
  }

  /// Whether bytes in UTF-8 begin with markup: a declaration, a comment or the end of an element, or a tag that has an
  /// attribute, ends itself, begins with a small letter, stands before another one or has the end of any behind it.
  private static func beginsPlainly(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let rest = opening(bytes) else { return false }
    guard let next = rest.dropFirst().first else { return true }
    if [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "/")].contains(next) { return true }
    return isLetter(next) && isTag(rest)
  }

  /// What there is from a first `<` on; nil if anything else can be seen before.
  private static func opening(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer>? {
    var start = bytes.startIndex
    while start < bytes.count, bytes[start] <= 0x20 || isMark(bytes, start) {
      start += bytes[start] <= 0x20 ? 1 : 3
    }
    let rest = bytes[min(start, bytes.endIndex)...]
    return rest.first == less ? rest : nil
  }

  private static func isMark(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    bytes[place...].starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// What stands between the signs.
  private enum Shape: Equatable {
    /// A name alone, which may end itself.
    case name
    /// A name, and another with `=` behind it.
    case attributes
    /// Anything else, as in `<Jones Ltd>` and `<EUR=>`.
    case words

    init(_ bytes: Slice<UnsafeRawBufferPointer>) {
      let inside = bytes.dropFirst().prefix { $0 != less && $0 != more }
      let rest = inside.drop(while: isOfName)
      if rest.allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: "/") }) {
        self = .name
        return
      }
      let second = rest.drop { $0 <= 0x20 }
      let sign = second.drop(while: isOfName).first { $0 > 0x20 }
      let isAttribute =
        second.startIndex > rest.startIndex && second.first.map(isLetter) == true
        && sign == UInt8(ascii: "=")
      self = isAttribute ? .attributes : .words
    }
  }

  /// Whether bytes that begin with `<` and a letter begin with a tag.
  private static func isTag(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let inside = bytes.dropFirst().prefix { $0 != less && $0 != more }
    let (behind, shape) = (bytes[inside.endIndex...], Shape(bytes))
    if behind.first == less { return hasEnd(behind) }
    switch shape {
    case .attributes: return true
    case .words: return hasEnd(behind)
    case .name:
      let isSmall = inside.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      // A file may break off within its first tag.
      return isSmall == true || behind.isEmpty || inside.last == UInt8(ascii: "/")
        || behind.dropFirst().first { $0 > 0x20 } == less || hasEnd(behind)
    }
  }

  /// Whether the end of any element stands somewhere.
  private static func hasEnd(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    var place = WideScan.place(of: less, in: whole)
    while place < whole.count {
      let end = whole[place...].dropFirst()
      if end.first == UInt8(ascii: "/"), end.dropFirst().first.map(isLetter) == true { return true }
      place = WideScan.place(of: less, in: whole, from: place + 1)
    }
    return false
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
