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
    "correctionnelle", "correctionnels", "correctionnelles", "correctement", "korrekt", "korrekte",
    "korrekten",
    "korrektes", "korrekter", "korrektheit",
  ]

  /// What prisons are called in the plural, and in some words' company.
  private static let plurals: Set<String> = [
    "corrections", "korrekturen", "correcciones", "correzioni",
  ]
  private static let prisons: Set<String> = [
    "officer", "officers", "official", "officials", "department", "commissioner", "chief",
    "facility", "center", "secretary", "system",
  ]
  /// What prices do, too.
  private static let nouns: Set<String> = ["correction", "korrektur", "corrección", "correzione"]
  private static let markets: Set<String> = [
    "market", "markets", "stocks", "shares", "börse", "börsen", "aktien", "bourse", "bourses",
  ]

  /// Whether slug or note to editors say so, or headline or first line bear a mark of it.
  static func are(in story: Story) -> Bool {
    story.facts?.slugline.map(are(inSlug:)) ?? false
      || story.facts?.editorsNote.map(are(inNote:)) ?? false
      || story.title.map(CorrectionMark.isIn) ?? false
      || CorrectionNotice.opening(of: story.text) != nil
  }

  /// Whether a word in small letters announces a correction by itself.
  static func announces(_ word: String) -> Bool {
    !others.contains(word) && stems.contains { word.hasPrefix($0) }
  }

  /// Whether a slug says so: a part of it that signs set apart, or a word among others.
  private static func are(inSlug slug: String) -> Bool {
    if slug.split(whereSeparator: { ",()/".contains($0) }).contains(where: CorrectionMark.isMark) {
      return true
    }
    let words = words(of: slug[...])
    let isMarkets = words.contains(where: markets.contains)
    return words.contains { word in
      announces(word) && !plurals.contains(word) && !(isMarkets && nouns.contains(word))
    }
  }

  /// Whether a note says so. "Spelling is correct" says that there is nothing to mend, "to correct spelling" and "Correct
  /// spelling in first line" that there is.
  private static func are(inNote note: String) -> Bool {
    note.split { $0.isNewline || ".:;()[]–—".contains($0) }.contains { sentence in
      let words = words(of: sentence)
      return words.indices.contains { place in
        let before = place > 0 ? words[place - 1] : nil
        let next = place + 1 < words.count ? words[place + 1] : nil
        if words[place] == "correct" {
          return before == "to" || place == 0 && next != nil && !words.contains("is")
        }
        let isPrisons =
          plurals.contains(words[place]) && (before == "of" || next.map(prisons.contains) == true)
        return announces(words[place]) && !isPrisons
      }
    }
  }

  private static func words(of text: Substring) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
