internal import Store
internal import Stories
internal import Wire

/// Orders whose story is yet to come.
extension OrderDesk {
  /// Carries out orders that came before the story they are about, and those on all versions up to one that found
  /// others of them.
  func carryOutWaiting(
    on newcomer: StoredStory, _ keys: WireKeys, versions: [StoryNumber], _ work: inout PendingWork
  ) throws {
    let edge = WireOrder.waiting(since: states.wall())
    waiting.removeOldest(before: edge)
    standing.removeOldest(before: edge)
    for found in waiting.concerning(newcomer, keys, since: edge)
    where !work.commit.wire.matched.contains(found.digest) {
      work.commit.wire.matched.append(found.digest)
      try begin(found.order, with: newcomer, &work)
    }
    guard newcomer.story.facts?.version != nil,
      let order = try standingOrder(on: newcomer, keys, versions: versions, work)
    else { return }
    try begin(order, with: newcomer, &work)
  }

  /// The order on all versions up to one that a newcomer is under: a kill for good, a hold as long as another of these
  /// versions is held. Nil where it is carried out already.
  private func standingOrder(
    on newcomer: StoredStory, _ keys: WireKeys, versions: [StoryNumber], _ work: PendingWork
  ) throws -> WireOrder? {
    let edge = WireOrder.waiting(since: states.wall())
    let orders = standing.concerning(newcomer, keys, since: edge).map(\.order)
    guard !orders.isEmpty else { return nil }
    let own = try states.state(of: newcomer.number, work)?.kind
    if let kill = orders.last(where: { $0.notice.kind == .kill }) {
      return own == .killed ? nil : kill
    }
    guard own == nil, let hold = orders.last,
      try states.states(of: versions, work).values.contains(where: { $0.kind == .held })
    else { return nil }
    return hold
  }

  /// Puts down what an order that came first makes of a newcomer. It is told by `UntoldStates`: who carries a story can be
  /// asked when the store has it.
  private func begin(
    _ order: WireOrder, with newcomer: StoredStory, _ work: inout PendingWork
  ) throws {
    let begun = try begin(order, on: [newcomer], &work).map(\.number)
    work.commit.wire.untold += begun.filter { !states.embargoes.hide($0) }
  }

  /// Lets go orders that have waited for their story as long as any does.
  ///
  /// The store says which these are: of what came due while nobody watched is told too.
  ///
  /// - Parameters:
  ///   - commit: takes what is told.
  ///   - limit: orders to a commit.
  /// - Returns: how many are let go.
  /// - Throws: `StoreError`, or `EventError`.
  func lapse(in commit: inout Commit, limit: Int) throws -> Int {
    let edge = WireOrder.waiting(since: states.wall())
    let overdue = try store.overdueOrders(before: edge, limit: limit)
    for order in overdue { try letGo(order, .age, &commit) }
    return overdue.count
  }

  func letGo(
    _ order: WaitingOrder, _ reason: LapsedOrder.Reason, _ commit: inout Commit
  ) throws {
    let now = states.wall()
    commit.wire.lapsed.append(order.digest)
    let lapsed = LapsedOrder(order: order.order, reason: reason, now: now)
    commit.events.append(try EventBody.orderLapsed(lapsed).draft(at: now))
  }

  func forget(_ digest: ContentDigest) {
    waiting.remove(digest)
    standing.remove(digest)
  }
}
