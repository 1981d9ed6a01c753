public import Stories

/// Why a group changed: two parts of a component, and how strongly they pull at each other.
///
/// Average link joins what pulls at least `GroupKeeper.joinStrength` in the mean of all pairs between the two; what is
/// taken in one by one may pull a little less at the whole.
public struct GroupDecision: Sendable {
  /// What is explained.
  public let change: GroupChange
  /// How the part that moved pulls at the other: a story that joins, and groups that are taken in, at the rest of the
  /// group as it is now; what splits off at what it leaves, as that is now; and a story that begins a group at the
  /// nearest that it did not come into. Nil where nothing ties the two any more.
  public let pull: ComponentVotes.Pull?
  /// All stories of the component.
  public let component: [StoryNumber]
  /// Whether the component was too large to be asked, so that one pair by itself decided.
  public var isByPairAlone: Bool { component.count > GroupKeeper.componentLimit }

  init(_ change: GroupChange, _ pull: ComponentVotes.Pull?, component: [StoryNumber]) {
    (self.change, self.pull, self.component) = (change, pull, component)
  }

  /// A decision of one pair, the newcomer's strongest.
  init(_ change: GroupChange, alone pair: JudgedPair, component: [StoryNumber]) {
    let strength = pair.verdict.strength
    let vote = ComponentVotes.Vote(
      alone: strength, voted: strength, stories: component.count, factors: [], inner: nil,
      outer: nil)
    self.init(
      change,
      ComponentVotes.Pull(
        mean: strength, pairs: 1, first: pair.second, second: pair.first, vote: vote,
        isIdentity: pair.evidence.sameIdentity), component: component)
  }
}

/// Clusters with the numbers that they got, before these are put down.
struct SettledClusters {
  let clusters: [[StoryNumber]]
  let numbers: [GroupNumber]
  let parts: [GroupKeeper.Part]

  /// Why a change came about; nil where there is nothing to say.
  func decision(on change: GroupChange, by voted: [ComponentVotes]) -> GroupDecision? {
    guard let (moved, others) = sides(of: change), let first = moved.first,
      let votes = voted.first(where: { $0.stories.contains(first) })
    else { return nil }
    let pulls = others.compactMap { votes.pull(between: moved, and: $0) }
    return GroupDecision(change, pulls.max { $0.mean < $1.mean }, component: votes.stories)
  }

  /// The stories that moved, and those at which they pull: several parts where the strongest is looked for.
  private func sides(
    of change: GroupChange
  ) -> (moved: [StoryNumber], others: [[StoryNumber]])? {
    switch change {
    case .opened(let group, let story):
      let others = zip(clusters, numbers).filter { $1 != group }.map(\.0)
      return others.isEmpty ? nil : ([story], others)
    case .joined(let group, let story):
      guard let place = numbers.firstIndex(of: group) else { return nil }
      return ([story], [clusters[place].filter { $0 != story }])
    case .merged(let from, let into):
      guard let place = numbers.firstIndex(of: into) else { return nil }
      let moved = parts.filter { $0.cluster == place && from.contains($0.group) }
        .flatMap(\.stories)
      // The newcomer among the rest, which often is what binds the two.
      return (moved, [clusters[place].filter { !moved.contains($0) }])
    case .split(let from, let into, let stories):
      // With who came besides, who often is what keeps the two apart.
      let left = parts.filter { $0.group == from && numbers[$0.cluster] != into }
      return (stories, Set(left.map(\.cluster)).sorted().map { clusters[$0] })
    }
  }
}
