public import Stories

/// A story as the grouping sees it when it arrives.
public struct Newcomer: Sendable {
  /// Its number in the store.
  public let number: StoryNumber
  /// What its place in canonical order is decided by.
  public let face: Face
  /// Its tokens' keys.
  public let keys: [TokenKey]
  /// Its shingles in order, if they are at hand; otherwise they are made of the keys where needed.
  public let shingles: [UInt64]?
  /// Its signature.
  public let signature: Signature
  /// When it arrived, which decides when it expires.
  public let arrived: Instant
  /// Earlier takes under the same identity, as far as they can still be found.
  public let earlierTakes: [StoryNumber]

  /// Makes a newcomer.
  public init(
    number: StoryNumber, face: Face, keys: [TokenKey], shingles: [UInt64]? = nil,
    signature: Signature, arrived: Instant, earlierTakes: [StoryNumber] = []
  ) {
    self.number = number
    self.face = face
    self.keys = keys
    self.shingles = shingles
    self.signature = signature
    self.arrived = arrived
    self.earlierTakes = earlierTakes
  }
}

/// The few facts of a story, apart from its text, that grouping depends on.
public struct Face: Hashable, Sendable {
  /// Who published it.
  public let outlet: Outlet?
  /// When.
  public let published: Instant?
  /// A number that depends on the story's content alone and settles ties between stories of one time.
  public let tieBreak: UInt64

  /// Makes a face.
  public init(outlet: Outlet?, published: Instant?, tieBreak: UInt64) {
    (self.outlet, self.published, self.tieBreak) = (outlet, published, tieBreak)
  }

  /// The canonical order: by publication, stories without a date last, then by content. It does not
  /// depend on arrival, and so nothing decided by it does.
  public func precedes(_ other: Face) -> Bool {
    let (mine, theirs) = (published?.milliseconds ?? .max, other.published?.milliseconds ?? .max)
    return mine == theirs ? tieBreak < other.tieBreak : mine < theirs
  }
}

/// Two stories that were compared, and what came of it.
public struct JudgedPair: Hashable, Sendable {
  /// The story that arrived earlier.
  public let first: StoryNumber
  /// The story that arrived later.
  public let second: StoryNumber
  /// What the decision rests on.
  public let evidence: PairEvidence
  /// The decision, seen from the first.
  public let verdict: Verdict

  /// Makes a judged pair.
  public init(
    first: StoryNumber, second: StoryNumber, evidence: PairEvidence, verdict: Verdict
  ) {
    (self.first, self.second) = (first, second)
    (self.evidence, self.verdict) = (evidence, verdict)
  }
}

/// What placing a newcomer did.
public struct Placement: Sendable {
  /// The newcomer's group.
  public internal(set) var group: GroupNumber
  /// Joins, merges and splits, in the order in which to apply them.
  public internal(set) var changes: [GroupChange] = []
  /// Every story whose group changed, the newcomer included.
  public internal(set) var moves: [(story: StoryNumber, group: GroupNumber)] = []
  /// The pairs that share anything, with their verdicts.
  public internal(set) var pairs: [JudgedPair] = []
  /// Whether some comparison was left out because a limit on work was reached.
  public internal(set) var reachedLimit = false
}
