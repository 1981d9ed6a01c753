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
  /// Which outlets names stand for.
  public let outlets: OutletMap
  /// The charset of plain text that is not UTF-8; nil refuses it.
  public let fallbackCharset: String?

  /// Makes a delivery.
  public init(
    name: String, outlet: Outlet? = nil, limits: Limits = Limits(),
    outlets: OutletMap = OutletMap(), fallbackCharset: String? = nil
  ) {
    self.name = name
    self.outlet = outlet.map { Outlet(outlets.outlet($0.name, in: .folder)) }
    (self.limits, self.outlets, self.fallbackCharset) = (limits, outlets, fallbackCharset)
  }

  /// The outlet of a story.
  ///
  /// - Parameters:
  ///   - named: the story's own word, which goes first.
  ///   - address: where it was found: what nobody names comes from its host.
  /// - Returns: nil where nothing tells.
  func outlet(_ named: String?, at address: String?) -> Outlet? {
    if let named { return Outlet(outlets.outlet(named, in: .provider)) }
    return outlet
      ?? address.flatMap(Parties.host).map { Outlet(outlets.mapped($0, in: .host) ?? $0) }
  }

  /// The same under another name, which a part of it has.
  func named(_ name: String) -> Delivery {
    Delivery(
      name: name, outlet: outlet, limits: limits, outlets: outlets, fallbackCharset: fallbackCharset
    )
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
  /// What kind of part it is.
  public enum Kind: Hashable, Sendable {
    /// It should be a story and can't be read.
    case broken
    /// It is well and no story: a picture, a package, a mail. Beside stories it is passed over.
    case notAStory
  }

  /// The line it concerns, from 1, or nil for the whole.
  public let line: Int?
  /// The column in that line, from 1, where known.
  public let column: Int?
  /// The byte in the delivery, from 0, where known.
  public let byte: Int?
  /// What is wrong.
  public let problem: String
  /// What a person can do about it.
  public let remedy: String
  /// What kind of part it is.
  public let kind: Kind

  /// Makes a refusal.
  public init(
    line: Int? = nil, column: Int? = nil, byte: Int? = nil, problem: String, remedy: String,
    kind: Kind = .broken
  ) {
    (self.line, self.column, self.byte) = (line, column, byte)
    (self.problem, self.remedy, self.kind) = (problem, remedy, kind)
  }

  /// A part that is no story but what is said here, such as `a picture`.
  static func notAStory(_ what: String, line: Int? = nil) -> Refusal {
    Refusal(
      line: line, problem: "this is \(what), not a story",
      remedy: "nothing to do; only stories are grouped", kind: .notAStory)
  }

  /// The same on a line of the delivery.
  func on(line: Int) -> Refusal {
    Refusal(
      line: line, column: column, byte: byte, problem: problem, remedy: remedy, kind: kind)
  }

  /// The same of one item of a list, from 1.
  func of(item: Int) -> Refusal {
    Refusal(
      line: line, column: column, byte: byte, problem: "item \(item): \(problem)", remedy: remedy,
      kind: kind)
  }

  /// One sentence with place, problem and remedy.
  public var description: String {
    guard let line else { return problem + "; " + remedy }
    return "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": \(problem); \(remedy)"
  }
}
