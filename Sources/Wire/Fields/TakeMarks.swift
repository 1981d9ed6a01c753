internal import Stories

/// Marks by which slugs and headlines say which take of a story this is, in the habits of AP, dpa and AFP.
enum TakeMarks {
  /// Finds the mark, and from it the version where the format gives none.
  static func settle(_ facts: inout WireFacts, headline: String?) {
    let mark = facts.take ?? facts.slugline.flatMap(mark) ?? headline.flatMap(mark)
    facts.take = mark
    if let mark, mark.kind == .lead {
      facts.signals.insert(.update)
      if facts.version == nil { facts.version = Int64(mark.number) + 1 }
    }
  }

  /// The mark in a line: `1st Ld-Writethru`, `3rdLd`, `2ND LEAD`, `1st Add`, `Writethru`.
  static func mark(_ line: String) -> TakeMark? {
    let words = words(of: line)
    for (position, word) in words.enumerated() {
      guard let kind = kinds[word] else { continue }
      guard position > 0, let number = ordinal(words[position - 1]) else {
        if word == "writethru", position == 0 || kinds[words[position - 1]] == nil {
          return TakeMark(.lead, 1)
        }
        continue
      }
      return TakeMark(kind, number)
    }
    return nil
  }

  /// A slug without marks, word counts and the leading `BC-`, folded so that takes of one story agree.
  static func base(_ slug: String) -> String {
    let words = words(of: slug)
    var kept: [String] = []
    for (position, word) in words.enumerated() {
      if position == 0, ["bc", "ap", "us"].contains(word), words.count > 2 { continue }
      if kinds[word] != nil || markers.contains(word) { continue }
      if ordinal(word) != nil, position + 1 < words.count, kinds[words[position + 1]] != nil {
        continue
      }
      kept.append(word)
    }
    return kept.joined(separator: " ")
  }

  private static let kinds: [String: TakeMark.Kind] = [
    "ld": .lead, "lead": .lead, "writethru": .lead, "wrap": .lead, "add": .add, "take": .add,
  ]
  private static let markers: Set<String> = [
    "refile", "urgent", "correction", "corrected", "update", "updated", "kill", "abridged", "new",
  ]

  /// Lower-case words; `3rdLd-Writethru` gives `3rd`, `ld`, `writethru`.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    for piece in line.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let digits = piece.prefix { $0.isNumber }
      let rest = piece.dropFirst(digits.count)
      if !digits.isEmpty,
        let suffix = ["st", "nd", "rd", "th"].first(where: { rest.hasPrefix($0) })
      {
        words.append(String(digits) + suffix)
        if rest.count > 2 { words.append(String(rest.dropFirst(2))) }
      } else {
        words.append(String(piece))
      }
    }
    return words
  }

  private static func ordinal(_ word: String) -> Int? {
    guard ["st", "nd", "rd", "th"].contains(where: { word.hasSuffix($0) }) else { return nil }
    return Int(word.dropLast(2)).flatMap { (1...99).contains($0) ? $0 : nil }
  }
}
