internal import NearDuplicates
internal import Store
internal import Stories
internal import Wire

/// What may not be used of stories, or not be told of yet: kills, holds, corrections and embargoes, with what the next
/// commit makes of them.
///
/// Owned by one task, like the ingest.
final class StoryStates {
  let reader: StoreReader
  let wall: WallClock
  /// Stories that must not be told of yet.
  var embargoes: Embargoes
  /// Whether any story of the store may be killed, held or corrected: of most stores none ever is.
  private var areAny: Bool

  /// Loads what a store knows.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - reader: reads it.
  ///   - wall: the time.
  /// - Throws: `StoreError`.
  init(_ store: Store, _ reader: StoreReader, wall: @escaping WallClock) throws(StoreError) {
    (self.reader, self.wall) = (reader, wall)
    areAny = try store.hasStates()
    embargoes = Embargoes(try store.embargoes())
    var groups: Set<GroupNumber> = []
    for story in embargoes.stories {
      if let group = try reader.anyStory(story)?.group { groups.insert(group) }
    }
    try embargoes.noteUnheard(groups, in: reader)
  }

  /// Notes what is in the store now.
  func noteStored(_ commit: WireCommit) {
    if !commit.states.isEmpty { areAny = true }
  }

  /// Whether any story is killed, held or corrected, or will be with the next commit.
  func mayBeAny(_ work: PendingWork) -> Bool { areAny || !work.commit.wire.states.isEmpty }

  /// The states of some stories, with what is not committed yet; those that may be used have none.
  func states(
    of stories: [StoryNumber], _ work: PendingWork
  ) throws -> [StoryNumber: StoryState] {
    guard !stories.isEmpty, mayBeAny(work) else { return [:] }
    let asked = Set(stories)
    var states = try reader.states(of: stories)
    for change in work.commit.wire.states where asked.contains(change.story) {
      states[change.story] = change.state
    }
    return states
  }

  /// A story's state, with what is not committed yet; nil for one that may be used.
  func state(of story: StoryNumber, _ work: PendingWork) throws -> StoryState? {
    try states(of: [story], work)[story]
  }

  /// The numbers that sources gave some stories as versions, with what is not committed yet.
  func versions(of stories: [StoryNumber], _ work: PendingWork) throws -> [StoryNumber: Int64] {
    guard !stories.isEmpty else { return [:] }
    let asked = Set(stories)
    var versions = try reader.versions(of: stories)
    for row in work.commit.wire.rows where asked.contains(row.story) {
      versions[row.story] = row.facts?.version
    }
    return versions
  }
}

extension StoryStates {
  /// Ends a hold. What was corrected before it was held is so still, and is told of again.
  func end(hold: StoryState, _ work: inout PendingWork) throws {
    guard let number = hold.correction, let correction = try reader.wholeStory(number) else {
      return work.commit.wire.states.append(.ends(hold.story))
    }
    note(correction, corrects: hold.story, &work)
  }

  /// Puts down that a version is corrected by another.
  func note(
    _ correction: StoredStory, corrects number: StoryNumber, _ work: inout PendingWork
  ) {
    work.commit.wire.states.append(
      .begins(
        StoryState(
          story: number, kind: .corrected, since: wall(),
          note: CorrectionNotice.note(of: correction.story), correction: correction.number)))
    // Of a version under an embargo its release tells that it was corrected.
    if !embargoes.hide(number) { work.commit.wire.untold.append(number) }
  }
}

extension StoreReader {
  /// A stored story with what its format said of it, be it under an embargo: for deciding, never for showing.
  func wholeStory(_ number: StoryNumber) throws(StoreError) -> StoredStory? {
    guard let stored = try anyStory(number) else { return nil }
    var story = stored.story
    story.facts = try facts(of: number)
    return StoredStory(
      number: number, story: story, digest: stored.digest, version: stored.version,
      received: stored.received, group: stored.group, identityIsGiven: stored.identityIsGiven)
  }
}
