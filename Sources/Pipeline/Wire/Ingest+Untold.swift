internal import Store
internal import Stories

extension Ingest {
  /// Tells of the states of stories that were killed, held or corrected before anybody heard of them, with the outlets
  /// that carry them.
  ///
  /// The store remembers which these are from the commit that brings them, so that a crash in between loses no kill.
  func tellStates() throws {
    hasUntold = true
    let untold = try store.untold()
    if !untold.isEmpty {
      let reader = try self.reader()
      var commit = Commit(nextStory: nextStory, nextGroup: taster.nextGroup)
      commit.wire.told = untold
      for (number, state) in try reader.states(of: untold).sorted(by: { $0.key < $1.key }) {
        guard let story = try reader.story(number) else { continue }
        let body = EventBody.state(state.kind, try fields(of: story, state, reader))
        commit.events.append(body.draft(at: wall()))
      }
      try put(commit)
    }
    hasUntold = false
  }

  private func fields(
    of story: StoredStory, _ state: StoryState, _ reader: StoreReader
  ) throws -> OrderFields {
    let correction = try state.correction.flatMap { try reader.story($0)?.story }
    let live = try LiveList(reader).outlets(
      of: story.group, wrong: [story.number], replacement: correction)
    return OrderFields(
      story: story, stories: [story.number], live: live.map(\.story.number), note: state.note)
  }
}
