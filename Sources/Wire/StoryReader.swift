public import Stories

/// Reads the stories out of one format. One type a format; `Readers` lists them.
public protocol StoryReader: Sendable {
  /// The format's name, as reasons and tables print it.
  var format: String { get }

  /// Whether some bytes look like this format. Looks at the content; the file's name proves nothing.
  func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool

  /// Reads all stories in order.
  ///
  /// - Parameters:
  ///   - bytes: the whole delivery.
  ///   - delivery: under which name and outlet it came.
  ///   - each: called with every story, and with a refusal for each part that is none. May throw to stop.
  /// - Throws: what `each` throws; a reader itself reports through `each`.
  func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows
}

/// How some bytes reached us.
public struct Delivery: Hashable, Sendable {
  /// The name without folders and ending: the identity of a story that gives none.
  public let name: String
  /// The outlet by the folder's or the command's word; a story's own word goes first.
  public let outlet: Outlet?
  /// Bounds on what is read.
  public let limits: Limits

  /// Makes a delivery.
  public init(name: String, outlet: Outlet? = nil, limits: Limits = Limits()) {
    (self.name, self.outlet, self.limits) = (name, outlet, limits)
  }
}

/// What a reader made of one part of a delivery.
public enum Outcome: Sendable {
  /// A story.
  case story(DeliveredStory)
  /// A part that can't be read, and why.
  case refused(Refusal)
}

/// A story and how it is known again.
public struct DeliveredStory: Sendable {
  /// The story.
  public let story: Story
  /// SHA-256 over its fields: the same story delivered twice has the same digest.
  public let digest: ContentDigest
  /// Whether the source gave the id; otherwise it was made from the name of the delivery.
  public let identityIsGiven: Bool

  /// Makes it, working out the digest.
  ///
  /// - Parameters:
  ///   - story: the story.
  ///   - identityIsGiven: whether the source gave the id. An id made from a file's name is left out of the
  ///     digest, so that the same bytes under a hundred names are one story.
  public init(_ story: Story, identityIsGiven: Bool) {
    self.story = story
    self.identityIsGiven = identityIsGiven
    digest = Digest.of(story, identityIsGiven: identityIsGiven)
  }
}

/// Why a delivery, or a part of one, was not taken.
public struct Refusal: Hashable, Sendable, Error, CustomStringConvertible {
  /// The line it concerns, from 1, or nil for the whole.
  public let line: Int?
  /// What is wrong.
  public let problem: String
  /// What a person can do about it.
  public let remedy: String

  /// Makes a refusal.
  public init(line: Int? = nil, problem: String, remedy: String) {
    (self.line, self.problem, self.remedy) = (line, problem, remedy)
  }

  /// One sentence with place, problem and remedy.
  public var description: String {
    (line.map { "line \($0): " } ?? "") + problem + "; " + remedy
  }
}
