public import Stories

/// What is known of two stories when their relation is decided. Symmetric but for the order of its sides.
public struct PairEvidence: Hashable, Sendable {
  /// Exact likeness over shingle sets.
  public var likeness: Likeness
  /// Whether the first words of either story occur in the other.
  public var sharesAnOpening: Bool
  /// Whether both come from one outlet. False where either outlet is unknown.
  public var sameOutlet: Bool
  /// Whether the source says that both are takes of one story.
  public var sameIdentity: Bool
  /// Milliseconds between the publications, nil where either is unknown.
  public var apart: Int64?

  /// Makes evidence.
  public init(
    likeness: Likeness, sharesAnOpening: Bool, sameOutlet: Bool = false,
    sameIdentity: Bool = false, apart: Int64? = nil
  ) {
    self.likeness = likeness
    self.sharesAnOpening = sharesAnOpening
    self.sameOutlet = sameOutlet
    self.sameIdentity = sameIdentity
    self.apart = apart
  }
}

/// A decision about two stories, with the rule that made it.
public struct Verdict: Hashable, Sendable {
  /// The relation, seen from the first story.
  public let relation: Relation
  /// How strongly the pair pulls into one group, from 0 to 1.
  public let strength: Double
  /// The rule that decided.
  public let reason: Reason

  /// Why a relation was decided as it was, in words that a desk can read.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The source gives both the same identity.
    case sameIdentity = "the source gives both the same identity"
    /// Most of the shorter text stands in the longer one.
    case contained = "most of the shorter text stands in the longer one"
    /// The texts agree, but the dates are too far apart for versions of one story.
    case tooFarApart = "alike, but published too far apart to be versions of one story"
    /// One outlet, alike only below unrelated openings.
    case onlyBelowTheOpening = "one outlet, alike only below openings that have nothing in common"
    /// Passages are shared, but each story has a body of its own.
    case passages = "passages are shared, but each has a body of its own"
    /// Nothing worth showing is shared.
    case nothing = "nothing worth showing is shared"
  }

  /// Makes a verdict.
  public init(relation: Relation, strength: Double, reason: Reason) {
    (self.relation, self.strength, self.reason) = (relation, strength, reason)
  }

  /// The same verdict seen from the other story.
  public var reversed: Verdict {
    Verdict(relation: relation.reversed, strength: strength, reason: reason)
  }
}
