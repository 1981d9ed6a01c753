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
    guard knowsStates || !work.commit.wire.states.isEmpty, embargoed[number] == nil else { return }
    var groups = [placement.group]
    for case .merged(let from, _) in placement.changes { groups += from }
    let isPending = work.commit.wire.states.contains {
      taster.keeper.group(of: $0.story) == placement.group
    }
    let reader = try self.reader()
    guard try isPending || groups.contains(where: { try reader.hasStates(in: $0) }) else { return }
    work.mayCarry.append(number)
  }

  /// Events of stories that carry what is killed, held or corrected, as far as that is certain.
  ///
  /// - Parameters:
  ///   - stories: stories that may, and have no state of their own.
  ///   - reader: of the store that has them.
  /// - Returns: an event for each that does.
  /// - Throws: `StoreError`.
  func carrierEvents(_ stories: [StoryNumber], _ reader: StoreReader) throws -> [EventDraft] {
    try stories.compactMap { number in
      guard let story = try reader.story(number),
        let entry = try LiveList(reader).entry(of: story), entry.isCertain
      else { return nil }
      return EventBody.storyCarries(story, entry.carries, entry.state.kind).draft(at: wall())
    }
  }
}
