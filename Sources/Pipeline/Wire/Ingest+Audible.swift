internal import NearDuplicates
internal import Store
internal import Stories

extension Ingest {
  /// Has groups live on that went into others as far as the window reaches, and of which the store has older stories.
  ///
  /// Call it when the taster has placed and before it places the next.
  func keepOlder(in placement: inout Placement) throws {
    guard !placement.gone.isEmpty else { return }
    let reader = try self.reader()
    placement.keep(
      Set(
        try placement.gone.keys.filter { group in
          try reader.everyNumber(in: group).contains { taster.keeper.group(of: $0) == nil }
        }))
  }

  /// The changes of a placement as those may hear them who must not know of embargoed stories: as if these
  /// were not there. Keeps account of the groups of which nothing was heard yet.
  ///
  /// Call it once for each placement, when the taster has placed and before it places the next.
  func audible(_ placement: Placement) throws -> [GroupChange] {
    let changes = placement.changes
    guard !embargoed.isEmpty || !unheardGroups.isEmpty else { return changes }
    let heard: [GroupChange] = try changes.enumerated().compactMap { position, change in
      switch change {
      case .opened(let group, let story):
        guard embargoed[story] != nil else { return change }
        unheardGroups.insert(group)
        return nil
      case .joined(let group, let story):
        if embargoed[story] != nil { return nil }
        let isUnheard = unheardGroups.remove(group) != nil
        return try isUnheard || isNew(group, to: story, changes[..<position])
          ? .opened(group: group, story: story) : change
      case .merged(let from, let into):
        let known = from.filter { unheardGroups.remove($0) == nil }
        guard !known.isEmpty else { return nil }
        unheardGroups.remove(into)
        return .merged(from: known, into: into)
      case .split(let from, let into, let stories):
        let told = stories.filter { embargoed[$0] == nil }
        let leavesMore = leave(from, changes[(position + 1)...], placement.gone)
        return try audibleSplit(from, into, told, isLast: !leavesMore)
      }
    }
    return heard.arrivalsFirst()
  }

  /// A split of the stories that may be told of, as it is heard.
  ///
  /// A group that all of them leave is heard to go into another one: that something stays behind would tell
  /// of what is under an embargo.
  private func audibleSplit(
    _ from: GroupNumber, _ into: GroupNumber, _ told: [StoryNumber], isLast: Bool
  ) throws -> GroupChange? {
    guard !told.isEmpty else {
      if try !hasVisible(into) { unheardGroups.insert(into) }
      return nil
    }
    unheardGroups.remove(into)
    guard try isLast && !hasVisible(from) else {
      return .split(from: from, into: into, stories: told)
    }
    unheardGroups.insert(from)
    return .merged(from: [from], into: into)
  }

  /// Whether stories that may be told of leave a group by later changes, split off or merged with what is left.
  private func leave(
    _ group: GroupNumber, _ later: ArraySlice<GroupChange>, _ gone: [GroupNumber: [StoryNumber]]
  ) -> Bool {
    later.contains { change in
      switch change {
      case .split(group, _, let stories): stories.contains { embargoed[$0] == nil }
      case .merged(let from, _) where from.contains(group):
        gone[group, default: []].contains { embargoed[$0] == nil }
      default: false
      }
    }
  }

  /// Whether a group that a story joins has come about just now, out of stories that may not be told of.
  private func isNew(
    _ group: GroupNumber, to story: StoryNumber, _ earlier: ArraySlice<GroupChange>
  ) throws -> Bool {
    let splitsInto = earlier.contains { change in
      guard case .split(_, group, _) = change else { return false }
      return true
    }
    return try splitsInto && !hasVisible(group, beside: story)
  }

  /// Keeps account of those groups in which nothing may be told of, or nothing any more: who is released is heard to
  /// open them.
  func noteUnheard(_ groups: Set<GroupNumber>) throws {
    guard !embargoed.isEmpty else { return }
    let reader = try self.reader()
    for group in groups {
      let members = try reader.everyNumber(in: group)
      if !members.isEmpty, members.allSatisfy({ embargoed[$0] != nil }) {
        unheardGroups.insert(group)
      }
    }
  }

  /// Whether a group holds a story that may be told of, be it past the window.
  private func hasVisible(
    _ group: GroupNumber, beside story: StoryNumber? = nil
  ) throws -> Bool {
    if taster.keeper.contains(group, where: { embargoed[$0] == nil && $0 != story }) {
      return true
    }
    return try reader().everyNumber(in: group).contains {
      embargoed[$0] == nil && taster.keeper.group(of: $0) == nil
    }
  }
}
