/// German and French have the story of a wire and others' words for it in one: a candidate's *Meldung* is that she
/// stands. So more is asked of these sentences; when in doubt they are news.
extension NoticeSentence {
  /// Words for a story that mean other things too.
  private static let ambiguous: Set<Substring> = ["meldung", "dépêche"]

  /// Where the story stands that such a word names, nil where a plain one does or none.
  private var ambiguousStory: Substring? {
    NoticeSentence.place(in: words).flatMap {
      NoticeSentence.ambiguous.contains($0) ? $0 : nil
    }
  }

  /// Whether nothing stands between the story and a phrase behind it but which story it is, by quotation, number and
  /// date: so in "die Meldung npa0123 vom Montag wird zurückgezogen", and neither in "die Meldung der Kandidatin ist
  /// zurückgezogen" nor in "die Meldung über das Wasser wird zurückgezogen".
  ///
  /// - Parameters:
  ///   - phrase: what is said of the story.
  ///   - senders: names of who sent it, in small letters.
  /// - Returns: true too for a sentence that turns to editors, or whose word for a story means nothing else.
  func saysOnlyWhich(before phrase: String, _ senders: [String]) -> Bool {
    guard !isAddressed, let story = ambiguousStory,
      let range = words[story.endIndex...].firstRange(of: phrase)
    else { return true }
    let between = words[story.endIndex..<range.lowerBound]
    // A second quotation is another party's name.
    guard between.count(where: { $0 == NoticeSentence.quotation }) < 2 else { return false }
    let own = NoticeSentence.words(of: senders)
    return between.split(whereSeparator: NoticeSentence.parts).allSatisfy { word in
      word.contains(where: \.isNumber) || NoticeSentence.articles.contains(word)
        || NoticeSentence.which.contains(word) || own.contains(word)
    }
  }

  /// Whether it begins with the sender's own story and says which one; behind a word that means other things too, at
  /// once.
  func namesOwnStory(_ senders: [String]) -> Bool {
    guard namesIt, isAddressed || hasOwnSubject(senders) else { return false }
    guard !isAddressed, let story = ambiguousStory else { return isAboutCopy }
    let next = words[story.endIndex...].drop { $0.isWhitespace || $0 == "(" }
    if next.first == NoticeSentence.quotation { return true }
    let word = next.prefix { !NoticeSentence.parts($0) }
    return word.contains(where: \.isNumber) || NoticeSentence.words(of: senders).contains(word)
  }

  private static func parts(_ character: Character) -> Bool {
    !character.isLetter && !character.isNumber && character != "-"
  }

  /// Words of which "which story" consists besides articles and dates.
  private static let which = Set(
    """
    der dem den mit unter vom von am um uhr titel überschrift stichwort wird wurde ist hiermit ersatzlos sofort ab
    bitte und sowie gestern heute morgen - – —
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    le de du ce et est a été à sous titre titrée intitulée diffusée transmise publiée envoyée émise numéro no n
    hier lundi mardi mercredi jeudi vendredi samedi dimanche heures h gmt
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    """.split(whereSeparator: \.isWhitespace))

  /// Whether the notice goes on about the story, its reason or who reads it, or not at all. A sentence that names no
  /// story and turns to nobody may begin news: "Die Meldung wird zurückgezogen. In Talburg war …".
  ///
  /// - Parameter sentences: all of the text, of which this is the first.
  /// - Returns: whether it does; true for a sentence that says more, or whose word for a story means nothing else.
  func isAlone(among sentences: [NoticeSentence]) -> Bool {
    guard !isAddressed, !namesIt, ambiguousStory != nil else { return true }
    return sentences.dropFirst().allSatisfy { sentence in
      sentence.isAddressed || sentence.isAboutCopy || sentence.asks
        || NoticeSentence.reasonsAhead.contains { sentence.words.hasPrefix($0) }
        || NoticeSentence.replacements.contains { sentence.words.contains($0) }
    }
  }

  /// How a sentence about the reason begins.
  private static let reasonsAhead = [
    "grund", "begründung", "motif", "raison", "merci", "prière", "veuillez", "wir ", "nous ",
  ]
  private static let replacements = [
    "ersatz", "korrigiert", "neue fassung", "remplac", "nouvelle version",
  ]

  /// Whether it ends with a word, but for signs.
  func ends(with word: String) -> Bool {
    let rest = words.reversed().drop { !$0.isLetter }
    return rest.starts(with: word.reversed())
      && rest.dropFirst(word.count).first?.isLetter != true
  }
}
