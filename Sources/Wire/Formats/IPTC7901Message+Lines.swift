internal import Stories

extension IPTC7901Message {
  /// The lines up to the one that ends with an equals sign; without one those above the text, which a line that is
  /// empty, indented or has a dateline begins.
  static func headlineCount(_ lines: [Substring]) -> Int {
    if let end = lines.prefix(12).firstIndex(where: { $0.trimmedSpace.hasSuffix("=") }) {
      return end + 1
    }
    let head = lines.prefix(mostLines + 1).prefix { !opensText($0) }
    // A sentence or a long stretch is the first paragraph, a headline has a text below it, and what an order to
    // editors says must stay in the text.
    guard (2...mostLines).contains(head.count), !head.dropFirst().contains(where: endsSentence),
      !lines.dropFirst(head.count).allSatisfy(\.isBlank),
      !head.contains(where: { NoticeLabel.found(in: String($0)) != nil })
    else { return 1 }
    return head.count
  }

  /// Most lines of a headline and the marks above it.
  private static let mostLines = 4

  private static func endsSentence(_ line: Substring) -> Bool {
    line.trimmedSpace.last { !"\"”'".contains($0) } == "."
  }

  private static func opensText(_ line: Substring) -> Bool {
    line.isBlank || line.hasPrefix("   ") || line.hasPrefix("\t")
      || DatelineMark(String(line)) != nil
  }

  /// Text without the characters that switch teleprinters, which stand within words.
  static func withoutControls(_ text: Substring) -> Substring {
    let bytes = text.utf8.filter { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) }
    return Substring(String(decoding: bytes, as: UTF8.self))
  }

  /// Takes the line off the end that names agency and time (`AFP 291215 GMT NOV 26`), with the initials above it.
  ///
  /// - Returns: the time in it.
  static func removeSignOff(_ lines: inout [Substring]) -> Substring? {
    guard let last = lines.lastIndex(where: { !$0.isBlank }) else { return nil }
    var words = lines[last].split(whereSeparator: \.isWhitespace)
    if words.count == 5, words[0].allSatisfy(\.isLetter) { words.removeFirst() }
    guard words.count == 4, words[0].count == 6, Int(words[0]) != nil,
      words[1].uppercased() == "GMT", WireDate.month(words[2]) != nil, Int(words[3]) != nil
    else { return nil }
    let time = words.joined(separator: " ")
    lines.removeSubrange(last...)
    if let above = lines.lastIndex(where: { !$0.isBlank }), isInitials(lines[above].trimmedSpace) {
      lines.removeSubrange(above...)
    }
    return Substring(time)
  }

  /// Who wrote and who edited it: `jd/ab`.
  private static func isInitials(_ line: Substring) -> Bool {
    let names = line.split(separator: "/", omittingEmptySubsequences: false)
    return names.count > 1
      && names.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(\.isLowercase) }
  }
}
