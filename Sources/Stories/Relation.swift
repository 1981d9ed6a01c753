/// What two stories are to each other.
public enum Relation: String, Sendable, CaseIterable, Codable {
  /// Nothing but furniture, byline or headline differs.
  case verbatim
  /// The same copy, edited, updated or corrected.
  case version
  /// The first is the second, shortened.
  case cut
  /// The first is the second, lengthened.
  case expanded
  /// They share passages, and each has a body of its own.
  case partial
  /// Alike by formula only: another company, another day. Never the same copy.
  case template
  /// All that they share is furniture.
  case boilerplate
  /// They share nothing worth showing.
  case none

  /// Whether stories so related are the same copy and belong in one group.
  public var isSame: Bool {
    switch self {
    case .verbatim, .version, .cut, .expanded: true
    case .partial, .template, .boilerplate, .none: false
    }
  }

  /// Whether stories so related have words in common that are somebody's copy.
  public var sharesCopy: Bool {
    switch self {
    case .verbatim, .version, .cut, .expanded, .partial, .template: true
    case .boilerplate, .none: false
    }
  }

  /// The same relation seen from the other story: a cut from one side is an expansion from the other.
  public var reversed: Relation {
    switch self {
    case .cut: .expanded
    case .expanded: .cut
    default: self
    }
  }
}
