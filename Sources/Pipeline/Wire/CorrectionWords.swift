internal import Stories

/// Words by which a version says that it mends an error.
enum CorrectionWords {
  private static let stems = [
    "correct", "berichtig", "korrektur", "korrigier", "rectif", "corrig", "correzione", "rettific",
    "korrekt", "oikais", "rättelse", "rettelse", "correcci", "correç",
  ]
  /// Words that begin like those and say that something is right, or what prisons are called.
  private static let others: Set<String> = [
    "correct", "correctly", "correctness", "correctional", "correctable", "correctionnel",
    "correctionnelle", "korrekt", "korrekte",
    "korrekten",
    "korrektes", "korrekter", "korrektheit",
  ]

  /// Whether slug or note to editors say so, or headline or first line bear a mark of it.
  static func are(in story: Story) -> Bool {
    let lines = [story.facts?.slugline, story.facts?.editorsNote]
    return lines.contains { $0.map(are) ?? false } || story.title.map(CorrectionMark.isIn) ?? false
      || CorrectionNotice.opening(of: story.text) != nil
  }

  /// Whether a word in small letters announces a correction by itself.
  static func announces(_ word: String) -> Bool {
    !others.contains(word) && stems.contains { word.hasPrefix($0) }
  }

  private static func are(in line: String) -> Bool {
    line.lowercased().split { !$0.isLetter }.contains { word in
      stems.contains { word.hasPrefix($0) } && !word.hasPrefix("correctional")
        && !word.hasPrefix("correctionnel")
    }
  }
}
