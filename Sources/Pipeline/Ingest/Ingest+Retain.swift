internal import NearDuplicates
internal import Store
internal import Stories

extension Ingest {
  private static var expiryBatch: Int { 200 }
  private static var timeBetweenRetentions: Int64 { 60_000 }
  /// Where readers never end, one second in so many is lost to waiting for them.
  private static var timeBetweenShortenings: Int64 { 15_000 }

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
}
