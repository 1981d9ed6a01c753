/// What a person said of a segment: that it is boilerplate, or that it is not. It goes before what recurs and
/// before the model, and is never forgotten.
public struct BoilerplateRuling: Hashable, Sendable {
  /// The answer to the question whether it is boilerplate.
  public enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is.
    case confirmed
    /// It is not.
    case rejected
  }

  /// The segment.
  public let segment: SegmentKey
  /// In whose stories; nil for everybody's.
  public let outlet: Outlet?
  /// What was said.
  public let answer: Answer
  /// What the segment is for.
  public let kind: BoilerplateKind
  /// What it reads, so that its key can be made anew.
  public let text: String
  /// Who said it.
  public let person: String
  /// When.
  public let at: Instant

  /// Makes a ruling.
  public init(
    segment: SegmentKey, outlet: Outlet?, answer: Answer, kind: BoilerplateKind, text: String,
    person: String, at: Instant
  ) {
    (self.segment, self.outlet, self.answer) = (segment, outlet, answer)
    (self.kind, self.text, self.person, self.at) = (kind, text, person, at)
  }

  /// The ruling as the reason of a change, for a person to read.
  public var sentence: String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let quoted = words.count > 60 ? words.prefix(60) + "…" : words[...]
    let said = answer == .confirmed ? "confirmed as boilerplate" : "rejected as boilerplate"
    let place = outlet.map { " in \($0.name)" } ?? ""
    return "'\(quoted)' was \(said)\(place) by \(person)"
  }
}

/// A segment of a story that counts as boilerplate, or of which a person said whether it does.
public struct SegmentSighting: Hashable, Sendable {
  /// The segment's key.
  public let segment: SegmentKey
  /// What it is for.
  public let kind: BoilerplateKind
  /// What it reads in this story, cut at some length.
  public let text: String

  /// Makes a sighting.
  public init(segment: SegmentKey, kind: BoilerplateKind, text: String) {
    (self.segment, self.kind, self.text) = (segment, kind, text)
  }
}
