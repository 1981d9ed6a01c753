public import Stories

/// Words by which a version says that it mends an error. What `CorrectionLabel` made a signal of is told by the facts.
public enum CorrectionWords {
  /// Whether slug or note to editors say so, or headline or first line bear a mark of it.
  ///
  /// - Parameter story: the version; what it was before does not matter.
  /// - Returns: whether any of them does.
  /// - Complexity: O(n) in slug, note, headline and first line.
  public static func are(in story: Story) -> Bool {
    story.facts?.slugline.map(are(inSlug:)) ?? false
      || story.facts?.editorsNote.map(are(inNote:)) ?? false
      || story.title.map(CorrectionMark.isIn) ?? false
      || CorrectionNotice.opening(of: story.text) != nil
  }

  /// Whether a slug says so: a part of it that signs set apart, or a word among others.
  private static func are(inSlug slug: String) -> Bool {
    if slug.split(whereSeparator: { ",()/".contains($0) }).contains(where: CorrectionMark.isMark) {
      return true
    }
    let words = words(of: slug[...])
    let isMarkets = words.contains(where: CorrectionVocabulary.markets.contains)
    return words.contains { word in
      CorrectionVocabulary.announces(word) && !CorrectionVocabulary.ofPrisons.contains(word)
        && !(isMarkets && CorrectionVocabulary.ofPrices.contains(word))
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
          CorrectionVocabulary.ofPrisons.contains(words[place])
          && (before == "of" || next.map(CorrectionVocabulary.prisons.contains) == true)
        return CorrectionVocabulary.announces(words[place]) && !isPrisons
      }
    }
  }

  private static func words(of text: Substring) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
