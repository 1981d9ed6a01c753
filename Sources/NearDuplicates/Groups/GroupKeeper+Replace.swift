public import Stories

extension GroupKeeper {
  /// Places a story anew, since more is known of what in it is boilerplate: its ties are forgotten, it is
  /// compared as if it had just come, and the groups it was in and comes into are cut anew.
  ///
  /// - Parameters:
  ///   - story: must be known, with the arrival it had. Its other takes are remembered.
  ///   - copies: as for `place`.
  /// - Returns: all that changed; nil if the story is not known any more.
  ///
  /// Complexity: as for `place`.
  public mutating func replace(
    _ story: Newcomer, copies: @escaping (StoryNumber) -> PackedCopy?
  ) -> Placement? {
    guard members[story.number] != nil else { return nil }
    let before = component(of: [story.number])
    let takes = (ties[story.number] ?? []).filter(\.isIdentity).map(\.story)
    untie(story.number)
    let newcomer = story.with(takes: takes)
    let (component, found) = bind(newcomer, takes, copies)
    let affected = Set(before + component + [story.number])
    var placement = cut(affected, of: newcomer)
    placement.pairs = found.pairs + found.passages
    placement.comparedAnewFrom = members.oldest
    placement.reachedLimit = found.reachedLimit
    return placement
  }

  /// Cuts some stories and all that are tied to them into groups.
  private mutating func cut(_ affected: Set<StoryNumber>, of story: Newcomer) -> Placement {
    var rest = affected
    var clusters: [[StoryNumber]] = []
    var voted: [ComponentVotes] = []
    for story in affected.sorted() where rest.contains(story) {
      let component = component(of: [story])
      rest.subtract(component)
      if component.count <= GroupKeeper.componentLimit {
        let votes = votes(of: component)
        voted.append(votes)
        clusters += votes.clusters
      } else {
        clusters += asTheyAre(component)
      }
    }
    return settle(clusters, by: voted, story, isArrival: false)
  }

  /// Components too large to be cut keep their groups.
  private func asTheyAre(_ component: [StoryNumber]) -> [[StoryNumber]] {
    let groups = Dictionary(grouping: component) { members[$0]?.group.value ?? 0 }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Newcomer {
  /// The same story with its takes named.
  fileprivate func with(takes: [StoryNumber]) -> Newcomer {
    Newcomer(
      number: number, face: face, copy: copy, signature: signature, fingerprints: fingerprints,
      arrived: arrived, earlierTakes: takes)
  }
}
