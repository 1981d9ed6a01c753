/// What is measured of a segment by itself, besides its words. The names are those of the model's file.
public enum TextFeature: Int, CaseIterable, Sendable {
  /// Always 1.
  case constant
  /// Logarithm of the number of words.
  case length
  case upToThreeWords, upToSevenWords, upToFifteenWords, overFortyWords
  /// Share of function words among the words.
  case commonWords
  /// Eight words or more, fewer than one in six of them a function word.
  case fewCommonWords
  case endsSentence, endsInColon, endsOpen, asksQuestion
  /// Share of words that begin with a capital; that consist of capitals; that begin with a figure.
  case capitalised, allCapitals, figures
  case secondPerson, firstPlural, beginsWithCall, speech
  case quotes, beginsWithQuote, dash
  /// A web or mail address; a rights sign; signs that stand between or before links; a time of day.
  case address, rightsSign, linkSign, clockTime
  case commentCue, newsletterCue, videoCue, relatedCue, authorCue, copyrightCue, creditCue
  case editorCue, killCue, captionCue
  case strongCue
  /// A cue that nearly proves its kind, in twelve words or fewer; cues over the root of the words' number.
  case shortStrongCue, cueDensity
  /// Speaks to the reader or as the outlet, with neither quotation marks nor a verb of speaking.
  case unquotedPerson
  /// Begins with a dash, as the signature of a quoted post does.
  case beginsWithDash
  /// The story is in a language that the model was not trained on.
  case foreign

  /// How many there are, by the last of them: a stored number would be looked up at each use.
  public static var count: Int { foreign.rawValue + 1 }

  /// The feature that counts the cues of a kind.
  static func cue(_ number: Int) -> Int { commentCue.rawValue + number }

  /// The name in the model's file.
  public var name: String { "\(self)" }

  /// What a person is told when this speaks for boilerplate, or nil where it would tell nothing.
  var reason: String? {
    switch self {
    case .upToThreeWords, .upToSevenWords: "very short"
    case .fewCommonWords: "few function words"
    case .endsInColon: "ends in a colon"
    case .endsOpen: "no full stop"
    case .capitalised, .allCapitals: "written like a heading"
    case .secondPerson, .unquotedPerson: "speaks to the reader"
    case .firstPlural: "speaks as the outlet"
    case .beginsWithCall: "begins with a call to the reader"
    case .address: "an address"
    case .rightsSign: "a rights sign"
    case .linkSign: "signs of a row of links"
    case .clockTime: "a time stamp"
    default: nil
    }
  }
}
