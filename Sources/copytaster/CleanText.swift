/// A text without some ranges of it, and without the empty lines that they leave.
enum CleanText {
  /// Without ranges of its UTF-8 bytes, in ascending order.
  static func of(_ text: String, withoutBytes ranges: [Range<Int>]) -> String {
    var kept: [UInt8] = []
    var start = 0
    let bytes = Array(text.utf8)
    for range in ranges {
      kept += bytes[start..<range.lowerBound]
      start = range.upperBound
      // In the midst of a line its end stays.
      let isWhole = kept.isEmpty || kept.last == 0x0A || kept.last == 0x0D
      while start < bytes.count, isWhole ? bytes[start] <= 0x20 : bytes[start] == 0x20 {
        start += 1
      }
    }
    kept += bytes[start...]
    var text = String(decoding: kept, as: UTF8.self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// Without ranges of its Unicode scalars, in ascending order, that begin and end with words; signs between these and
  /// the end of a line go with them.
  ///
  /// Complexity: O(n).
  static func of(_ text: String, withoutScalars ranges: [Range<Int>]) -> String {
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var start = 0
    for range in ranges {
      kept.append(
        contentsOf: scalars[start..<max(start, opening(of: range, scalars, after: start))])
      start = range.upperBound
      let rest = scalars[start...].prefix { !isLineEnd($0) }
      if !rest.contains(where: isWord) { start = rest.endIndex }
      // In the midst of a line its end stays.
      let isWhole = kept.last.map(isLineEnd) ?? true
      while start < scalars.count, scalars[start].properties.isWhitespace,
        isWhole || !isLineEnd(scalars[start])
      {
        start += 1
      }
    }
    kept.append(contentsOf: scalars[start...])
    while kept.last?.properties.isWhitespace == true { kept.removeLast() }
    return String(kept)
  }

  /// Where what goes begins: at the beginning of its line, if there are but signs before it.
  private static func opening(
    of range: Range<Int>, _ scalars: [Unicode.Scalar], after start: Int
  ) -> Int {
    let before = scalars[start..<range.lowerBound].reversed().prefix { !isLineEnd($0) }
    return before.contains(where: isWord) ? range.lowerBound : range.lowerBound - before.count
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r"
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
