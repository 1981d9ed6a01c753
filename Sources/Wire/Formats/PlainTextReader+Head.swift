extension PlainTextReader {
  /// One line of a head.
  struct HeadField {
    let line: Int
    let value: String
  }

  /// The head's fields, empty if there is no head, and the text below it.
  static func split(_ whole: String) -> (head: [String: HeadField], text: String) {
    var head: [String: HeadField] = [:]
    var rest = whole[...]
    var number = 0
    while !rest.isEmpty {
      let end = rest.firstIndex(where: \.isNewline)
      let line = rest[..<(end ?? rest.endIndex)]
      rest = end.map { rest[rest.index(after: $0)...] } ?? ""
      number += 1
      if line.allSatisfy(\.isWhitespace) {
        return head.isEmpty ? ([:], whole) : (head, String(rest))
      }
      guard let (key, value) = field(line), head[key] == nil else { return ([:], whole) }
      head[key] = HeadField(line: number, value: value)
    }
    return head.isEmpty ? ([:], whole) : (head, "")
  }

  /// A first line that reads like a headline: short, and alone above an empty line.
  static func headline(of text: String) -> String? {
    let lines = text.split(
      maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count > 2, lines[1].allSatisfy(\.isWhitespace), lines[0].count <= longestHeadline,
      let last = lines[0].last(where: { !$0.isWhitespace }), !".!?:;,".contains(last)
    else { return nil }
    return String(lines[0])
  }

  private static func field(_ line: Substring) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].lowercased()
    guard keys.contains(key) else { return nil }
    let value = line[line.index(after: colon)...].trimmingSpaces
    return value.isEmpty ? nil : (key, value)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var trimmed = drop(while: \.isWhitespace)
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return String(trimmed)
  }
}
