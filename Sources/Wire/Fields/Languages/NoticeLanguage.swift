/// What agencies that write in a language say when they kill a story.
///
/// Each of its words for a story has other meanings: *nota* is a mark, *matéria* a bill before parliament and
/// *сообщение* a claim, and courts annul them all. So the words must be put together as desks do: a request in the
/// first person or a command, the verb, the story, and then nothing but which story it is.
struct NoticeLanguage {
  /// Labels in whatever letters.
  var labels: [String] = []
  /// Labels in capitals: headlines say the same words.
  var capitals: [String] = []
  /// Words for a story of a wire.
  let stories: Set<Substring>
  /// Those of them that mean so much besides that a quotation, or whose it is, must stand behind them.
  let vague: Set<Substring>
  /// Articles and the like: all that may stand before a story that is the sender's own.
  let articles: Set<Substring>
  /// Words that say *our*.
  let possessives: Set<Substring>
  /// Words of which "which story" consists besides articles.
  let which: Set<Substring>
  /// Those of them that tell of a story that it was sent, or came before.
  let sent: Set<Substring>
  /// Words behind which a subject or a reason follows, whatever it is.
  let turns: Set<Substring>
  /// Words by which others' speech is told.
  let speech: Set<Substring>
  /// With what a sentence begins that turns to editors.
  let addresses: [String]
  /// What may stand before a request and calls upon editors.
  let callings: Set<Substring>
  /// With what a request begins that says who asks, or that it is asked.
  let courtesies: [[Substring]]
  /// The same where anybody may ask so.
  let pleas: [[Substring]]
  /// Verbs that kill.
  let kills: Set<Substring>
  /// Those of them that order it with no request before them, and what a party says of what it does itself.
  let commands: Set<Substring>
  /// Verbs of using, which a negation turns into an order.
  let uses: Set<Substring>
  /// Negations.
  let negations: Set<Substring>
  /// Words for "it".
  let pronouns: Set<Substring>
  /// What a party does to its story, behind its name.
  let doings: Set<Substring>
  /// What stands before the name of a party.
  let agencies: Set<Substring>
  /// What has become of a story.
  let statements: [String]
  /// How a reason or more of the order begins behind that.
  let reasons: [String]

  /// All of them.
  static let all = [spanish, italian, portuguese, russian]

  /// The words of a text, apart.
  static func words(_ text: String) -> Set<Substring> {
    Set(text.split(whereSeparator: \.isWhitespace))
  }

  /// Phrases with each of some endings.
  static func forms(_ endings: [String], of stems: String...) -> [String] {
    stems.flatMap { stem in endings.map { stem + $0 } }
  }

  /// Phrases, one a line, as their words.
  static func phrases(_ text: String) -> [[Substring]] {
    text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
  }
}
