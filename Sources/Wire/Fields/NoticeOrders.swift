internal import Stories

/// What a notice tells editors to do with a story.
///
/// Words alone don't tell an order from news: troops are withdrawn, and a hearing is on hold until further notice. Nor
/// does it help that editors are turned to: "Eds: Adds details" stands in any update. So a sentence must order it of a
/// story, or tell of it and be what the notice is there for: news tells of others' stories that were withdrawn, too.
struct NoticeOrders {
  /// Phrases that order it of the story that a sentence is about.
  private let phrases: [String]
  /// Phrases that tell it of the story.
  private let statements: [String]
  /// What orders it where a sentence begins so.
  private let commands: [String]
  /// What a party does to its own story, behind "we" or the party's name.
  private var doings: [String] = []
  /// The same in German, where the verb's second part ends the sentence.
  private var partedDoings: [String] = []
  /// Languages in which it is told by rules of their own; where there are any, further ones tell it in whole phrases.
  private var languages: [NoticeLanguage] = []

  /// The orders of a kind.
  static func of(_ kind: WireNotice.Kind) -> NoticeOrders {
    switch kind {
    case .kill: kill
    case .hold: hold
    case .release: release
    }
  }

  private static let kill = NoticeOrders(
    phrases: [
      "do not use", "must not be used", "should not be used", "please kill", "kindly kill",
      "kill the ", "kill this ", "kill is mandatory", "disregard", "nicht verwenden",
      "nicht mehr verwenden", "ne pas utiliser", "ne plus utiliser", "don't use",
    ],
    statements: [
      "is killed", "has been killed", "is withdrawn", "has been withdrawn", "is retracted",
      "has been retracted", "has been removed", "zurückgezogen", "est annulée",
      "a été annulée", "est retirée", "a été retirée", "darf nicht verwendet werden",
      "darf nicht mehr verwendet werden", "nicht mehr zu verwenden", "ist hinfällig",
    ],
    commands: [
      "kill the story", "kill this story", "kill our story", "please kill", "a kill is mandatory",
      "a mandatory kill", "this is a mandatory kill",
      "please disregard the story", "please disregard our ", "disregard the story",
      "please do not use", "do not use the story", "do not use this story",
      "please don't use", "don't use the story", "don't use this story",
      "please withdraw the story", "bitte verwenden sie die meldung", "bitte nicht verwenden",
      "bitte nicht mehr verwenden", "prière de ne pas utiliser", "prière de ne pas l'utiliser",
      "veuillez ne pas utiliser", "veuillez ne pas l'utiliser", "merci de ne pas utiliser",
      "merci de ne pas l'utiliser", "prière d'annuler", "veuillez annuler", "merci d'annuler",
      "prière de ne pas tenir compte de notre dépêche",
    ],
    doings: [
      "withdraw", "withdraws", "have withdrawn", "has withdrawn", "are withdrawing",
      "is withdrawing", "retract", "retracts", "have retracted", "has retracted", "are retracting",
      "is retracting", "are killing", "is killing", "have killed", "has killed", "annulons",
      "annule", "retirons", "retire",
    ],
    partedDoings: [
      "zieht ihre meldung", "zieht die meldung", "ziehen unsere meldung", "ziehen die meldung",
    ], languages: NoticeLanguage.all)
  private static let hold = NoticeOrders(
    phrases: [
      "do not use", "don't use", "must not be used", "should not be used", "please hold",
      "hold the ", "hold this ", "withhold",
    ],
    statements: ["until further notice", "is on hold"],
    commands: [
      "please hold the story", "please hold this story", "hold the story", "hold this story",
      "please do not use", "do not use the story", "please don't use", "don't use the story",
      "withhold the story",
    ])
  private static let release = NoticeOrders(
    phrases: [],
    statements: [
      "may be used", "may now be used", "is cleared for", "hold is lifted", "is released",
      "hold lifted", "has been released",
    ],
    commands: ["the hold on the story", "you may now use the story", "the hold is lifted"])

