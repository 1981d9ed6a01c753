/// A sentence of what may be a notice, in small letters.
struct NoticeSentence {
  /// The sentence behind its dateline and what turns to editors.
  let words: Substring
  /// Whether it turns to editors.
  let isAddressed: Bool

  /// What a sentence about a story calls it.
  private static let copy: Set<Substring> = ["story", "dispatch", "meldung", "dépêche"]
  /// Words of a sentence among which it must be called so.
  private static let subject = 6

  /// Whether it is about a story.
  var isAboutCopy: Bool { NoticeSentence.place(in: words) != nil }

  /// Whether some words name a story.
  static func isAboutCopy(_ words: String) -> Bool { place(in: words[...]) != nil }

  /// Where some words call it so, among the first of them.
  static func place(in words: Substring, among most: Int = subject) -> Substring? {
    words.split { !$0.isLetter }.prefix(most).first { copy.contains($0) }
  }

  /// Whether it asks something of who reads it.
  var asks: Bool {
    isAddressed
      || ["please", "editors", "clients", "subscribers", "customers", "users", "you ", "bitte"]
        .contains { words.contains($0) }
  }

  /// Whether it says something by itself rather than as what others say: "the story, which said that …, is withdrawn"
  /// does, "the paper said that the story is withdrawn" doesn't, nor "the story is withdrawn, it said".
  func says(_ phrase: String) -> Bool {
    guard let range = words.firstRange(of: phrase) else { return false }
    let before = words[..<(NoticeSentence.place(in: words)?.startIndex ?? range.lowerBound)]
    return ![before, words[range.upperBound...]].contains { part in
      part.split { !$0.isLetter }.contains { NoticeSentence.saying.contains($0) }
    }
  }

  /// Whether it reports what somebody says, as running news does.
  var isReport: Bool {
    words.split { !$0.isLetter }.contains { NoticeSentence.saying.contains($0) }
  }

  /// Whether it says which story it is about, by a headline, a slug or a date.
  var namesIt: Bool {
    words.contains(NoticeSentence.quotation) || words.contains(where: \.isNumber)
      || ["headlined", "slugged", "titled"].contains { words.contains($0) }
  }

  private static let saying: Set<Substring> = [
    "said", "says", "saying", "told", "wrote", "announced", "confirmed", "reported", "according",
    "added", "sagte", "sagt", "teilte", "schrieb", "erklärte", "hieß", "déclaré", "annoncé", "dit",
  ]

  /// Whether it begins with the story, named by no other party than the sender.
  func hasOwnSubject(_ senders: [String]) -> Bool {
    guard let story = NoticeSentence.place(in: words) else { return false }
    let own = NoticeSentence.words(of: senders)
    return words[..<story.startIndex].split { !$0.isLetter }.allSatisfy { word in
      NoticeSentence.articles.contains(word) || own.contains(word)
    }
  }

  /// Of what words the names of some parties are made.
  static func words(of senders: [String]) -> [Substring] {
    senders.flatMap { $0.split { !$0.isLetter } }
  }

  /// Articles, and what a date is made of.
  static let articles = Set(
    """
    the this our above earlier previous following original first of s th st nd rd
    die diese unsere la notre cette
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar februar märz mai juni juli oktober dezember vom
    """.split(whereSeparator: \.isWhitespace))

  /// Whether a phrase ends what is said, or only reasons follow: no story of a wire is "withdrawn from cinemas".
  func ends(behind phrase: String) -> Bool {
    guard let range = words.firstRange(of: phrase) else { return false }
    let rest = words[range.upperBound...].drop { $0.isWhitespace }
    guard let next = rest.first, next.isLetter || next.isNumber else { return true }
    return isAddressed || NoticeSentence.reasons.contains { rest.hasPrefix($0) }
  }

  private static let reasons = [
    "because", "as ", "due ", "since ", "owing ", "pending", "until", "again", "from the wire",
    "from our", "from all", "in error", "in full", "for publication", "for use", "for release",
    "publication", "use", "release", "immediate", "and must", "and should", "and will", "and may",
    "weil", "da ", "wegen", "bis ", "und darf", "und ist", "und wird", "car ", "pour ", "jusqu",
    "et ne ",
  ]

