internal import Stories

/// Words by which a version says that it mends an error.
enum CorrectionWords {
  private static let stems = [
    "correct", "berichtig", "korrektur", "korrigier", "rectif", "corrig", "correzione", "rettific",
    "korrekt", "oikais", "rättelse", "rettelse",
  ]

  /// Whether headline, slug or note to editors say so.
  static func are(in story: Story) -> Bool {
    let lines = [story.title, story.facts?.slugline, story.facts?.editorsNote]
    return lines.contains { line in
      guard let lower = line?.lowercased() else { return false }
      return lower.split { !$0.isLetter }.contains { word in
        stems.contains { word.hasPrefix($0) } && !word.hasPrefix("correctional")
      }
    }
  }
}
