public import Stories

/// A story as the grouping sees it when it arrives, or when it is placed anew.
public struct Newcomer: Sendable {
  /// Its number in the store.
  let number: StoryNumber
  /// What its place in canonical order is decided by.
  let face: Face
  /// Its text as it is compared.
  public let copy: PackedCopy
  /// Its signature.
  let signature: Signature
  /// Its sampled fingerprints.
  let fingerprints: [UInt32]
  /// When it arrived, which decides when it expires.
  let arrived: Instant
  /// Other takes under the same identity, as far as they can still be found.
  let earlierTakes: [StoryNumber]

  /// Makes a newcomer.
  ///
  /// Complexity: O(n) in the length of the text.
  public init(
    number: StoryNumber, face: Face, copy: Copy, signature: Signature, fingerprints: [UInt32],
    arrived: Instant, earlierTakes: [StoryNumber] = []
  ) {
    self.init(
      number: number, face: face, copy: PackedCopy(copy), signature: signature,
      fingerprints: fingerprints, arrived: arrived, earlierTakes: earlierTakes)
  }

  init(
    number: StoryNumber, face: Face, copy: PackedCopy, signature: Signature,
    fingerprints: [UInt32], arrived: Instant, earlierTakes: [StoryNumber]
  ) {
    (self.number, self.face, self.copy) = (number, face, copy)
    (self.signature, self.fingerprints) = (signature, fingerprints)
    (self.arrived, self.earlierTakes) = (arrived, earlierTakes)
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
  /// Its headline's words.
  let headline: Headline

  /// Makes a face.
  public init(
    outlet: Outlet?, published: Instant?, tieBreak: UInt64, headline: Headline = .none
  ) {
    (self.outlet, self.published, self.tieBreak) = (outlet, published, tieBreak)
    self.headline = headline
  }

  /// The canonical order: by publication, stories without a date last, then by content. It does not
  /// depend on arrival, and so nothing decided by it does.
  public func precedes(_ other: Face) -> Bool {
    Face.place(published, tieBreak) < Face.place(other.published, other.tieBreak)
  }

  /// A story's place in canonical order.
  public static func place(_ published: Instant?, _ tieBreak: UInt64) -> (Int64, UInt64) {
    (published?.milliseconds ?? .max, tieBreak)
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
  /// Why each change came about, where the keeper gives reasons.
  public internal(set) var decisions: [GroupDecision] = []
  /// Of each group that is merged into another, the stories that went with it.
  public internal(set) var gone: [GroupNumber: [StoryNumber]] = [:]
  /// Groups that live on with stories that the keeper has forgotten, and where the others went.
  public private(set) var kept: [GroupNumber: GroupNumber] = [:]
  /// Every story whose group changed, the newcomer included.
  public internal(set) var moves: [(story: StoryNumber, group: GroupNumber)] = []
  /// The pairs that share anything, with their verdicts.
  public internal(set) var pairs: [JudgedPair] = []
  /// For a story that was placed anew: the oldest story that it was or could have been compared with. What was
  /// remembered of it and of stories from there on is void.
  public internal(set) var comparedAnewFrom: StoryNumber?
  /// Whether some comparison was left out because a limit on work was reached.
  public internal(set) var reachedLimit = false

  /// Has groups live on that would be merged away, since they have stories which the keeper has forgotten: what went
  /// into another group was split off.
  ///
  /// - Parameter groups: some of those in `gone`.
  public mutating func keep(_ groups: Set<GroupNumber>) {
    changes = changes.flatMap { change -> [GroupChange] in
      guard case .merged(let from, let into) = change else { return [change] }
      let splits = from.filter(groups.contains).map { group in
        kept[group] = into
        return GroupChange.split(from: group, into: into, stories: gone[group] ?? [])
      }
      let rest = from.filter { !groups.contains($0) }
      return splits + (rest.isEmpty ? [] : [.merged(from: rest, into: into)])
    }
    for group in groups { gone[group] = nil }
  }
}
