internal import Stories

/// A story's fields as a reader finds them, before they are weighed against each other.
struct StoryDraft {
  /// The facts that need no weighing.
  var facts: WireFacts
  /// The identity that the source gives.
  var id: String?
  /// The outlet that the item itself names.
  var outlet: String?
  /// The headline.
  var headline: String?
  /// Where it stands on the web.
  var url: String?
  /// A BCP 47 language tag.
  var language: String?
  /// The text, paragraphs with empty lines between them.
  var text = ""
  /// When it was published, where that is not when the version was made.
  var published: Instant?
  /// Names of whose copy it is, the best first.
  var sources: [String?] = []
  /// Whether a sender in this format is an agency.
  var isAgencyWire = false
  /// Where in the delivery it begins.
  var line: Int?

  /// Starts an empty draft.
  init(_ format: String, line: Int? = nil) {
    facts = WireFacts(format: format)
    self.line = line
  }

  /// Reads a date; what is none is noted as a doubt.
  mutating func date(_ field: String, _ text: String?) -> Instant? {
    guard let text = text?.trimmed.nonEmpty else { return nil }
    if let instant = WireDate.instant(text) { return instant }
    facts.doubts.append("\(field) '\(text.prefix(40))' is not a date")
    return nil
  }

  /// Notes an embargo. One whose end can't be read never ends by itself.
  ///
  /// - Parameters:
  ///   - text: its end.
  ///   - dates: other dates of the story. Where the end tells no offset from UTC it has theirs: read in UTC, the end would
  ///     come hours early in the Americas.
  mutating func embargo(_ text: String, offsetOf dates: [String?] = []) {
    guard date("embargo", text) != nil, let end = WireDate.instant(text, offsetOf: dates) else {
      return facts.embargo = .never
    }
    facts.embargo = end
  }

  /// Notes the status by the word of any format.
  ///
  /// - Returns: whether the word says that the story is under an embargo.
  @discardableResult
  mutating func status(_ word: String?) -> Bool {
    switch StatusWord(word) {
    case .killed: facts.status = .killed
    case .held: facts.status = .held
    case .embargoed: return true
    case nil: break
    }
    return false
  }

  /// Takes over the paragraphs and asides of some markup.
  mutating func take(_ blocks: (text: String, asides: [Aside])) {
    text = blocks.text
    facts.asides += blocks.asides
  }
}

extension Instant {
  /// The end of an embargo that has none.
  static let never = Instant(milliseconds: 253_402_300_799_000)
}
