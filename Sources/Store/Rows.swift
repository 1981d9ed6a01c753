public import Stories

/// A story as the store keeps it.
public struct StoredStory: Hashable, Sendable {
  /// Its number.
  public let number: StoryNumber
  /// The story itself.
  public let story: Story
  /// SHA-256 of its fields.
  public let digest: ContentDigest
  /// Which take under its identity it is, from 1.
  public let version: Int
  /// When it was read.
  public let received: Instant
  /// The group it is in.
  public let group: GroupNumber
  /// Whether its source gave the id.
  public let identityIsGiven: Bool

  /// Under which its versions are one story; nil where nothing says which these are.
  public var identity: StoryIdentity? { StoryIdentity(story, isGiven: identityIsGiven) }

  /// Makes a stored story.
  public init(
    number: StoryNumber, story: Story, digest: ContentDigest, version: Int, received: Instant,
    group: GroupNumber, identityIsGiven: Bool = true
  ) {
    self.identityIsGiven = identityIsGiven
    (self.number, self.story, self.digest) = (number, story, digest)
    (self.version, self.received, self.group) = (version, received, group)
  }
}

/// A comparison as the store keeps it: all that is needed to explain the decision afterwards.
public struct StoredPair: Hashable, Sendable {
  /// The story that arrived earlier.
  public let first: StoryNumber
  /// The story that arrived later.
  public let second: StoryNumber
  /// The relation, seen from the first.
  public let relation: Relation
  /// How strongly they pull into one group, from 0 to 1.
  public let strength: Double
  /// The decision in words.
  public let reason: String
  /// The rule that decided, with its version.
  public let rule: String
  /// The counts over shingle sets.
  public let likeness: Likeness
  /// Whether an opening is shared.
  public let sharesAnOpening: Bool
  /// Whether both come from one outlet.
  public let sameOutlet: Bool
  /// Whether the source gives both one identity.
  public let sameIdentity: Bool
  /// Milliseconds between the publications.
  public let apart: Int64?
  /// All that was measured, in the order of the rule's features; empty where that was not kept.
  public let features: [Float]
  /// Which parts of the first text the second covers.
  public let firstCovered: Coverage
  /// Which parts of the second text the first covers.
  public let secondCovered: Coverage

  /// Makes a stored pair.
  public init(
    first: StoryNumber, second: StoryNumber, relation: Relation, strength: Double, reason: String,
    rule: String, likeness: Likeness, sharesAnOpening: Bool, sameOutlet: Bool, sameIdentity: Bool,
    apart: Int64?, features: [Float] = [], firstCovered: Coverage = Coverage(),
    secondCovered: Coverage = Coverage()
  ) {
    (self.firstCovered, self.secondCovered) = (firstCovered, secondCovered)
    (self.first, self.second, self.relation) = (first, second, relation)
    (self.strength, self.reason, self.rule) = (strength, reason, rule)
    (self.likeness, self.sharesAnOpening) = (likeness, sharesAnOpening)
    (self.sameOutlet, self.sameIdentity, self.apart) = (sameOutlet, sameIdentity, apart)
    self.features = features
  }
}

/// One delivery in the ledger: what came, under which name, and what became of it.
public struct LedgerRow: Hashable, Sendable {
  /// The path below the inbox.
  public let name: String
  /// SHA-256 of the file, or of what else is known of something that is not read; nil in older stores.
  public let digest: ContentDigest?
  /// When.
  public let at: Instant
  /// Stories taken from it.
  public let taken: Int
  /// Stories in it that the store had already.
  public let known: Int
  /// Parts of it that were refused.
  public let refused: Int
  /// Why anything was refused.
  public let reason: String?

  /// Makes a row.
  public init(
    name: String, digest: ContentDigest?, at: Instant, taken: Int, known: Int, refused: Int,
    reason: String?
  ) {
    (self.name, self.digest, self.at) = (name, digest, at)
    (self.taken, self.known, self.refused, self.reason) = (taken, known, refused, reason)
  }
}

/// An event before it has a sequence number.
public struct EventDraft: Hashable, Sendable {
  /// When it happened.
  public let at: Instant
  /// Such as `group.joined`.
  public let kind: String
  /// A JSON object with the fields of its kind.
  public let body: String

  /// Makes a draft.
  public init(at: Instant, kind: String, body: String) {
    (self.at, self.kind, self.body) = (at, kind, body)
  }
}

/// An event as it was stored.
public struct StoredEvent: Hashable, Sendable {
  /// Counts up by one; gaps mean that older events were deleted.
  public let sequence: Int64
  /// What happened.
  public let draft: EventDraft
}

/// Everything that one transaction writes.
public struct Commit: Sendable {
  /// New stories, in ascending order of number.
  public var stories: [(story: StoredStory, signature: SignedText)] = []
  /// Stories that were signed anew, since more is known of their boilerplate.
  public var signedAnew: [(story: StoryNumber, signature: SignedText)] = []
  /// Stories that were placed anew: what was stored of comparisons with stories from this number on is void.
  public var compareAnew: [(story: StoryNumber, with: StoryNumber)] = []
  /// Comparisons.
  public var pairs: [StoredPair] = []
  /// Stories that changed their group, in order; a later entry goes before an earlier one.
  public var moves: [(story: StoryNumber, group: GroupNumber)] = []
  /// Groups opened.
  public var opened: [(group: GroupNumber, at: Instant)] = []
  /// Groups gone into others.
  public var merged: [(group: GroupNumber, into: GroupNumber)] = []
  /// What wires add.
  public var wire = WireCommit()
  /// What of these stories counts as boilerplate.
  public var boilerplate = BoilerplateCommit()
  /// Deliveries dealt with.
  public var ledger: [LedgerRow] = []
  /// Events to publish.
  public var events: [EventDraft] = []
  /// The number that the next story gets.
  public var nextStory: Int64
  /// The number that the next group gets.
  public var nextGroup: Int64

  /// Makes an empty commit.
  public init(nextStory: Int64, nextGroup: Int64) {
    (self.nextStory, self.nextGroup) = (nextStory, nextGroup)
  }

  /// Whether there is nothing to write.
  public var isEmpty: Bool {
    stories.isEmpty && signedAnew.isEmpty && compareAnew.isEmpty && pairs.isEmpty && moves.isEmpty
      && opened.isEmpty && merged.isEmpty && wire.isEmpty && boilerplate.isEmpty && ledger.isEmpty
      && events.isEmpty
  }
}
