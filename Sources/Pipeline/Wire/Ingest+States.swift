internal import Store
internal import Stories

extension Ingest {
  /// A story's state, with what is not committed yet; nil for one that may be used.
  func state(of story: StoryNumber, _ work: PendingWork) throws -> StoryState? {
    if let change = work.commit.wire.states.last(where: { $0.story == story }) {
      return change.state
    }
    return try reader().states(of: [story])[story]
  }

  /// What a story's format said of it, with what is not committed yet; nil for a plain story.
  func facts(of story: StoryNumber, _ work: PendingWork) throws -> WireFacts? {
    if let row = work.commit.wire.rows.last(where: { $0.story == story }) { return row.facts }
    return try reader().facts(of: story)
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
    if embargoed[number] == nil { work.commit.wire.untold.append(number) }
  }

  /// A stored story with what its format said of it, be it under an embargo: for deciding, never for showing.
  func wholeStory(_ number: StoryNumber) throws -> StoredStory? {
    let reader = try self.reader()
    guard let stored = try reader.anyStory(number) else { return nil }
    var story = stored.story
    story.facts = try reader.facts(of: number)
    return StoredStory(
      number: number, story: story, digest: stored.digest, version: stored.version,
      received: stored.received, group: stored.group, identityIsGiven: stored.identityIsGiven)
  }

  /// Commits what is pending and tells of the states in it, if there are any to tell of.
  func tellStates(_ work: inout PendingWork) throws {
    guard !work.commit.wire.untold.isEmpty else { return }
    try commit(&work)
    try tellStates()
  }
}
