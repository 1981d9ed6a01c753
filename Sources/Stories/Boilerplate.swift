/// What a piece of boilerplate is for.
public enum BoilerplateKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Rules of the comments below a story, and calls to comment.
  case commentPolicy = "comment policy"
  /// Calls to subscribe, register, sign up or install.
  case newsletter = "newsletter or app call"
  /// What a video or audio player says.
  case videoPlayer = "video player"
  /// Links to other stories, and their headlines.
  case relatedLinks = "related links"
  /// Who the author is and where to follow or write to them.
  case authorBox = "author box"
  /// Rights, terms, privacy and cookies.
  case copyright
  /// Who reported, edited or supplied the story.
  case creditLine = "credit line"
  /// What the desk says about the story: updated, corrected, first published elsewhere.
  case editorsNote = "editor's note"
  /// An agency's demand not to use a story.
  case killNotice = "kill notice"
  /// Who took a picture or made a graphic.
  case captionCredit = "caption credit"
  /// Anything else that a story carries whatever it reports.
  case other
}

/// A stretch of a text that is boilerplate, by somebody's word.
public struct BoilerplateMark: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes of the text.
  public let range: Range<Int>
  /// What it is for.
  public let kind: BoilerplateKind
  /// What speaks for it, for a person to read.
  public let why: String
  /// How sure that is, from 0 to 1.
  public let probability: Double

  /// Makes a mark.
  public init(range: Range<Int>, kind: BoilerplateKind, why: String, probability: Double) {
    (self.range, self.kind, self.why, self.probability) = (range, kind, why, probability)
  }
}
