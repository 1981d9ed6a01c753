internal import Store
internal import Stories

extension Ingest {
  /// What a step found, which decides when the next one is due.
  public enum Outcome: Hashable, Sendable {
    /// There is more to do now.
    case more
    /// The inbox has nothing ready.
    case idle
    /// Some files have not settled: look again after the settle time.
    case settling
    /// Something is in the way: try again after a pause.
    case wait(Duration)
  }

  /// Does one piece of work: a batch of files, or a large one to its end, with a beat of `pulse` in its midst. Never throws:
  /// what goes wrong becomes a state, said once.
  public func step() -> Outcome {
    hasWritten = false
    do {
      try rebuildIfNeeded()
      let outcome = try advance()
      // What was in the way may lie ahead still, while there is more to do and nothing of it was stored.
      let isOn = outcome != .more || hasWritten && !cannotPublish
      if isOn, let change = health.noteSuccess(isDone: outcome != .more) {
        log.changed(change)
      }
      return outcome
    } catch is CancellationError {
      intake.startOver()
      return .more
    } catch {
      intake.startOver()
      if let change = health.note(problem: "\(error)") { log.changed(change) }
      return .wait(health.pause)
    }
  }

  private func advance() throws -> Outcome {
    try hearPeople()
    if desk.untold.mayBeAny { try tellStates() }
    try intake.recoverIfNeeded(noting: noteUnread) { files in
      try process(files, recovered: true)
      try pulse.beat()
    }
    try intake.checkStuckInWork()
    try releaseDue()
    if intake.queue.isEmpty { try intake.lookAround(noting: noteUnread) }
    guard !intake.queue.isEmpty else {
      let hasHealed = try heal(isIdle: true)
      try publish()
      try retain()
      if hasHealed { return .more }
      return intake.unsettled > 0 ? .settling : .idle
    }
    try process(intake.claimBatch(noting: noteUnread))
    _ = try heal(isIdle: false)
    // Tried again when all that waits is taken: each attempt ends in a pause.
    if !cannotPublish || intake.queue.isEmpty { try publish() }
    try retain()
    return .more
  }

  /// Brings something into the store.
  func put(_ commit: Commit) throws(StoreError) {
    try store.commit(commit)
    hasWritten = true
    desk.noteStored(commit.wire)
    if !commit.wire.lapsed.isEmpty {
      let before = tally.lapsed
      tally.lapsed += commit.wire.lapsed.count
      log.lapsed(from: before, to: tally.lapsed)
    }
  }

  private func publish() throws {
    cannotPublish = options.eventFile != nil
    guard let file = options.eventFile else { return }
    do {
      if try file.publish(from: store, identity: identity) > 0 { fault(.afterPublish) }
    } catch {
      // The store keeps what was not told; memory must not, however long this lasts.
      taster.expire(at: wall(), window: foundation.window)
      throw error
    }
    cannotPublish = false
  }
}
