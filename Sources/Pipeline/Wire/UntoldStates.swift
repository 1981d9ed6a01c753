internal import Store
internal import Stories

/// States of stories that nobody has heard of yet, and who came late and carries what is killed, held or corrected.
///
/// Owned by one task, like the ingest.
final class UntoldStates {
  private let store: Store
  private let states: StoryStates
  private let copies: LateCopies
  /// Whether the store may know any.
  private(set) var mayBeAny = true

  private var reader: StoreReader { states.reader }

  init(_ store: Store, _ states: StoryStates, _ copies: LateCopies) {
    (self.store, self.states, self.copies) = (store, states, copies)
  }

  /// Notes what is in the store now.
  func noteStored(_ commit: WireCommit) {
    if !commit.untold.isEmpty { mayBeAny = true }
  }

  /// Tells of the states of stories that were killed, held or corrected before anybody heard of them, with the outlets
  /// that carry them, and of stories that carry what was killed, held or corrected before they came.
  ///
  /// The store remembers which these are from the commit that brings them, so that a crash in between loses no kill.
  ///
  /// - Parameters:
  ///   - empty: a commit to tell in, with nothing in it.
  ///   - put: brings it into the store.
  /// - Throws: `StoreError`, or what `put` throws; then all is to be told still.
  func tell(in empty: Commit, _ put: (Commit) throws -> Void) throws {
    mayBeAny = true
    let untold = try store.untold()
    if !untold.isEmpty {
      var commit = empty
      commit.wire.told = untold
      let known = try reader.states(of: untold)
      var live: Set<StoryNumber> = []
      for told in try toldTogether(known) {
        let fields = try fields(of: told)
        live.formUnion(fields.live)
        let body = EventBody.state(told[0].state.kind, fields)
        commit.events.append(try body.draft(at: states.wall()))
      }
      let others = untold.filter { known[$0] == nil && !live.contains($0) }
      commit.events += try copies.events(of: others)
      try put(commit)
    }
    mayBeAny = false
  }

  private typealias Told = (story: StoredStory, state: StoryState)

  /// States by what is told in one event, in order of the first story: what one correction corrects together, else each
  /// by itself. Nothing of stories that are gone.
  private func toldTogether(_ states: [StoryNumber: StoryState]) throws -> [[Told]] {
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
  private func fields(of told: [Told]) throws -> OrderFields {
    let state = told[0].state
    let correction =
      state.kind == .corrected ? try state.correction.flatMap { try reader.story($0) } : nil
    let live = try copies.live.outlets(
      carrying: told.map(\.story), replacement: correction?.story, notice: state.note)
    return OrderFields(
      story: correction ?? told[0].story, stories: told.map(\.story.number),
      live: live.map(\.story.number), note: state.note)
  }
}
