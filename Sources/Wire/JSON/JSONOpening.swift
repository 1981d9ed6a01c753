internal import Stories

/// What tells JSON from a text that begins with a bracket (`[UPDATED] PORT ANSEL, …`, `{Updates with quotes} …`): what
/// stands behind the bracket. Damaged JSON counts as JSON, so that it is refused and not read as a text.
enum JSONOpening {
  /// Whether bytes begin as a list of objects, lists or texts does, or are a list of anything else.
  ///
  /// Complexity: O(1), but O(n) for what begins and ends with a square bracket and holds something else.
  static func isList(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let rest = behind(UInt8(ascii: "["), in: bytes) else { return false }
    guard let next = rest.first else { return true }
    if "{[]\"".utf8.contains(next) { return true }
    // A text may begin with `[1]`, and a list with null.
    guard bytes.last(where: { $0 > 0x20 }) == UInt8(ascii: "]") else { return false }
    let mark = UTF8Check.byteOrderMarkLength(bytes)
    let body = UnsafeRawBufferPointer(rebasing: bytes[mark...])
    return (try? JSONObject.value(body, depth: Limits().jsonDepth)) != nil
  }

  /// Whether bytes begin as an object does: with a name in quotation marks or, damaged, with one that has none or others.
  ///
  /// Complexity: O(1).
  static func isObject(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let rest = behind(UInt8(ascii: "{"), in: bytes) else { return false }
    guard let next = rest.first else { return true }
    if "\"}".utf8.contains(next) { return true }
    let name = rest.prefix(longestName).prefix { isOfName($0) || $0 == UInt8(ascii: "'") }
    return !name.isEmpty && rest[name.endIndex...].first == UInt8(ascii: ":")
  }

  private static let longestName = 64

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
