internal import Store
internal import Stories

extension Ingest {
  /// The states of some stories, with what is not committed yet; those that may be used have none.
  func states(
    of stories: [StoryNumber], _ work: PendingWork
  ) throws -> [StoryNumber: StoryState] {
    guard !stories.isEmpty, knowsStates || !work.commit.wire.states.isEmpty else { return [:] }
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

  /// Ends a hold. What was corrected before it was held is so still, and is told of again.
  func end(hold: StoryState, _ work: inout PendingWork) throws {
    guard let number = hold.correction, let correction = try wholeStory(number) else {
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

  /// A stored story with what its format said of it, be it under an embargo: for deciding, never for showing.
  func wholeStory(_ number: StoryNumber) throws -> StoredStory? {
    guard let stored = try reader.anyStory(number) else { return nil }
    var story = stored.story
    story.facts = try reader.facts(of: number)
    return StoredStory(
      number: number, story: story, digest: stored.digest, version: stored.version,
      received: stored.received, group: stored.group, identityIsGiven: stored.identityIsGiven)
  }

  /// Commits what is pending and tells of the states in it, if there are any to tell of.
  func tellStates(_ work: inout PendingWork) throws {
    if !work.commit.wire.untold.isEmpty { try commitAndTell(&work) }
  }

  /// Commits what is pending and tells what is to be told: who came before an order is told of before it, and not as if
  /// he came after.
  func commitAndTell(_ work: inout PendingWork) throws {
    try commit(&work)
    if hasUntold { try tellStates() }
  }
}
