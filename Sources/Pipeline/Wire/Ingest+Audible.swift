internal import NearDuplicates
internal import Store
internal import Stories

extension Ingest {
  /// The changes of a placement as those may hear them who must not know of embargoed stories: as if these
  /// were not there. Keeps account of the groups of which nothing was heard yet.
  ///
  /// Call it once for each placement, when the taster has placed and before it places the next.
  func audible(_ changes: [GroupChange]) -> [GroupChange] {
    guard !embargoed.isEmpty || !unheardGroups.isEmpty else { return changes }
    return changes.enumerated().compactMap { position, change in
      switch change {
      case .opened(let group, let story):
        guard embargoed[story] != nil else { return change }
        unheardGroups.insert(group)
        return nil
      case .joined(let group, let story):
        if embargoed[story] != nil { return nil }
        let isUnheard = unheardGroups.remove(group) != nil
        return isUnheard || isNew(group, to: story, changes[..<position])
          ? .opened(group: group, story: story) : change
      case .merged(let from, let into):
        let known = from.filter { unheardGroups.remove($0) == nil }
        guard !known.isEmpty else { return nil }
        unheardGroups.remove(into)
        return .merged(from: known, into: into)
      case .split(let from, let into, let stories):
        let told = stories.filter { embargoed[$0] == nil }
        return audibleSplit(from, into, told, later: changes[(position + 1)...])
      }
    }
  }

  /// A split of the stories that may be told of, as it is heard.
  ///
  /// A group that all of them leave is heard to go into another one: that something stays behind would tell
  /// of what is under an embargo.
  private func audibleSplit(
    _ from: GroupNumber, _ into: GroupNumber, _ told: [StoryNumber],
    later: ArraySlice<GroupChange>
  ) -> GroupChange? {
    guard !told.isEmpty else {
      if !hasVisible(into) { unheardGroups.insert(into) }
      return nil
    }
    unheardGroups.remove(into)
    let isLast = !later.contains { change in
      guard case .split(from, _, let stories) = change else { return false }
      return stories.contains { embargoed[$0] == nil }
    }
    guard isLast, !hasVisible(from) else { return .split(from: from, into: into, stories: told) }
    unheardGroups.insert(from)
    return .merged(from: [from], into: into)
  }

  /// Whether a group that a story joins has come about just now, out of stories that may not be told of.
  private func isNew(
    _ group: GroupNumber, to story: StoryNumber, _ earlier: ArraySlice<GroupChange>
  ) -> Bool {
    let splitsInto = earlier.contains { change in
      guard case .split(_, group, _) = change else { return false }
      return true
    }
    return splitsInto
      && !taster.keeper.contains(group) { embargoed[$0] == nil && $0 != story }
  }

  /// Whether a group holds a story that may be told of.
  private func hasVisible(_ group: GroupNumber) -> Bool {
    taster.keeper.contains(group) { embargoed[$0] == nil }
  }
}
