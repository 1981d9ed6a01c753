internal import Stories

/// What a notice tells editors to do with a story.
///
/// Words alone don't tell an order from news: troops are withdrawn, and a hearing is on hold until further notice. So
/// either the text turns to editors, or a sentence says it of a story.
struct NoticeOrders {
  /// Phrases that say it of whatever editors were turned to about.
  private let phrases: [String]
  /// What a sentence begins with that orders it of a story.
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
      "has been withdrawn", "has withdrawn", "withdraws", "disregard", "nicht verwenden",
      "zurückgezogen", "ne pas utiliser", "est annulée",
    ],
    commands: [
      "kill the story", "kill this story", "please kill", "a kill is mandatory",
      "please disregard the story", "please disregard our story", "disregard the story",
      "please do not use", "do not use the story", "do not use this story",
      "please withdraw the story", "bitte verwenden sie die meldung", "bitte nicht verwenden",
      "prière de ne pas utiliser", "veuillez ne pas utiliser", "prière d'annuler",
      "veuillez annuler",
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
      "may be used", "may now be used", "hold is lifted", "is released", "hold lifted",
      "has been released",
    ],
    commands: ["the hold on the story", "you may now use the story", "the hold is lifted"])

  /// What a sentence about a story calls it.
  private static let copy: Set<Substring> = ["story", "dispatch", "item", "meldung", "dépêche"]
  /// Words of a sentence among which it must be called so.
  private static let subject = 6

  /// Whether a text holds such an order.
  func stand(in text: String) -> Bool {
    let lower = text.lowercased()
    guard let phrase = (phrases + commands).first(where: { lower.contains($0) }) else {
      return false
    }
    if phrase == "a kill is mandatory" || NoticeOrders.turnsToEditors(lower) { return true }
    return NoticeOrders.sentences(of: lower).contains { sentence in
      commands.contains { sentence.hasPrefix($0) }
        || NoticeOrders.isAboutCopy(sentence) && phrases.contains { sentence.contains($0) }
    }
  }

  /// Whether a line turns to editors: "Editors:", "Eds:", "EDITORS/NEWS DIRECTORS:", "À l'attention des rédactions -".
  private static func turnsToEditors(_ lower: String) -> Bool {
    lines(of: lower).contains { line in
      guard addresses.contains(where: { line.hasPrefix($0) }) else { return false }
      let address = line.prefix(60).prefix { !":-–—".contains($0) }
      // What is said of editors is no address to them.
      return address.endIndex < line.endIndex && address.count < 60
        && address.split(separator: " ").count <= 6
    }
  }

  private static let addresses = [
    "editors", "eds", "note to editors", "attention editors", "attention:", "attention -",
    "to editors", "news editors", "redaktion", "achtung", "rédactions", "attention rédactions",
    "à l'attention", "a l'attention",
  ]

  private static func isAboutCopy(_ sentence: Substring) -> Bool {
    sentence.split { !$0.isLetter }.prefix(subject).contains { copy.contains($0) }
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { !$0.isLetter } }
  }

  /// Sentences from their first letter on; what somebody is quoted with is none.
  private static func sentences(of text: String) -> [Substring] {
    text.split { $0.isNewline || ".!?".contains($0) }.compactMap { sentence in
      let start = sentence.prefix { !$0.isLetter }
      return start.contains { "\"“”„«‘'".contains($0) } ? nil : sentence[start.endIndex...]
    }
  }
}
