internal import Inbox
internal import Stories
internal import SystemPackage

extension Intake {
  /// Hands over what an interrupted run left in work, where there may be such.
  ///
  /// - Parameters:
  ///   - note: notes what is refused unread.
  ///   - process: takes a batch to its end.
  /// - Throws: what `process` throws, or whatever holds up everything.
  func recoverIfNeeded(
    noting note: UnreadNote, _ process: ([ClaimedFile]) throws -> Void
  ) throws {
    guard needsRecovery || stuckInWork.isAnyDue(at: wall()) else { return }
    try recover(noting: note, process)
    needsRecovery = false
  }

  private func recover(
    noting note: UnreadNote, _ process: ([ClaimedFile]) throws -> Void
  ) throws {
    let findings = try sweepWork()
    let fresh = findings.ready.count { !stuckInWork.contains($0) }
    if fresh > 0, fresh != leftoversSaid { log.recovering(fresh) }
    leftoversSaid = fresh
    let now = wall()
    let odd = findings.odd.filter { stuckInWork.isDue($0.arrival, at: now) }
    try refuseUnread(odd.map { UnreadEntry($0, claimed: true) }, noting: note)
    var rest = findings.ready.filter { stuckInWork.isDue($0, at: now) }[...]
    if !rest.isEmpty { fault(.inRecovery) }
    while !rest.isEmpty {
      var batch: [ClaimedFile] = []
      var bytes = 0
      while batch.count < Intake.filesPerStep, bytes < Intake.bytesPerStep,
        let arrival = rest.popFirst()
      {
        guard let file = try reclaim(arrival, noting: note) else { continue }
        bytes += file.bytes.count
        batch.append(file)
      }
      try process(batch)
    }
  }

  /// Looks through work, however deep: the limit may have been larger when something was claimed.
  private func sweepWork() throws -> Sweeper.Findings {
    let work = folders.work
    var leftovers = Sweeper(work, settle: .zero, depth: .max)
    let findings = leftovers.sweep(through: door, now: .now, wall: wall())
    for failure in findings.failures where failure.path == work { throw failure }
    let unlistable = findings.failures.map { failure in
      var below = failure.path
      _ = below.removePrefix(work)
      return Arrival(relative: below, modified: Instant(milliseconds: 0))
    }
    stuckInWork.keep(findings.ready + findings.odd.map(\.arrival) + unlistable)
    for (folder, failure) in zip(unlistable, findings.failures) { leaveInWork(folder, failure) }
    return findings
  }

  private func reclaim(_ arrival: Arrival, noting note: UnreadNote) throws -> ClaimedFile? {
    do throws(FileError) {
      return try inbox.reclaim(arrival)
    } catch {
      switch error {
      case .vanished: break
      case .forbidden, .notRegular, .tooLarge:
        try refuseUnread([UnreadEntry(arrival, claimed: true, error)], noting: note)
      case .full: throw error
      case .failed, .blocked, .exists, .changed, .immovable: leaveInWork(arrival, error)
      }
      return nil
    }
  }

  /// Lets files go whose stories are stored: those that are refused together, behind the others.
  func dispose(_ finished: [PendingWork.FinishedFile]) {
    for file in finished where file.reason == nil {
      do throws(FileError) {
        try putAway(file.arrival)
        noteEnd(of: file, nil)
      } catch {
        noteEnd(of: file, error)
      }
    }
    let refused = finished.filter { $0.reason != nil }
    inbox.refuse(
      refused.map { RefusedEntry($0.arrival.relative, claimed: true, reason: $0.reason ?? "") }
    ) { position, error in
      if error == nil { fault(.afterRefuse) }
      noteEnd(of: refused[position], error)
    }
  }

  /// Says why no file could be moved since this was last asked: those that are left are dealt with as after a crash.
  func throwMoveFailure() throws(FileError) {
    guard let failure = moveFailure else { return }
    moveFailure = nil
    throw failure
  }

  private func putAway(_ arrival: Arrival) throws(FileError) {
    switch options.disposal {
    case .delete: try inbox.delete(arrival)
    case .move: try inbox.moveToDone(arrival, day: String(wall().description.prefix(10)))
    }
  }

  /// Notes that a file whose stories are stored has left work, or why it has not.
  private func noteEnd(of file: PendingWork.FinishedFile, _ error: FileError?) {
    switch error {
    case nil, .vanished:
      fault(.afterDispose)
      stuckInWork.remove(file.arrival)
    case .some(let error): noteUndisposed(file, error)
    }
  }
}