  /// Whether a text holds such an order.
  ///
  /// - Parameters:
  ///   - text: a note, or a text without the line that bears the label.
  ///   - senders: names of who sent it.
  ///   - isLabel: whether it is this line, which may order and tells nothing: "Meldung zurückgezogen: …" stands above
  ///     news too.
  /// - Returns: whether it does.
  func stand(in text: String, by senders: [String], isLabel: Bool = false) -> Bool {
    // Desks and keyboards differ in apostrophes.
    let lower = NoticeSentence.unquoted(text.lowercased().replacing("’", with: "'"))
    if !languages.isEmpty, !isLabel, NoticePhrases.all.contains(where: { $0.stand(in: text) }) {
      return true
    }
    let senders = senders.map { $0.lowercased() }
    let sentences = NoticeSentence.all(of: lower)
    let own = Set(NoticeSentence.words(of: senders))
    if sentences.indices.contains(where: { place in
      languages.contains { $0.orders(place, of: sentences, by: own, isLabel: isLabel) }
    }) {
      return true
    }
    guard
      (phrases + statements + commands + doings + partedDoings).contains(where: {
        lower.contains($0)
      })
    else { return false }
    let isBrief =
      lower.utf8.count <= NoticeOrders.brief && !sentences.dropFirst().contains(where: \.isReport)
    return sentences.enumerated().contains { place, sentence in
      orders(sentence, at: place, of: sentences, senders) || isDoing(sentence, of: senders)
        || !isLabel && (sentence.isAddressed || place == 0 && (isBrief || sentence.namesIt))
          && tells(sentence, senders, sentences)
    }
  }

  /// Longest notice that turns to nobody and names no story, in bytes.
  private static let brief = 700

  private func orders(
    _ sentence: NoticeSentence, at place: Int, of sentences: [NoticeSentence], _ senders: [String]
  ) -> Bool {
    let words = sentence.words
    return commands.contains { command in
      words.hasPrefix(command) && NoticeOrders.isMeant(words, by: command)
        && NoticeOrders.isOfStory(command, at: place, of: sentences, senders)
    }
      || (sentence.asks ? commands.filter(NoticeSentence.isAboutCopy) : []).contains {
        sentence.says($0) && NoticeOrders.isMeant(words, by: $0)
      }
      || sentence.isAboutCopy
        && phrases.contains { sentence.says($0) && sentence.saysOnlyWhich(before: $0, senders) }
  }

  /// Whether a command is about a story: "please do not use" may be about tablets, unless the sentence speaks of a
  /// story, or one before it of a certain one, or editors are turned to, or nothing else is said.
  private static func isOfStory(
    _ command: String, at place: Int, of sentences: [NoticeSentence], _ senders: [String]
  ) -> Bool {
    guard ["use", "verwenden", "utiliser"].contains(where: { command.hasSuffix($0) }) else {
      return true
    }
    let sentence = sentences[place]
    let rest = sentence.words.dropFirst(command.count)
    return sentence.isAddressed || sentences.count == 1 && !rest.contains(where: \.isLetter)
      || NoticeSentence.place(in: rest, among: 3) != nil
      || sentences[..<place].contains { $0.namesOwnStory(senders) }
  }

  /// A request is one not to use it only where it says so: "Bitte verwenden Sie die Meldung" may go on otherwise.
  private static func isMeant(_ words: Substring, by command: String) -> Bool {
    command != "bitte verwenden sie die meldung" || words.contains("nicht")
  }

  private func isDoing(_ sentence: NoticeSentence, of senders: [String]) -> Bool {
    guard sentence.isAboutCopy else { return false }
    let names = senders.flatMap { [$0, "die \($0)", "der \($0)", "l'\($0)"] }
    return (["we", "wir", "nous"] + names).contains { party in
      doings.contains { sentence.words.hasPrefix("\(party) \($0) ") }
        || sentence.ends(with: "zurück")
          && partedDoings.contains { sentence.words.hasPrefix("\(party) \($0) ") }
    }
  }

  /// Whether a sentence says of the sender's own story what has become of it, and nothing else.
  private func tells(
    _ sentence: NoticeSentence, _ senders: [String], _ sentences: [NoticeSentence]
  ) -> Bool {
    guard sentence.isAboutCopy, sentence.isAddressed || sentence.hasOwnSubject(senders) else {
      return false
    }
    return statements.contains { statement in
      sentence.says(statement) && sentence.ends(behind: statement)
        && sentence.saysOnlyWhich(before: statement, senders)
    } && sentence.isAlone(among: sentences)
  }
}
