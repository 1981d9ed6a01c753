internal import Inbox
internal import NearDuplicates
internal import Store
internal import Stories
internal import SystemPackage
internal import Wire

extension Ingest {
  private static var expiryBatch: Int { 200 }
  private static var timeBetweenRetentions: Int64 { 60_000 }
  /// Where readers never end, one second in so many is lost to waiting for them.
  private static var timeBetweenShortenings: Int64 { 15_000 }

  /// Moves a file whose stories are stored to where it belongs.
  func dispose(_ file: PendingWork.FinishedFile) throws(FileError) {
    do throws(FileError) {
      if let reason = file.reason {
        try inbox.refuse(file.arrival.relative, claimed: true, reason: reason)
        fault(.afterRefuse)
      } else {
        switch options.disposal {
        case .delete: try inbox.delete(file.arrival)
        case .move: try inbox.moveToDone(file.arrival, day: today)
        }
      }
    } catch {
      guard case .vanished = error else { throw error }
    }
    fault(.afterDispose)
  }

  /// Refuses something that was not read: notes it in the store, then gets it out of the way. What is stuck has been
  /// noted and is only moved.
  ///
  /// - Parameters:
  ///   - arrival: what is refused.
  ///   - claimed: whether it stands in work rather than in the inbox.
  ///   - problem: what is wrong.
  ///   - remedy: what to do.
  /// - Throws: `StoreError` when it can't be noted; what can't be moved is left where it is.
  func refuseUnread(
    _ arrival: Arrival, claimed: Bool = false, problem: String, remedy: String
  ) throws {
    let refusal = Refusal(problem: problem, remedy: remedy)
    if !(claimed ? stuckInWork : stuck).contains(arrival) { try noteUnread(arrival, refusal) }
    do throws(FileError) {
      try inbox.refuse(arrival.relative, claimed: claimed, reason: refusal.description)
      fault(.afterRefuse)
    } catch {
      if case .vanished = error { return }
      if claimed { leaveInWork(arrival, error) } else { setAside(arrival, error) }
      return
    }
    if claimed { stuckInWork.remove(arrival) } else { stuck.remove(arrival) }
  }

  /// Reads again what an interrupted run left in work.
  func recover() throws {
    let findings = try sweepWork()
    let fresh = findings.ready.count { !stuckInWork.contains($0) }
    if fresh > 0, fresh != leftoversSaid { log.recovering(fresh) }
    leftoversSaid = fresh
    let now = wall()
    for entry in findings.odd where stuckInWork.isDue(entry.arrival, at: now) {
      try refuseUnread(
        entry.arrival, claimed: true, problem: entry.problem, remedy: entry.remedy)
    }
    var rest = findings.ready.filter { stuckInWork.isDue($0, at: now) }[...]
    if !rest.isEmpty { fault(.inRecovery) }
    while !rest.isEmpty {
      var batch: [ClaimedFile] = []
      var bytes = 0
      while batch.count < Ingest.filesPerStep, bytes < Ingest.bytesPerStep,
        let arrival = rest.popFirst()
      {
        guard let file = try reclaim(arrival) else { continue }
        bytes += file.bytes.count
        batch.append(file)
      }
      try process(batch, recovered: true)
      try pulse.beat()
    }
  }

  /// Looks through work, however deep: the limit may have been larger when something was claimed.
  private func sweepWork() throws -> Sweeper.Findings {
    let work = foundation.folders.work
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

  private func reclaim(_ arrival: Arrival) throws -> ClaimedFile? {
    do throws(FileError) {
      return try inbox.reclaim(arrival)
    } catch {
      switch error {
      case .vanished: break
      case .forbidden, .notRegular, .tooLarge:
        try refuseUnread(
          arrival, claimed: true, problem: "\(error)", remedy: Ingest.remedy(for: error))
      case .full: throw error
      case .failed, .blocked, .exists, .changed: leaveInWork(arrival, error)
      }
      return nil
    }
  }

  /// Deletes what is past its retention, a bounded step at a time, and keeps the store's log short.
  func retain() throws {
    let now = wall()
    if tally.lastShortening.map({ now.distance(to: $0) >= Ingest.timeBetweenShortenings }) ?? true {
      tally.lastShortening = now
      store.shortenLog()
    }
    if let last = tally.lastRetention, now.distance(to: last) < Ingest.timeBetweenRetentions {
      return
    }
    taster.expire(at: now, window: foundation.window)
    let edge = now.advanced(byMilliseconds: -options.retention)
    let gone = try store.expire(before: edge, at: now, limit: Ingest.expiryBatch) { story in
      try EventBody.storyExpired(story).draft(at: now)
    }
    taster.forget(gone.map(\.number))
    try desk.states.embargoes.noteUnheard(Set(gone.map(\.group)), in: reader)
    if !gone.isEmpty { log.expired(gone.count) }
    let unseen = now.advanced(byMilliseconds: -foundation.window * BoilerplateBounds.windows)
    _ = try store.expireSegments(before: unseen, limit: Ingest.expiryBatch)
    let forgotten = try store.forgetEvents(
      before: now.advanced(byMilliseconds: -options.eventRetention), at: now,
      limit: Ingest.expiryBatch)
    let lapsed = try letOrdersGo()
    let orders = try store.forgetOrders(
      before: min(edge, WireOrder.waiting(since: now)), at: now, limit: Ingest.expiryBatch)
    if max(gone.count, forgotten, lapsed, orders) < Ingest.expiryBatch { tally.lastRetention = now }
  }

  /// Tells of orders that have waited in vain for long enough. Returns how many.
  private func letOrdersGo() throws -> Int {
    var commit = newWork().commit
    let count = try desk.orders.lapse(in: &commit, limit: Ingest.expiryBatch)
    if count > 0 { try put(commit) }
    return count
  }

  private var today: String { String(wall().description.prefix(10)) }
}
