public import Stories

/// What is known of two stories when their relation is decided.
public struct PairEvidence: Hashable, Sendable {
  /// All that was measured on texts, headlines and surroundings.
  public var features: PairFeatures
  /// Runs of five words: those of each text, and those that stand in shared stretches of both.
  public var likeness: Likeness
  /// Whether the source says that both are takes of one story.
  public var sameIdentity: Bool
  /// Milliseconds between the publications, nil where either is unknown.
  public var apart: Int64?
  /// Words outside of quotation marks in shared runs of some length: names and titles that add up in short
  /// runs are no narration. Counted only where enough of what is shared is speech, otherwise 0.
  public var narration = 0
  /// What stands in the place of what. Counted only where most figures are others and names too, otherwise none.
  var replaced = ReplacedWords()
  /// Whether what both have is one run of words without a changed one, and what is before it and what behind it stands
  /// in one text alone.
  var isOneRun = false
  /// Which parts of the first text the second covers.
  public var firstCovered: Coverage
  /// Which parts of the second text the first covers.
  public var secondCovered: Coverage

  /// Makes evidence.
  public init(
    features: PairFeatures, likeness: Likeness, sameIdentity: Bool = false, apart: Int64? = nil,
    firstCovered: Coverage = Coverage(), secondCovered: Coverage = Coverage()
  ) {
    (self.features, self.likeness) = (features, likeness)
    (self.firstCovered, self.secondCovered) = (firstCovered, secondCovered)
    (self.sameIdentity, self.apart) = (sameIdentity, apart)
  }

  /// Whether both come from one outlet. False where either outlet is unknown.
  public var sameOutlet: Bool { features[.sameOutlet] == 1 }
  /// Whether what is shared is people being quoted, and no more narration than a sentence or two.
  public var sharesSpeechAlone: Bool {
    features[.quoted] >= RelationRule.speechFrom && narration <= RelationRule.narrationUpTo
  }
  /// Whether the first words of either story occur in the other.
  public var sharesAnOpening: Bool { features[.openingMost] > 0 }
}

/// A decision about two stories.
public struct Verdict: Hashable, Sendable {
  /// The relation, seen from the first story.
  public let relation: Relation
  /// How strongly the pair pulls into one group, from 0 to 1.
  public let strength: Double
  /// What decided.
  public let reason: Reason

  /// What decided, in words that a desk can read.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The source gives both the same identity.
    case sameIdentity = "the source gives both the same identity"
    /// Most of what one says stands in the other.
    case sameCopy = "the same copy"
    /// One form, filled in for two events.
    case otherEvent =
      "alike in form, but the figures are others and so are names: something else in the same words"
    /// The same by names alone, of short texts.
    case otherNames =
      "alike in form, but most names are others: something else in the same words"
    /// The texts agree, but the dates are too far apart for versions of one story.
    case tooFarApart = "alike, but published too far apart to be versions of one story"
    /// Alike in form, but about something else.
    case formula = "alike in form, but what differs is what it is about"
    /// Passages are shared, but each story has a body of its own.
    case passages = "passages are shared, but each has a body of its own"
    /// All of one story is shared, and the other has more than that of its own.
    case whole = "one stands whole in the other, most of which is its own"
    /// What is shared is people being quoted, and no more narration than a sentence or two.
    case quotations = "what is shared is people being quoted, and little else"
    /// All that they share is furniture.
    case boilerplate = "all that is shared is boilerplate"
    /// Most of what they share is furniture.
    case mostlyBoilerplate =
      "what is shared beside boilerplate is too little, or too common, for a passage"
    /// What is shared is neither a version's nor worth showing.
    case little = "what is shared is too little, or too common, for a version or a passage"
    /// Nothing worth showing is shared.
    case nothing = "nothing worth showing is shared"
  }

  /// Makes a verdict.
  public init(relation: Relation, strength: Double, reason: Reason) {
    (self.relation, self.strength, self.reason) = (relation, strength, reason)
  }

  /// Whether the stories share quotations and nothing else.
  public var isQuotesOnly: Bool { reason == .quotations }

  /// The same verdict seen from the other story.
  var reversed: Verdict {
    Verdict(relation: relation.reversed, strength: strength, reason: reason)
  }
}
