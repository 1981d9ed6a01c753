internal import NearDuplicates
internal import Store
internal import Stories

extension Commit {
  /// Adds all that placing a story did: pairs, moves, groups and events.
  ///
  /// Of the changes only those in `audible` are told; the tables take all of them. `why` is what the events
  /// give as the cause, for a story that was placed anew; `groupOf` tells where a story stands now.
  mutating func take(
    _ placement: Placement, of story: StoryNumber, rule: RelationRule, at now: Instant,
    audible: [GroupChange], hidden: (StoryNumber) -> Bool,
    groupOf: (StoryNumber) -> GroupNumber?, why: String? = nil
  ) throws(EventError) {
    // A newcomer is written with its group; one that is placed anew may have moved.
    moves += placement.moves.filter { why != nil || $0.story != story }
    if let oldest = placement.comparedAnewFrom {
      compareAnew.append((story, oldest))
      pairs.removeAll {
        ($0.first == story || $0.second == story) && min($0.first, $0.second) >= oldest
      }
    }
    pairs += placement.pairs.map { StoredPair($0, rule) }
    for change in placement.changes {
      switch change {
      case .opened(let group, _): opened.append((group, now))
      case .split(_, let into, _): opened.append((into, now))
      case .merged(let from, let into): merged += from.map { ($0, into) }
      case .joined: break
      }
    }
    for change in audible {
      let nearest = placement.nearest(to: story, change) {
        !hidden($0) && groupOf($0) == placement.group
      }
      let decision = placement.decisions.first {
        $0.change == change && !$0.component.contains(where: hidden)
      }
      let body = EventBody.group(
        change, like: nearest, why: why ?? placement.cause(of: change),
        decision: decision.map { DecisionFields($0, rule: rule.name) })
      events.append(try body.draft(at: now))
    }
  }
}

extension Placement {
  /// Why a change came about that no comparison decided.
  fileprivate func cause(of change: GroupChange) -> String? {
    guard case .split(let from, let into, _) = change, kept[from] == into else { return nil }
    return "older stories of the group are past the window and stay where they are"
  }

  /// Of the stories that speak for a join the one most alike, among those that may be named.
  fileprivate func nearest(
    to story: StoryNumber, _ change: GroupChange, among isMeant: (StoryNumber) -> Bool
  ) -> EventBody.Nearest? {
    guard case .joined(_, story) = change else { return nil }
    let told = pairs.filter { pair in
      pair.second == story && pair.verdict.strength >= GroupKeeper.tieStrength
        && isMeant(pair.first)
    }
    // How strongly two pull comes near to 1 for nearly every version, and so can't tell them apart.
    let best = told.max { one, two in
      (one.evidence.likeness.resemblance, one.verdict.strength, -one.first.value)
        < (two.evidence.likeness.resemblance, two.verdict.strength, -two.first.value)
    }
    return best.map {
      EventBody.Nearest(
        story: $0.first, relation: $0.verdict.relation.reversed,
        likeness: $0.evidence.likeness.reversed)
    }
  }
}

extension StoredPair {
  init(_ pair: JudgedPair, _ rule: RelationRule) {
    self.init(
      first: pair.first, second: pair.second, relation: pair.verdict.relation,
      strength: pair.verdict.strength, reason: rule.explain(pair.evidence, pair.verdict).sentence,
      rule: rule.name, likeness: pair.evidence.likeness,
      sharesAnOpening: pair.evidence.sharesAnOpening, sameOutlet: pair.evidence.sameOutlet,
      sameIdentity: pair.evidence.sameIdentity, apart: pair.evidence.apart,
      features: pair.evidence.features.values, firstCovered: pair.evidence.firstCovered,
      secondCovered: pair.evidence.secondCovered)
  }
}
