internal import Store
internal import Stories

extension Ingest {
  /// Tells of the states of stories that were killed, held or corrected before anybody heard of them, with the outlets
  /// that carry them, and of stories that carry what was killed, held or corrected before they came.
  ///
  /// The store remembers which these are from the commit that brings them, so that a crash in between loses no kill.
  func tellStates() throws {
    hasUntold = true
    let untold = try store.untold()
    if !untold.isEmpty {
      var commit = Commit(nextStory: nextStory, nextGroup: taster.nextGroup)
      commit.wire.told = untold
      let states = try reader.states(of: untold)
      var live: Set<StoryNumber> = []
      for told in try toldTogether(states, reader) {
        let fields = try fields(of: told, reader)
        live.formUnion(fields.live)
        commit.events.append(try EventBody.state(told[0].state.kind, fields).draft(at: wall()))
      }
      let others = untold.filter { states[$0] == nil && !live.contains($0) }
      commit.events += try carrierEvents(others, reader)
      try put(commit)
    }
    hasUntold = false
  }

  private typealias Told = (story: StoredStory, state: StoryState)

  /// States by what is told in one event, in order of the first story: what one correction corrects together, else each
  /// by itself. Nothing of stories that are gone.
  private func toldTogether(
    _ states: [StoryNumber: StoryState], _ reader: StoreReader
  ) throws -> [[Told]] {
    var events: [[Told]] = []
    for (number, state) in states.sorted(by: { $0.key < $1.key }) {
      guard let story = try reader.story(number) else { continue }
      let place = events.firstIndex { event in
        state.kind == .corrected && event[0].state.kind == .corrected
          && state.correction == event[0].state.correction
      }
      if let place { events[place].append((story, state)) } else { events.append([(story, state)]) }
    }
    return events
  }

  /// What an event says of them. That of corrected versions is about what corrects them.
  private func fields(of told: [Told], _ reader: StoreReader) throws -> OrderFields {
    let state = told[0].state
    let correction =
      state.kind == .corrected ? try state.correction.flatMap { try reader.story($0) } : nil
    let live = try liveList().outlets(
      carrying: told.map(\.story), replacement: correction?.story, notice: state.note)
    return OrderFields(
      story: correction ?? told[0].story, stories: told.map(\.story.number),
      live: live.map(\.story.number), note: state.note)
  }
}
