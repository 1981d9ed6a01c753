internal import NearDuplicates
internal import Stories

extension VersionNames {
  /// Where names may stand: words in a row that are names, with hyphens or spaces between them, and with the small words
  /// of *Ursula von der Leyden*, *Charles de Gavre* and *Stratford-upon-Marle*.
  ///
  /// - Parameters:
  ///   - copy: a text as it is compared.
  ///   - places: where its words stand.
  ///   - isName: whether a word is a name by itself.
  /// - Returns: the runs, and for each word whether it is a name, and no small word of one.
  ///
  /// Complexity: O(n).
  static func runs(
    of copy: Copy, _ places: PlacedTokens, where isName: (Int) -> Bool
  ) -> (runs: [Range<Int>], areNames: [Bool]) {
    var areNames = (0..<copy.count).map(isName)
    // "Jean" of "Jean-Luc" is a name at the start of a sentence too.
    for place in areNames.indices.dropLast().reversed() where areNames[place + 1] {
      areNames[place] =
        areNames[place]
        || copy.traits[place].contains(.capital) && places.joint(before: place + 1) == .hyphen
    }
    var (runs, place): ([Range<Int>], Int) = ([], 0)
    while place < copy.count {
      guard areNames[place] else {
        place += 1
        continue
      }
      let start = place
      while let next = next(behind: place, copy, places, areNames) { place = next }
      place += 1
      runs.append(start..<place)
    }
    return (runs, areNames)
  }

  /// The next word of the name that goes on behind a word; nil where it ends.
  private static func next(
    behind word: Int, _ copy: Copy, _ places: PlacedTokens, _ areNames: [Bool]
  ) -> Int? {
    var place = word + 1
    while place < copy.count, place - word <= mostSmall + 1, places.joint(before: place) != .none {
      if areNames[place] { return place }
      guard isSmall(place, isFirst: place == word + 1, copy, places) else { return nil }
      place += 1
    }
    return nil
  }

  private static func isSmall(
    _ place: Int, isFirst: Bool, _ copy: Copy, _ places: PlacedTokens
  ) -> Bool {
    guard copy.traits[place].isDisjoint(with: [.capital, .figure]), place + 1 < copy.count else {
      return false
    }
    if places.joint(before: place) == .hyphen, places.joint(before: place + 1) == .hyphen {
      return true
    }
    let word = places.text(of: place..<place + 1)
    return prepositions.contains(word) || !isFirst && articles.contains(word)
  }

  /// Small words in a row that a name may have.
  private static let mostSmall = 2
  /// Small words with which a second part of a name begins.
  private static let prepositions: Set<String> = [
    "bin", "da", "das", "de", "degli", "dei", "del", "della", "des", "di", "do", "dos", "du", "ibn",
    "van", "von", "zu",
  ]
  /// Small words that follow these.
  private static let articles: Set<String> = [
    "dem", "den", "der", "het", "la", "las", "le", "los", "ter", "und", "zu",
  ]
}
