internal import Inbox
internal import NearDuplicates
internal import Store
internal import Stories
internal import SystemPackage
internal import Wire

extension Ingest {
  private static var expiryBatch: Int { 200 }
  private static var timeBetweenRetentions: Int64 { 60_000 }

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

  /// Refuses something that was not read: notes it in the store, then gets it out of the way.
  func refuseUnread(_ arrival: Arrival, problem: String, remedy: String) throws {
    let refusal = Refusal(problem: problem, remedy: remedy)
    try noteUnread(arrival, refusal)
    do throws(FileError) {
      try inbox.refuse(arrival.relative, claimed: false, reason: refusal.description)
      fault(.afterRefuse)
    } catch {
      if case .vanished = error { return }
      setAside(arrival, error)
    }
  }

  /// Reads again what an interrupted run left in work.
  func recover() throws {
    var leftovers = Sweeper(
      foundation.folders.work, settle: .zero, depth: options.limits.folderDepth)
    let findings = leftovers.sweep(through: door, now: .now, wall: wall())
    if let failure = findings.failures.first { throw failure }
    guard !findings.ready.isEmpty else {
      leftoversSaid = 0
      return
    }
    if findings.ready.count != leftoversSaid { log.recovering(findings.ready.count) }
    leftoversSaid = findings.ready.count
    fault(.inRecovery)
    var rest = findings.ready[...]
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
      try checkIn()
    }
  }

  private func reclaim(_ arrival: Arrival) throws -> ClaimedFile? {
    do throws(FileError) {
      return try inbox.reclaim(arrival)
    } catch {
      switch error {
      case .vanished: return nil
      case .forbidden, .notRegular, .tooLarge:
        try dispose(.init(arrival: arrival, reason: "\(error)"))
        return nil
      default: throw error
      }
    }
  }

  /// Deletes what is past its retention, a bounded step at a time.
  func retain() throws {
    let now = wall()
    if let last = tally.lastRetention, now.distance(to: last) < Ingest.timeBetweenRetentions {
      return
    }
    taster.expire(at: now, window: foundation.window)
    let edge = now.advanced(byMilliseconds: -options.retention)
    let gone = try store.expire(before: edge, at: now, limit: Ingest.expiryBatch) { story in
      EventBody.storyExpired(story).draft(at: now)
    }
    taster.forget(gone.map(\.number))
    if !gone.isEmpty { log.expired(gone.count) }
    let unseen = now.advanced(byMilliseconds: -foundation.window * BoilerplateBounds.windows)
    _ = try store.expireSegments(before: unseen, limit: Ingest.expiryBatch)
    let forgotten = try store.forgetEvents(
      before: now.advanced(byMilliseconds: -options.eventRetention), at: now,
      limit: Ingest.expiryBatch)
    let orders = try store.forgetOrders(
      before: min(edge, WireOrder.waiting(since: now)), at: now, limit: Ingest.expiryBatch)
    if max(gone.count, forgotten, orders) < Ingest.expiryBatch { tally.lastRetention = now }
  }

  private var today: String { String(wall().description.prefix(10)) }
}