  /// The sentences of a text; what somebody is quoted with is none.
  static func all(of text: String) -> [NoticeSentence] {
    withoutStopsOfDates(text).split { $0.isNewline || ".!?".contains($0) }.compactMap { sentence in
      let start = sentence.prefix { !$0.isLetter && !$0.isNumber }
      guard !start.contains(where: { "\"“”„«‘'".contains($0) }) else { return nil }
      let words = withoutDateline(sentence[start.endIndex...])
      guard words.contains(where: \.isLetter) else { return nil }
      guard addresses.contains(where: { words.hasPrefix($0) }),
        let sign = words.prefix(40).firstIndex(where: { ":,".contains($0) }),
        words[..<sign].split(whereSeparator: { !$0.isLetter }).count <= 3
      else { return NoticeSentence(words: words, isAddressed: false) }
      let rest = words[words.index(after: sign)...].drop { !$0.isLetter }
      return NoticeSentence(words: rest, isAddressed: true)
    }
  }

  private static let addresses =
    [
      "eds", "editors", "note to ", "attention", "achtung", "redaktion", "an die redaktion",
      "clients", "subscribers", "kunden",
    ] + NoticeLanguage.all.flatMap(\.addresses)

  /// "The Nov. 29 story" is one sentence, and so is "am 3. März um 18.05 Uhr".
  private static func withoutStopsOfDates(_ text: String) -> String {
    var kept = ""
    for piece in text.split(separator: ".", omittingEmptySubsequences: false) {
      if !kept.isEmpty || piece.startIndex > text.startIndex {
        kept += isStopOfDate(behind: kept, before: piece) ? "" : "."
      }
      kept += piece
    }
    return kept
  }

  private static func isStopOfDate(behind kept: String, before piece: Substring) -> Bool {
    guard let next = piece.first, let last = kept.last else { return false }
    if last.isNumber, next.isNumber { return true }
    guard next == " " else { return false }
    let word = piece.dropFirst().prefix { $0.isLetter || $0.isNumber }
    // "3. März", and not "in 2026. March was cold".
    if last.isNumber { return kept.suffix(3).count(where: \.isNumber) < 3 && isMonth(word) }
    let before = kept.suffix(5).reversed().prefix(while: \.isLetter).reversed()
    return (3...4).contains(before.count) && word.first?.isNumber == true
      && WireDate.month(String(before)) != nil
  }

  private static func isMonth(_ word: Substring) -> Bool {
    months.contains(word) || (3...4).contains(word.count) && WireDate.month(word) != nil
  }

  private static let months: Set<Substring> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember",
  ]

  /// Without place and agency: `port ansel (npa) _`, `(npa) - roma, 3 mar -`.
  private static func withoutDateline(_ words: Substring) -> Substring {
    let head = words.prefix(70)
    let end = [") - ", ") – ", ") — ", ") _ ", ") -- "].compactMap { head.firstRange(of: $0) }
      .map(\.upperBound).min()
    guard let end else { return words }
    let rest = words[end...].drop { !$0.isLetter && !$0.isNumber }
    guard let dash = rest.prefix(40).firstRange(of: " - ") else { return rest }
    let date = rest[..<dash.lowerBound].split { !$0.isLetter && !$0.isNumber }
    return (2...4).contains(date.count) && date.contains { $0.allSatisfy(\.isNumber) }
      ? rest[dash.upperBound...].drop { !$0.isLetter && !$0.isNumber } : rest
  }

  /// What stands for a quotation that was taken out.
  static let quotation: Character = "\u{FFFC}"

  /// A text without what stands in double quotation marks on one line: headlines, and what others said. A sign is left
  /// where it stood.
  static func unquoted(_ text: String) -> String {
    var (left, quotation): (String, String?) = ("", nil)
    var opening: Character = "\""
    for character in text {
      switch (character, quotation) {
      case ("“", _?) where opening == "„", ("«", _?) where opening == "»", ("\"", _?), ("”", _?),
        ("»", _?):
        quotation = nil
        left.append(NoticeSentence.quotation)
      case ("\"", nil), ("“", _), ("„", _), ("«", _), ("»", nil):
        left += quotation ?? ""
        quotation = ""
        opening = character
      case (let character, _?) where !character.isNewline: quotation?.append(character)
      case (let character, let open):
        left += (open ?? "") + String(character)
        quotation = nil
      }
    }
    return left + (quotation ?? "")
  }
}
