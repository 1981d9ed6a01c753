internal import Stories

/// What tells JSON from a text that begins with a bracket (`[UPDATED] PORT ANSEL, …`, `{Updates with quotes} …`): what
/// stands behind the bracket, or a name with its colon further on. Damaged JSON counts as JSON, so that it is refused and
/// not read as a text: stories in it would be lost, and embargoes told.
enum JSONOpening {
  /// Whether bytes begin as a list of objects, lists or texts does, or are a list of anything else.
  ///
  /// Complexity: O(n) for what begins with a square bracket and then neither with a bracket nor a quotation mark.
  static func isList(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let rest = behind(UInt8(ascii: "["), in: bytes) else { return false }
    guard let next = rest.first else { return true }
    if "{[]\"".utf8.contains(next) || hasName(rest) { return true }
    // A text may begin with `[1]`, and a list with null.
    guard bytes.last(where: { $0 > 0x20 }) == UInt8(ascii: "]") else { return false }
    let mark = UTF8Check.byteOrderMarkLength(bytes)
    let body = UnsafeRawBufferPointer(rebasing: bytes[mark...])
    return (try? JSONObject.value(body, depth: Limits().jsonDepth)) != nil
  }

  /// Whether bytes begin as an object does: with a name in quotation marks or, damaged, with one that has none or others,
  /// or has a name later.
  ///
  /// Complexity: O(n) in the first 64 KB of what begins with a brace and then with no quotation mark.
  static func isObject(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let rest = behind(UInt8(ascii: "{"), in: bytes) else { return false }
    guard let next = rest.first else { return true }
    if "\"}".utf8.contains(next) { return true }
    let name = rest.prefix(longestName).prefix { isOfName($0) || $0 == UInt8(ascii: "'") }
    return !name.isEmpty && beginsValue(behind: rest[name.endIndex...]) || hasName(rest)
  }

  private static let longestName = 64
  private static let searched = 1 << 16
  /// Values that are words.
  private static let words = ["true", "false", "null"].map { Array($0.utf8) }

  /// Whether a colon and a value follow: a note may begin `{Note: updates with quotes}`.
  private static func beginsValue(behind name: Slice<UnsafeRawBufferPointer>) -> Bool {
    let colon = name.drop { $0 <= 0x20 }
    guard colon.first == UInt8(ascii: ":") else { return false }
    let value = colon.dropFirst().drop { $0 <= 0x20 }
    guard let first = value.first else { return true }
    return "\"'{[-0123456789".utf8.contains(first) || words.contains { value.starts(with: $0) }
  }

  /// What stories call their fields.
  private static let fields = [
    "text", "id", "title", "headline", "uri", "guid", "outlet", "published", "embargo", "embargoed",
    "embargo_until", "embargoed_until",
  ].map { Array($0.utf8) }

  /// Whether the name of a story's field stands in quotation marks before a colon, `"text":`.
  private static func hasName(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    var rest = bytes.prefix(searched)
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      rest = rest[(quote + 1)...]
      let name = rest.prefix(longestName).prefix(while: isOfName)
      let end = rest[name.endIndex...]
      if fields.contains(where: { name.elementsEqual($0) }), end.first == UInt8(ascii: "\""),
        end.dropFirst().first(where: { $0 > 0x20 }) == UInt8(ascii: ":")
      {
        return true
      }
    }
    return false
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "_-$".utf8.contains(byte)
  }

  /// What can be seen behind a bracket, nil if bytes begin with anything else.
  private static func behind(
    _ bracket: UInt8, in bytes: UnsafeRawBufferPointer
  ) -> Slice<UnsafeRawBufferPointer>? {
    let body = bytes[UTF8Check.byteOrderMarkLength(bytes)...].drop { $0 <= 0x20 }
    return body.first == bracket ? body.dropFirst().drop { $0 <= 0x20 } : nil
  }
}
