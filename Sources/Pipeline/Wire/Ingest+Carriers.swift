internal import NearDuplicates
internal import Store
internal import Stories

extension Ingest {
  /// Notes a newcomer that may carry what was killed, held or corrected before it came. Whether it does is asked, and
  /// told, when the store has it: an order says who carries a story at its own time, and an outlet that is late is the
  /// one that a desk must hear of.
  func noteCarrier(
    _ number: StoryNumber, _ placement: Placement, _ work: inout PendingWork
  ) throws {
    guard knowsStates || !work.commit.wire.states.isEmpty, !embargoes.hide(number),
      !placement.changes.contains(.opened(group: placement.group, story: number))
    else { return }
    var groups = [placement.group]
    for case .merged(let from, _) in placement.changes { groups += from }
    let isPending = work.commit.wire.states.contains {
      taster.keeper.group(of: $0.story) == placement.group
    }
    guard try isPending || groups.contains(where: { try reader.hasStates(in: $0) }) else { return }
    work.mayCarry.append(number)
  }

  /// Who carries what, with a sign of life before each copy that is looked at.
  func liveList() -> LiveList {
    LiveList(reader, checkIn: { [pulse] in try pulse.beat() })
  }

  /// Events of stories that carry what is killed, held or corrected, as far as that is certain.
  ///
  /// - Parameters:
  ///   - stories: stories that may, and have no state of their own.
  ///   - reader: of the store that has them.
  /// - Returns: an event for each that does.
  /// - Throws: `StoreError`.
  func carrierEvents(_ stories: [StoryNumber], _ reader: StoreReader) throws -> [EventDraft] {
    let asked = Set(stories)
    let groups = try Set(stories.compactMap { try reader.story($0)?.group })
    let entries = try groups.flatMap { group in
      let members = try reader.stories(in: group)
      let states = try reader.states(of: members.map(\.number))
      return try liveList().carriers(in: members, states) { asked.contains($0.number) }
    }
    return try entries.filter(\.isCertain).sorted { $0.story.number < $1.story.number }.map {
      try EventBody.storyCarries($0.story, $0.carries, $0.state.kind).draft(at: wall())
    }
  }
}
