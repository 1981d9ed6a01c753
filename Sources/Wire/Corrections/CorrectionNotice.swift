public import Stories

/// What a text says of its own correction: "(Corrects number of workers in second paragraph.)", "An earlier version of
/// this story ...".
///
/// Deliberately hard to please, since news that is taken for a notice is compared with nothing: what stands in brackets
/// counts, and the first and last lines, where the first words say that they are such a notice.
public enum CorrectionNotice {
  /// Lines at either end of a text that may be one.
  private static let edge = 3
  /// Words of the longest one.
  private static let longest = 60

  /// The parts of a text that are news.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - other: another version of it. What follows a mark such as "CORRECTED:" is news where it stands there too.
  /// - Returns: the parts in order.
  /// - Complexity: O(n) in both texts.
  public static func news(of text: String, beside other: String) -> [Substring] {
    let lines = text.split(whereSeparator: \.isNewline).filter { line in
      line.contains { !$0.isWhitespace }
    }
    var known: Set<Pair>?
    func isNews(_ rest: Substring) -> Bool {
      let pairs = self.pairs(of: rest)
      guard pairs.count < longest else { return true }
      if CorrectionPhrases.begin(rest) { return false }
      let all = known ?? Set(self.pairs(of: other[...]))
      known = all
      return !pairs.isEmpty && pairs.count(where: all.contains) * 2 >= pairs.count
    }
    return lines.indices.flatMap { index -> [Substring] in
      let isEdge = index < edge || index >= lines.count - edge
      let parts = isEdge ? parts(of: lines[index], isNews) : [lines[index]]
      return parts.flatMap(withoutBrackets)
    }
  }

  /// The notice with which a text begins; nil where it begins with news.
  static func opening(of text: String) -> Substring? {
    guard let start = text.firstIndex(where: { !$0.isWhitespace }) else { return nil }
    let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    let line = text[start..<end]
    if let bracket = bracket(at: line.startIndex, in: line) {
      return isBracketed(line[bracket].dropFirst().dropLast()) ? line[bracket] : nil
    }
    guard let head = head(of: line) else { return nil }
    return head.isMark ? line : line[..<head.end]
  }

  /// What a story says of what it corrects, to editors or to readers; nil where it says nothing.
  public static func note(of story: Story) -> String? {
    story.facts?.editorsNote ?? opening(of: story.text).map(String.init)
  }

  /// A line without a notice with which it begins or ends.
  private static func parts(of line: Substring, _ isNews: (Substring) -> Bool) -> [Substring] {
    if let head = head(of: line) {
      let rest = line[head.end...]
      return isNews(rest) ? [rest] : []
    }
    guard let last = lastSentence(of: line), CorrectionPhrases.begin(last) else { return [line] }
    return [line[..<last.startIndex]]
  }

  /// How far a notice goes with which a line begins: to the end of a mark, or of the first sentence.
  private static func head(of line: Substring) -> (end: Substring.Index, isMark: Bool)? {
    let start = line.drop { $0.isWhitespace || "*•-–—_".contains($0) }
    if let subject = CorrectionMark.subject(of: start) { return (subject.startIndex, true) }
    if CorrectionMark.isMark(start), start.prefix(longest).count < longest {
      return (line.endIndex, true)
    }
    let words = CorrectionMark.withoutHerald(start)
    guard CorrectionMark.isVerb(words) || CorrectionPhrases.begin(words) else { return nil }
    return (sentenceEnds(in: line).first ?? line.endIndex, false)
  }

  /// A line without brackets that are notices.
  private static func withoutBrackets(_ line: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = line
    var index = line.startIndex
    while let open = line[index...].firstIndex(where: { $0 == "(" || $0 == "[" }) {
      index = line.index(after: open)
      guard let range = bracket(at: open, in: line) else { continue }
      guard isBracketed(line[range].dropFirst().dropLast()) else { continue }
      parts.append(rest[..<open])
      rest = line[range.upperBound...]
      index = range.upperBound
    }
    return (parts + [rest]).filter { !$0.isEmpty }
  }

  private static func bracket(
    at open: Substring.Index, in line: Substring
  ) -> Range<Substring.Index>? {
    guard let sign = line[open...].first, sign == "(" || sign == "[" else { return nil }
    let close: Character = sign == "(" ? ")" : "]"
    return line[open...].prefix(600).firstIndex(of: close).map { open..<line.index(after: $0) }
  }

  private static func isBracketed(_ text: Substring) -> Bool {
    let words = CorrectionMark.withoutHerald(text.drop(while: \.isWhitespace))
    return CorrectionMark.isMark(words) || CorrectionMark.subject(of: words) != nil
      || CorrectionMark.isVerb(words) || CorrectionPhrases.begin(words)
      || CorrectionPhrases.beginBracket(words)
  }

  private static func lastSentence(of line: Substring) -> Substring? {
    sentenceEnds(in: line).last.map { line[$0...] }
  }

  /// Where sentences of a line end that others follow: behind a stop, a space, and before no small letter.
  private static func sentenceEnds(in line: Substring) -> [Substring.Index] {
    line.indices.filter { index in
      guard line[index].isWhitespace, let last = line[..<index].last, ".!?”\")".contains(last)
      else { return false }
      return line[index...].first { !$0.isWhitespace }.map { $0.isUppercase || "\"“(".contains($0) }
        ?? false
    }
  }

  private struct Pair: Hashable {
    let first: Substring
    let second: Substring
  }

  private static func pairs(of text: Substring) -> [Pair] {
    let words = text.split(whereSeparator: \.isWhitespace)
    return zip(words, words.dropFirst()).map(Pair.init)
  }
}
