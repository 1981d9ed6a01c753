/// The mark of a correction that stands apart from what it is about: "CORRECTED: ...", "Korrektur - ...", "... (corrected)".
///
/// News says the same words in the midst of a headline: a minister corrects the record.
public enum CorrectionMark {
  /// What parts a mark from its subject wherever it stands.
  private static let colons: Set<Character> = [":", "|", "/", "—", "–"]

  /// Whether a headline bears one.
  static func isIn(_ headline: String) -> Bool {
    if subject(of: headline[...]) != nil || isMark(headline[...]) { return true }
    if let bracket = headline.lastIndex(where: { "([".contains($0) }),
      isMark(headline[bracket...])
    {
      return true
    }
    if "([".contains(headline.first ?? " "), let end = headline.firstIndex(where: ")]".contains),
      isMark(headline[..<end])
    {
      return true
    }
    if let sign = headline.lastIndex(where: { "-–—:|/".contains($0) }),
      headline[..<sign].last?.isWhitespace ?? false || !"-/".contains(headline[sign])
    {
      let end = headline[headline.index(after: sign)...]
      if isMark(end), isInCapitals(end) || !hasNoun(end) { return true }
    }
    return isVerb(headline[...])
  }

  private static func hasNoun(_ text: Substring) -> Bool {
    words(text).contains(where: CorrectionVocabulary.nouns.contains)
  }

  private static func isInCapitals(_ text: Substring) -> Bool {
    !text.contains(where: \.isLowercase)
  }

  /// What follows the mark that a line begins with; nil for a line without one.
  ///
  /// Complexity: O(1), as a mark is looked for in the first 60 characters.
  public static func subject(of line: Substring) -> Substring? {
    for index in line.indices.prefix(60) where isSign(at: index, in: line) {
      guard isMark(line[..<index]) else { continue }
      // In small letters it heads the answers to an examination.
      guard
        !words(line[..<index]).contains(where: CorrectionVocabulary.answers.contains)
          || isInCapitals(line[..<index])
      else { continue }
      return line[line.index(after: index)...].drop { "-–—: ".contains($0) }
    }
    return inCapitals(line)
  }

  /// What follows a herald such as "Editor's note:".
  static func withoutHerald(_ line: Substring) -> Substring {
    guard let colon = line.prefix(40).firstIndex(of: ":"),
      words(line[..<colon]).allSatisfy(CorrectionVocabulary.heralds.contains)
    else { return line }
    return line[line.index(after: colon)...].drop(while: \.isWhitespace)
  }

  /// Whether some words are a mark and nothing else.
  static func isMark(_ text: Substring) -> Bool {
    let words = words(text.prefix(60))
    return !words.isEmpty && words.count <= 5
      && words.count { CorrectionVocabulary.announces($0) } == 1
      && words.allSatisfy { word in
        CorrectionVocabulary.announces(word) || CorrectionVocabulary.heralds.contains(word)
          || word.allSatisfy(\.isNumber)
      }
  }

  /// Whether a line begins with what a correction does: "Corrects number of workers", "Corrected to show".
  static func isVerb(_ line: Substring) -> Bool {
    let words = words(line.prefix(60))
    switch words.first {
    case "corrects": return words.count > 1 && words[1] != "itself"
    case "corrected":
      return words.count > 2 && words[1] == "to" && CorrectionVocabulary.showing.contains(words[2])
    default: return false
    }
  }

  /// A line that begins with such a word in capitals: "CORRECTED Bridge to close".
  private static func inCapitals(_ line: Substring) -> Substring? {
    let first = line.prefix { $0.isLetter }
    let rest = line[first.endIndex...]
    guard first.count > 4, rest.first == " ", first.uppercased() == first, first != "CORRECTIONS",
      CorrectionVocabulary.announces(first.lowercased())
    else { return nil }
    // Where all are in capitals, "CORRECTIONS OFFICER" is, and "CORRECTED FOR INFLATION".
    let next = words(rest.prefix(40)).first ?? ""
    guard
      rest.prefix(200).contains(where: \.isLowercase)
        || first == "CORRECTED" && !["for", "by", "in"].contains(next)
    else { return nil }
    return rest.drop(while: \.isWhitespace)
  }

  /// Whether a sign parts what is before it from what is behind: a hyphen does behind capitals or a space.
  private static func isSign(at index: Substring.Index, in line: Substring) -> Bool {
    if colons.contains(line[index]) { return true }
    guard line[index] == "-", let last = line[..<index].last else { return false }
    return last.isWhitespace || last.isUppercase || line[..<index].allSatisfy { !$0.isLowercase }
  }

  private static func words(_ text: Substring) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }
}
