internal import NearDuplicates
internal import Store
internal import Stories

/// Copies that come into a group in which something was killed, held or corrected before they came.
struct LateCopies {
  let states: StoryStates
  let members: GroupMembers
  let pulse: Pulse

  private var reader: StoreReader { states.reader }

  /// Notes a newcomer that may carry what was killed, held or corrected before it came. Whether it does is asked, and
  /// told, when the store has it: an order says who carries a story at its own time, and an outlet that is late is the
  /// one that a desk must hear of.
  func note(
    _ number: StoryNumber, _ placement: Placement, _ work: inout PendingWork
  ) throws {
    guard states.mayBeAny(work), !states.embargoes.hide(number),
      !placement.changes.contains(.opened(group: placement.group, story: number))
    else { return }
    var groups = [placement.group]
    for case .merged(let from, _) in placement.changes { groups += from }
    let isPending = work.commit.wire.states.contains {
      members.taster.keeper.group(of: $0.story) == placement.group
    }
    guard try isPending || groups.contains(where: { try reader.hasStates(in: $0) }) else { return }
    work.mayCarry.append(number)
  }

  /// Who carries what, with a sign of life before each copy that is looked at.
  var live: LiveList { LiveList(reader, checkIn: { [pulse] in try pulse.beat() }) }

  /// Events of stories that carry what is killed, held or corrected, as far as that is certain.
  ///
  /// - Parameter stories: stories that may, and have no state of their own. The store has them.
  /// - Returns: an event for each that does.
  /// - Throws: `StoreError`.
  func events(of stories: [StoryNumber]) throws -> [EventDraft] {
    let asked = Set(stories)
    let groups = try Set(stories.compactMap { try reader.story($0)?.group })
    let entries = try groups.flatMap { group in
      let members = try reader.stories(in: group)
      let states = try reader.states(of: members.map(\.number))
      return try live.carriers(in: members, states) { asked.contains($0.number) }
    }
    return try entries.filter(\.isCertain).sorted { $0.story.number < $1.story.number }.map {
      try EventBody.storyCarries($0.story, $0.carries, $0.state.kind).draft(at: states.wall())
    }
  }
}
