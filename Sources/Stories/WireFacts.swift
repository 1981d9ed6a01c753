/// What a wire format says of a story besides its text. A plain story has none.
///
/// Nothing of this is ever part of what is compared: notes, notices and credits are furniture.
public struct WireFacts: Hashable, Sendable, Codable {
  /// The format it came in, as reasons and tables print it.
  public var format: String
  /// The agency whose copy it is by its own word: infosource, provider or the mark in the dateline.
  public var agency: String?
  /// The party that sent it.
  public var provider: String?
  /// The credit line with which it is published; nil where the copy is used without one.
  public var credit: String?
  /// Who wrote it, as the line reads.
  public var byline: String?
  /// Where it was written, as the line reads.
  public var dateline: String?
  /// The copyright notice or holder.
  public var copyright: String?
  /// The slug by which desks name the story.
  public var slugline: String?
  /// From 1, most urgent, to 9.
  public var urgency: Int?
  /// A note to editors; never for publication.
  public var editorsNote: String?
  /// When this version was made.
  public var versionCreated: Instant?
  /// When the first version was made.
  public var firstCreated: Instant?
  /// Not to be published, nor told, before this.
  public var embargo: Instant?
  /// The version's number by the source's word.
  public var version: Int64?
  /// Whether it may be used.
  public var status = UseStatus.usable
  /// What the source signals of this version.
  public var signals = WireSignals()
  /// Keys besides the id under which the source knows the story, each good among all sources.
  public var otherKeys: [String] = []
  /// Ids of the stories that this one was made from.
  public var derivedFrom: [String] = []
  /// The id of the story whose error this one mends, where the source names it.
  public var corrects: String?
  /// The mark by which a slug says which take this is.
  public var take: TakeMark?
  /// What it demands of earlier stories. Where it does, it is an action and no story.
  public var notice: WireNotice?
  /// How the bytes were read where it is not plain UTF-8, such as `windows-1252, since not UTF-8`.
  public var charset: String?
  /// Fields that were there and could not be read, as sentences.
  public var doubts: [String] = []
  /// Tables and captions in their order, which stand apart from the text, and lists, which are in it too.
  public var asides: [Aside] = []

  /// Makes facts of a format.
  public init(format: String) { self.format = format }
}

/// Whether a story may be used (IPTC NewsCodes, publishing status).
public enum UseStatus: String, Sendable, Codable, CaseIterable {
  /// It may.
  case usable
  /// It may not for the time being.
  case held
  /// It may not, and what was made of it is to be taken down.
  case killed
}

/// Something of a story that stands apart from its text.
public struct Aside: Hashable, Sendable, Codable {
  /// What it is.
  public enum Kind: String, Sendable, Codable {
    /// Rows of cells; a line a row, tabs between cells.
    case table
    /// Words to a picture.
    case caption
    /// Items, a line each.
    case list
  }

  /// What it is.
  public let kind: Kind
  /// Its text.
  public let text: String

  /// Makes it.
  public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
}

/// Which take of a story a slug names: `1st Ld-Writethru`, `2nd Add`.
public struct TakeMark: Hashable, Sendable, Codable {
  /// What the take does.
  public enum Kind: String, Sendable, Codable {
    /// It replaces all that came before.
    case lead
    /// It goes on where the story ended.
    case add
  }

  /// What it does.
  public let kind: Kind
  /// From 1.
  public let number: Int

  /// Makes a mark.
  public init(_ kind: Kind, _ number: Int) { (self.kind, self.number) = (kind, number) }
}

/// An order about stories that came before: not to be used, not for now, again.
public struct WireNotice: Hashable, Sendable, Codable {
  /// What is ordered.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Take it down for good.
    case kill
    /// Do not use it until told.
    case hold
    /// It may be used again.
    case release
  }

  /// What is ordered.
  public let kind: Kind
  /// Headlines, slugs and numbers by which a notice in words names the stories; empty for one that goes by
  /// the item's own identity.
  public let names: [String]

  /// Makes a notice.
  public init(_ kind: Kind, names: [String] = []) { (self.kind, self.names) = (kind, names) }
}
