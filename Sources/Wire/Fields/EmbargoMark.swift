internal import Stories

/// A line above the headline by which old wires tell editors of an embargo: `EMBARGOED`,
/// `(EMBARGO UNTIL 0001 GMT MARCH 3)`, `SPERRFRIST 18 UHR`.
///
/// Headlines speak of embargoes too, and a story taken for an embargoed one would be told to nobody: so the line
/// stands in capitals or in parentheses, and says nothing besides or until when.
enum EmbargoMark {
  private static let links: [Substring: Set<Substring>] = [
    "EMBARGO": ["UNTIL", "TILL"], "EMBARGOED": ["UNTIL", "TILL", "TO", "FOR", "NOT", "AT"],
    "SPERRFRIST": ["BIS", "MONTAG", "DIENSTAG", "MITTWOCH", "DONNERSTAG", "FREITAG"],
  ]

  /// Whether a line is such a mark.
  static func stands(in line: String) -> Bool {
    let capitals = line.uppercased()
    guard line == capitals || line.hasPrefix("(") && line.hasSuffix(")") else { return false }
    let words = capitals.split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first, let links = links[first] else { return false }
    guard let second = words.dropFirst().first else { return true }
    return links.contains(second) || second.first?.isNumber == true
  }
}

extension StoryDraft {
  /// Notes an embargo that a line above the headline tells. Its end stands there in words, which are not guessed at.
  ///
  /// - Returns: whether the line is such a mark.
  mutating func embargoMark(_ line: String) -> Bool {
    guard EmbargoMark.stands(in: line) else { return false }
    embargo("")
    return true
  }
}
