internal import NearDuplicates
internal import Store
internal import Stories

/// Which stories are in a group: the grouping knows those of the window, the store has the older ones too.
struct GroupMembers {
  let taster: Taster
  let reader: StoreReader

  /// The group that a story is in; nil for one that is gone.
  func group(of story: StoryNumber) throws(StoreError) -> GroupNumber? {
    // What left the window has its group in the store alone.
    if let group = taster.keeper.group(of: story) { return group }
    return try reader.anyStory(story)?.group
  }

  /// Whether a group holds any story that is meant, be it past the window.
  func contain(
    _ group: GroupNumber, where isMeant: (StoryNumber) -> Bool
  ) throws(StoreError) -> Bool {
    if taster.keeper.contains(group, where: isMeant) { return true }
    return try older(in: group).contains(where: isMeant)
  }

  /// Has groups live on that went into others as far as the window reaches, and of which the store has older stories.
  ///
  /// Call it when the taster has placed and before it places the next.
  func keepOlder(in placement: inout Placement) throws(StoreError) {
    guard !placement.gone.isEmpty else { return }
    var kept: Set<GroupNumber> = []
    for group in placement.gone.keys where try !older(in: group).isEmpty { kept.insert(group) }
    placement.keep(kept)
  }

  private func older(in group: GroupNumber) throws(StoreError) -> [StoryNumber] {
    try reader.everyNumber(in: group).filter { taster.keeper.group(of: $0) == nil }
  }
}
