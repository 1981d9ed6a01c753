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

  private static func place(in words: Substring) -> Substring? {
    words.split { !$0.isLetter }.prefix(subject).first { copy.contains($0) }
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
    let own = senders.flatMap { $0.split { !$0.isLetter } }
    return words[..<story.startIndex].split { !$0.isLetter }.allSatisfy { word in
      NoticeSentence.articles.contains(word) || own.contains(word)
    }
  }

  /// Articles, and what a date is made of.
  private static let articles = Set(
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
    "weil", "da ", "wegen", "bis ", "car ", "pour ", "jusqu",
  ]

  /// The sentences of a text; what somebody is quoted with is none.
  static func all(of text: String) -> [NoticeSentence] {
    withoutStopsOfMonths(text).split { $0.isNewline || ".!?".contains($0) }.compactMap { sentence in
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

  private static let addresses = [
    "eds", "editors", "note to ", "attention", "achtung", "redaktion", "an die redaktion",
    "clients", "subscribers", "kunden",
  ]

  /// "The Nov. 29 story" is one sentence.
  private static func withoutStopsOfMonths(_ text: String) -> String {
    var kept = ""
    for piece in text.split(separator: ". ", omittingEmptySubsequences: false) {
      if !kept.isEmpty {
        let last = kept.reversed().prefix(while: \.isLetter).reversed()
        let isMonth = (3...4).contains(last.count) && WireDate.month(String(last)) != nil
        kept += isMonth && piece.first?.isNumber == true ? " " : ". "
      }
      kept += piece
    }
    return kept
  }

  /// Without place and agency: `port ansel (npa) _`.
  private static func withoutDateline(_ words: Substring) -> Substring {
    let head = words.prefix(70)
    let end = [") - ", ") – ", ") — ", ") _ ", ") -- "].compactMap { head.firstRange(of: $0) }
      .map(\.upperBound).min()
    return end.map { words[$0...].drop { !$0.isLetter && !$0.isNumber } } ?? words
  }

  /// What stands for a quotation that was taken out.
  private static let quotation: Character = "\u{FFFC}"

  /// A text without what stands in double quotation marks on one line: headlines, and what others said. A sign is left
  /// where it stood.
  static func unquoted(_ text: String) -> String {
    var (left, quotation): (String, String?) = ("", nil)
    for character in text {
      switch (character, quotation) {
      case ("\"", nil), ("“", _), ("„", _), ("«", _):
        left += quotation ?? ""
        quotation = ""
      case ("\"", _?), ("”", _?), ("»", _?):
        quotation = nil
        left.append(NoticeSentence.quotation)
      case (let character, _?) where !character.isNewline: quotation?.append(character)
      case (let character, let open):
        left += (open ?? "") + String(character)
        quotation = nil
      }
    }
    return left + (quotation ?? "")
  }
}
