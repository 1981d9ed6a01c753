internal import Stories

/// What a notice tells editors to do with a story.
///
/// Words alone don't tell an order from news: troops are withdrawn, and a hearing is on hold until further notice. Nor
/// does it help that editors are turned to: "Eds: Adds details" stands in any update. So a sentence must say it of a
/// story.
struct NoticeOrders {
  /// Phrases that say it of the story that a sentence is about.
  private let phrases: [String]
  /// What orders it of a story; those that name none only where a sentence begins.
  private let commands: [String]

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
      "do not use", "must not be used", "should not be used", "please kill", "kill the ",
      "kill this ", "is killed", "has been killed", "kill is mandatory", "is withdrawn",
      "has been withdrawn", "has withdrawn", "withdraws", "is retracted", "has been retracted",
      "has been removed", "disregard", "nicht verwenden",
      "zurückgezogen", "ne pas utiliser", "est annulée",
    ],
    commands: [
      "kill the story", "kill this story", "please kill", "a kill is mandatory",
      "please disregard the story", "please disregard our story", "disregard the story",
      "please do not use", "do not use the story", "do not use this story",
      "please withdraw the story", "bitte verwenden sie die meldung", "bitte nicht verwenden",
      "prière de ne pas utiliser", "veuillez ne pas utiliser", "prière d'annuler",
      "veuillez annuler", "prière de ne pas tenir compte de notre dépêche",
    ])
  private static let hold = NoticeOrders(
    phrases: [
      "do not use", "must not be used", "should not be used", "please hold", "hold the ",
      "hold this ", "until further notice", "is on hold", "withhold",
    ],
    commands: [
      "please hold the story", "please hold this story", "hold the story", "hold this story",
      "please do not use", "do not use the story", "withhold the story",
    ])
  private static let release = NoticeOrders(
    phrases: [
      "may be used", "may now be used", "is cleared for", "hold is lifted", "is released",
      "hold lifted",
      "has been released",
    ],
    commands: ["the hold on the story", "you may now use the story", "the hold is lifted"])

  /// What a sentence about a story calls it.
  private static let copy: Set<Substring> = ["story", "dispatch", "meldung", "dépêche"]
  /// Words of a sentence among which it must be called so.
  private static let subject = 6

  /// Whether a text holds such an order.
  func stand(in text: String) -> Bool {
    let lower = NoticeOrders.unquoted(text.lowercased())
    guard (phrases + commands).contains(where: { lower.contains($0) }) else { return false }
    return NoticeOrders.sentences(of: lower).contains { sentence in
      commands.contains {
        NoticeOrders.isAboutCopy($0[...]) ? sentence.contains($0) : sentence.hasPrefix($0)
      } || NoticeOrders.isAboutCopy(sentence) && phrases.contains { sentence.contains($0) }
    }
  }

  private static func isAboutCopy(_ sentence: Substring) -> Bool {
    sentence.split { !$0.isLetter }.prefix(subject).contains { copy.contains($0) }
  }

  /// Sentences from their first letter on, behind what turns to editors; what somebody is quoted with is none.
  private static func sentences(of text: String) -> [Substring] {
    text.split { $0.isNewline || ".!?".contains($0) }.compactMap { sentence in
      let start = sentence.prefix { !$0.isLetter }
      guard !start.contains(where: { "\"“”„«‘'".contains($0) }) else { return nil }
      let words = sentence[start.endIndex...]
      guard addresses.contains(where: { words.hasPrefix($0) }),
        let colon = words.prefix(40).firstIndex(of: ":"),
        words[..<colon].split(whereSeparator: { !$0.isLetter }).count <= 3
      else { return words }
      return words[words.index(after: colon)...].drop { !$0.isLetter }
    }
  }

  /// A text without what stands in double quotation marks on one line: headlines, and what others said.
  private static func unquoted(_ text: String) -> String {
    var (left, quotation): (String, String?) = ("", nil)
    for character in text {
      switch (character, quotation) {
      case ("\"", nil), ("“", _), ("„", _), ("«", _):
        left += quotation ?? ""
        quotation = ""
      case ("\"", _?), ("”", _?), ("»", _?): quotation = nil
      case (let character, _?) where !character.isNewline: quotation?.append(character)
      case (let character, let open):
        left += (open ?? "") + String(character)
        quotation = nil
      }
    }
    return left + (quotation ?? "")
  }

  private static let addresses = ["eds", "editors", "note to editors", "attention", "redaktion"]
}
