internal import Inbox
internal import Store
internal import Stories
internal import SystemPackage

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

  /// Files taken in one go, and the bytes of them, so that a batch of many is no longer a step than one large file.
  static var filesPerStep: Int { 256 }
  static var bytesPerStep: Int { 8 << 20 }
  /// Files that one sweep lines up at most; the oldest are taken, the rest is found again.
  static var lineUp: Int { 8192 }

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
      (needsRecovery, queue) = (true, [])
      return .more
    } catch {
      needsRecovery = true
      queue = []
      if let change = health.note(problem: "\(error)") { log.changed(change) }
      return .wait(health.pause)
    }
  }

  private func advance() throws -> Outcome {
    try hearPeople()
    if desk.untold.mayBeAny { try tellStates() }
    if needsRecovery || stuckInWork.isAnyDue(at: wall()) {
      try recover()
      needsRecovery = false
    }
    try checkStuckInWork()
    try releaseDue()
    if queue.isEmpty { try lookAround() }
    guard !queue.isEmpty else {
      let hasHealed = try heal(isIdle: true)
      try publish()
      try retain()
      if hasHealed { return .more }
      return tally.unsettled > 0 ? .settling : .idle
    }
    try process(claimBatch())
    _ = try heal(isIdle: false)
    // Tried again when all that waits is taken: each attempt ends in a pause.
    if !cannotPublish || queue.isEmpty { try publish() }
    try retain()
    return .more
  }

  /// Sweeps the inbox and lines up what is ready; gets odd entries out of the way.
  private func lookAround() throws {
    let findings = sweeper.sweep(through: door, now: .now, wall: wall())
    try sayUnlistable(findings.failures)
    sweeps += 1
    tally.unsettled = findings.unsettled
    stuck.keep(findings.ready + findings.odd.map(\.arrival))
    let now = wall()
    queue = findings.ready.filter { stuck.isDue($0, at: now) }.prefix(Ingest.lineUp)
    log.backlog(findings.ready.count)
    for entry in findings.odd where stuck.isDue(entry.arrival, at: now) {
      try refuseUnread(entry.arrival, problem: entry.problem, remedy: entry.remedy)
    }
  }

  /// A sub-folder that can't be listed is said once and holds up nothing; without the inbox nothing goes on.
  private func sayUnlistable(_ failures: [FileError]) throws {
    for failure in failures where failure.path == foundation.folders.inbox { throw failure }
    for failure in failures where !unlistable.contains(failure) { log.unlistable(failure) }
    unlistable = Set(failures)
  }

  /// Claims files off the line until a batch is full.
  private func claimBatch() throws -> [ClaimedFile] {
    var claimed: [ClaimedFile] = []
    var bytes = 0
    while claimed.count < Ingest.filesPerStep, bytes < Ingest.bytesPerStep,
      let arrival = queue.popFirst()
    {
      if let file = try claim(arrival) {
        claimed.append(file)
        bytes += file.bytes.count
        tracker.forget(arrival)
      }
    }
    if !claimed.isEmpty { fault(.afterClaim) }
    return claimed
  }

  private func claim(_ arrival: Arrival) throws -> ClaimedFile? {
    do throws(FileError) {
      let file = try inbox.claim(arrival, tracker: tracker)
      stuck.remove(arrival)
      return file
    } catch {
      // Whatever failed, the file may have been left in work.
      needsRecovery = true
      switch error {
      case .vanished, .changed: return nil
      case .exists:
        // What has its name is dealt with first. If that changes nothing it is left until it changes.
        if lastClash == arrival { setAside(arrival, error) }
        lastClash = arrival
        return nil
      case .full: throw error
      case .failed, .blocked:
        try checkWork()
        setAside(arrival, error)
        return nil
      case .forbidden, .notRegular, .tooLarge:
        try checkWork()
        try refuseUnread(arrival, problem: "\(error)", remedy: Ingest.remedy(for: error))
        return nil
      }
    }
  }

  static func remedy(for error: FileError) -> String {
    switch error {
    case .tooLarge: "split it, or raise limits.file_bytes"
    case .forbidden: "let the daemon's user read it and drop it again"
    default: "send the story as a regular file"
    }
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

extension OddEntry {
  /// The entry as an arrival, for refusing it.
  var arrival: Arrival { Arrival(relative: relative, modified: Instant(milliseconds: 0)) }
}
