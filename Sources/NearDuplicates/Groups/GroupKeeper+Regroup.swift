internal import Stories

extension GroupKeeper {
  /// Cuts the newcomer's component into groups and settles which group keeps which number.
  mutating func regroup(
    _ newcomer: Newcomer, _ component: [StoryNumber], _ found: Comparison.Findings
  ) -> Placement {
    guard !component.isEmpty else { return open(newcomer) }
    guard component.count < GroupKeeper.componentLimit else {
      return joinNearest(newcomer, component, found)
    }
    members.set(newcomer.number, .init(face: newcomer.face, group: GroupNumber(0)))
    let votes = votes(of: component + [newcomer.number])
    return settle(votes.clusters, by: [votes], newcomer, isArrival: true)
  }

  /// What a component as a whole makes of its pairs, and so how it is cut.
  func votes(of component: [StoryNumber]) -> ComponentVotes {
    // By themselves: an order that reaches for the keeper copies it, reference for reference, each time it is asked.
    let members = members
    let stories = component.sorted { first, second in
      guard let one = members[first]?.face, let two = members[second]?.face else {
        return first < second
      }
      return one == two ? first < second : one.precedes(two)
    }
    return ComponentVotes(stories, table(stories), by: rule.model?.context)
  }

  private func table(_ stories: [StoryNumber]) -> ComponentTable {
    let positions = Dictionary(uniqueKeysWithValues: stories.enumerated().map { ($1, $0) })
    var table = ComponentTable(count: stories.count)
    for (row, story) in stories.enumerated() {
      for tie in ties[story] ?? [] {
        guard let column = positions[tie.story] else { continue }
        table.set(
          row, column, strength: tie.strength, covered: tie.covered, isIdentity: tie.isIdentity)
      }
    }
    return table
  }

  /// A newcomer that is tied to nothing begins a group.
  private mutating func open(_ newcomer: Newcomer) -> Placement {
    let group = takeGroupNumber()
    members.set(newcomer.number, .init(face: newcomer.face, group: group))
    var placement = Placement(group: group)
    placement.moves = [(newcomer.number, group)]
    placement.changes = [.opened(group: group, story: newcomer.number)]
    return placement
  }

  /// For components too large to be cut anew: the newcomer goes where it is pulled hardest.
  private mutating func joinNearest(
    _ newcomer: Newcomer, _ component: [StoryNumber], _ found: Comparison.Findings
  ) -> Placement {
    let pulls = found.pairs.filter {
      $0.second == newcomer.number && $0.verdict.strength >= GroupKeeper.tieStrength
    }
    let strongest = pulls.max { one, two in
      one.verdict.strength == two.verdict.strength
        ? two.first < one.first : one.verdict.strength < two.verdict.strength
    }
    let group = strongest.flatMap { members[$0.first]?.group } ?? takeGroupNumber()
    members.set(newcomer.number, .init(face: newcomer.face, group: group))
    var placement = Placement(group: group)
    placement.moves = [(newcomer.number, group)]
    placement.changes = [.joined(group: group, story: newcomer.number)]
    if givesReasons, let strongest {
      placement.decisions = [
        GroupDecision(
          placement.changes[0], alone: strongest, component: component + [newcomer.number])
      ]
    }
    placement.reachedLimit = true
    return placement
  }

  mutating func takeGroupNumber() -> GroupNumber {
    defer { nextGroup += 1 }
    return GroupNumber(nextGroup)
  }
}
