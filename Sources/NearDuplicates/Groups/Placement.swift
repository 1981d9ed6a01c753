public import Stories

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
