internal import Stories

/// The stories that a notice names: by headlines in quotation marks, ids and slugs, and by what its own headline and
/// slug say beside the label.
///
/// A notice also says why, what replaces the story and what others said. So names are taken from sentences that speak
/// of a story, and from none that speak of what replaces it.
enum NoticeNames {
  /// Shortest headline that is taken for a name, in characters.
  private static let least = 8
  /// The same in bytes, for scripts that say as much in fewer characters.
  private static let leastBytes = 15

  private static func isLong(_ name: String) -> Bool {
    name.count >= least || name.utf8.count >= leastBytes
  }

  /// The names, each once. The notice's own slug is one only where it names nothing else: a subject's slug stands on
  /// stories that have nothing to do with each other.
  ///
  /// - Parameters:
  ///   - headline: the notice's; nil where its first line is one.
  ///   - slug: its slug.
  ///   - text: its text.
  /// - Returns: headlines, ids and slugs as they stand there.
  static func all(headline: String?, slug: String?, text: String) -> [String] {
    let line = String(NoticeLabel.beginning(of: headline ?? ""))
    let told = sentences(of: text).map(withoutPlace).filter { !holds(others, $0) }
    let about = told.filter { holds(copy, $0) || !ids($0).isEmpty }
    let own = slug.map(Slugs.base) ?? ""
    let isNamed = ([line] + about).contains { sentence in
      // A slug with spaces is read as far as the first of them.
      !quoted(sentence).isEmpty
        || ids(sentence).contains { isCertain($0) && !own.hasPrefix(Slugs.base($0)) }
    }
    var names = ([line] + (about.isEmpty ? told : about)).flatMap { quoted($0) + ids($0) }
    let opening = headline ?? String(text.prefix(160).prefix { !$0.isNewline })
    if let subject = NoticeLabel.found(in: opening)?.subject, isLong(subject) {
      names.append(subject)
    }
    if let slug, own.count >= 4, !isNamed { names.append(slug) }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// What sentences about the story hold.
  private static let copy = [
    "story", "stories", "headline", "slug", "titled", "kill", "hold", "withdr", "dispatch", "item",
    "version", "meldung", "dépêche",
    "noticia", "informaci", "nota ", "despacho", "teletipo", "anul", "titula",
    "notizia", "lancio", "dispaccio", "annull", "titolo",
    "notícia", "matéria", "texto",
    "記事", "原稿", "配信", "기사",
    "сообщени", "новост", "информаци", "материал", "аннулир", "отзыв", "заголовк",
  ]
  /// What sentences about another one hold.
  private static let others = [
    "replac", "substitu", "instead", "ersetz", "remplac", "sustitu", "reemplaz", "sostitu", "замен",
    "взамен", "差し替え", "대체",
  ]

  /// Without a place in capitals that a date follows, which looks like a slug: "ПОРТ-АНСЕЛ, 3 марта".
  private static func withoutPlace(_ sentence: String) -> String {
    let words = sentence.split(separator: ",", maxSplits: 1)
    guard words.count == 2, isCapital(words[0].trimmedSpace),
      words[1].trimmedSpace.first?.isNumber == true
    else { return sentence }
    return String(words[1])
  }

  private static func holds(_ words: [String], _ sentence: String) -> Bool {
    let lower = sentence.lowercased()
    return words.contains { lower.contains($0) }
  }

  /// Lines, cut behind full stops that stand in no quotation.
  private static func sentences(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { line in
      var (sentences, current) = ([String](), "")
      // What the quotation was opened with that is open.
      var opening: Character?
      var last: Character = " "
      for character in line {
        if let open = opening {
          if closing[open]?.contains(character) == true { opening = nil }
        } else if "\"“„«»「『《".contains(character) {
          opening = character
        }
        if opening == nil, character.isWhitespace && ".!?".contains(last) || "。！？।".contains(last) {
          sentences.append(current)
          current = ""
        }
        current.append(character)
        last = character
      }
      return sentences + [current]
    }
  }

  /// Words that look like ids or slugs.
  private static func ids(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace || ",;()\"“”".contains($0) }).compactMap { word in
      var word = word
      while let last = word.last, ".:<".contains(last) { word.removeLast() }
      let looksLikeID = word.contains { $0.isNumber } && word.contains { ":-_.".contains($0) }
      let dashes = word.count { $0 == "-" }
      let looksLikeSlug = word.hasPrefix("BC-") || dashes >= 2 || dashes == 1 && isCapital(word)
      guard word.count >= 6, looksLikeID || looksLikeSlug else { return nil }
      return WireDate.instant(String(word)) == nil ? String(word) : nil
    }
  }

  /// Whether a word is a slug in capitals: `HARROW-BRIDGE`.
  private static func isCapital(_ word: Substring) -> Bool {
    word.count >= 8 && word.split(separator: "-").allSatisfy { $0.count >= 3 }
      && word.allSatisfy { $0.isUppercase || $0 == "-" }
  }

  /// Whether a word can't be anything but an id or a slug: `COVID-19` and `state-of-the-art` can.
  private static func isCertain(_ id: String) -> Bool {
    id.hasPrefix("BC-") || id.contains("--") || isCapital(id[...])
      || id.contains(where: \.isLetter) && id.count(where: \.isNumber) >= 5
  }

  private static let closing: [Character: Set<Character>] = [
    "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"], "»": ["«", "»"], "‘": ["’"],
    "'": ["'"], "「": ["」"], "『": ["』"], "《": ["》"], "〈": ["〉"],
  ]

  /// What stands in quotation marks, without a comma that belongs to the sentence about it.
  private static func quoted(_ text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let open = rest.indices.first(where: { opens($0, in: text) }) {
      let ends = closing[text[open]] ?? []
      rest = text[text.index(after: open)...]
      guard let end = rest.indices.first(where: { ends.contains(text[$0]) && closes($0, in: text) })
      else { continue }
      var name = rest[..<end]
      while let last = name.last, ",.".contains(last) { name.removeLast() }
      let line = String(name).oneLine
      if isLong(line), line.count <= 200 { names.append(line) }
      rest = rest[rest.index(after: end)...]
    }
    return names
  }

  private static func opens(_ index: String.Index, in text: String) -> Bool {
    guard closing[text[index]] != nil else { return false }
    // » ends more quotations than it begins, and ' is an apostrophe.
    guard "'»".contains(text[index]), index > text.startIndex else { return true }
    let before = text[text.index(before: index)]
    return before.isWhitespace || "([-–—".contains(before)
  }

  /// Whether a mark ends a quotation; a single one may be an apostrophe.
  private static func closes(_ index: String.Index, in text: String) -> Bool {
    guard text[index] == "'" || text[index] == "’" else { return true }
    let next = text.index(after: index)
    return next == text.endIndex || !(text[next].isLetter || text[next].isNumber)
  }
}
