internal import Store
internal import Stories
internal import Wire

/// Kills, holds and releases: finds what they are about, carries them out, and has those wait whose story is yet to come.
///
/// Owned by one task, like the ingest.
final class OrderDesk {
  /// Orders that wait at most, some 30 MB: an agency gives tens a day, and whoever gives thousands is mistaken. Of those
  /// that stand for late versions there may be as many.
  static let most = 20_000

  private let store: Store
  private let states: StoryStates
  private let targets: OrderTargets
  private let copies: LateCopies
  private let releases: Releases
  /// Orders that have found no story yet.
  private var waiting: OrderIndex
  /// Kills and holds of all versions of an item up to one, whether or not they have found any.
  private var standing: OrderIndex

  /// Loads the orders that a story may yet come under.
  ///
  /// - Throws: `StoreError`.
  init(
    _ store: Store, _ states: StoryStates, _ targets: OrderTargets, _ copies: LateCopies,
    _ releases: Releases
  ) throws(StoreError) {
    (self.store, self.states, self.targets) = (store, states, targets)
    (self.copies, self.releases) = (copies, releases)
    let edge = WireOrder.waiting(since: states.wall())
    waiting = OrderIndex(try store.openOrders(since: edge))
    standing = OrderIndex(
      try store.orders(of: [.kill, .hold], since: edge).filter(\.order.isStanding))
  }

  /// Notes what is in the store now: an order that has found its story is about no other.
  func noteStored(_ commit: WireCommit) {
    for digest in commit.matched { waiting.remove(digest) }
    for digest in commit.lapsed { forget(digest) }
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

  private func letGo(
    _ order: WaitingOrder, _ reason: LapsedOrder.Reason, _ commit: inout Commit
  ) throws {
    let now = states.wall()
    commit.wire.lapsed.append(order.digest)
    let lapsed = LapsedOrder(order: order.order, reason: reason, now: now)
    commit.events.append(try EventBody.orderLapsed(lapsed).draft(at: now))
  }

  private func forget(_ digest: ContentDigest) {
    waiting.remove(digest)
    standing.remove(digest)
  }

  /// Takes an order. Returns whether it is new, or changes anything.
  ///
  /// Call it when nothing is pending, so that an order finds every story that came before it. One that comes again is
  /// carried out on what it has not changed yet: on a take that came after it, or on one that was released since.
  func take(
    _ delivered: DeliveredStory, _ notice: WireNotice, from part: FilePart,
    _ work: inout PendingWork
  ) throws -> Bool {
    let history = try store.history(ofOrder: delivered.digest)
    if part.hasCarriedOut(history) { return false }
    let story = delivered.story
    let order = WireOrder(
      notice: notice, id: story.id, identityIsGiven: delivered.identityIsGiven,
      outlet: story.outlet?.name, agency: story.facts?.agency, version: story.facts?.version,
      keys: WireKeys(delivered).identities,
      note: story.facts?.editorsNote ?? story.title, embargo: story.facts?.embargo)
    var found = try targets.stories(of: order, given: story)
    let isNew = !history.isInForce
    if isNew {
      try note(order, delivered.digest, isOver: !found.isEmpty || notice.kind == .release, &work)
    } else {
      found = try unchanged(found, by: order, work)
      if !found.isEmpty { work.commit.wire.matched.append(delivered.digest) }
    }
    work.commit.wire.origins.append((delivered.digest, part.origin))
    if notice.kind == .release {
      // A hold that is lifted before its story comes is over too.
      work.commit.wire.matched += waiting.lifted(by: order)
    }
    guard isNew || !found.isEmpty else { return false }
    try carryOut(order, on: found, file: part.file, &work)
    try releases.lift(found, by: order, &work)
    return true
  }

  /// Puts down an order that has come for the first time, or again when it had been let go. Where too many wait by then,
  /// the oldest go of whose source most are.
  private func note(
    _ order: WireOrder, _ digest: ContentDigest, isOver: Bool, _ work: inout PendingWork
  ) throws {
    let now = states.wall()
    work.commit.wire.orders.append((order, digest, now, isOver))
    let taken = WaitingOrder(order: order, digest: digest, at: now)
    if !isOver { waiting.insert(taken) }
    if order.isStanding { standing.insert(taken) }
    while let surplus = waiting.surplus(over: Self.most) ?? standing.surplus(over: Self.most) {
      forget(surplus.digest)
      try letGo(surplus, .number, &work.commit)
    }
  }

  /// The stories of which an order that comes again makes anything: kills what is not killed, holds what is neither killed
  /// nor held. A hold on versions up to one that a usable version has followed is over, and was only sent twice.
  private func unchanged(
    _ found: [StoredStory], by order: WireOrder, _ work: PendingWork
  ) throws -> [StoredStory] {
    if order.notice.kind == .hold, try hasUsableSuccessor(order, work) { return [] }
    let known = try states.states(of: found.map(\.number), work)
    return found.filter { order.notice.kind.isNews(to: known[$0.number]?.kind) }
  }

  /// Whether a version above those that an order is about may be used.
  private func hasUsableSuccessor(_ order: WireOrder, _ work: PendingWork) throws -> Bool {
    guard order.notice.names.isEmpty, let limit = order.version else { return false }
    let numbers = try targets.numbers(under: order)
    let later = try states.versions(of: numbers, work).filter { $0.value > limit }.map(\.key)
    let known = try states.states(of: later, work)
    return later.contains { known[$0] == nil && !states.embargoes.hide($0) }
  }

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

  /// Puts down what an order makes of stories. Returns those of which it makes anything.
  private func begin(
    _ order: WireOrder, on named: [StoredStory], _ work: inout PendingWork
  ) throws -> [StoredStory] {
    let now = states.wall()
    return try named.filter { story in
      let number = story.number
      let before = try states.state(of: number, work)
      // What is killed stays killed, and what nobody held needs no release.
      guard order.notice.kind.changes(before?.kind) else { return false }
      func begin(_ kind: StoryState.Kind, correction: StoryNumber?) {
        let note = order.note(by: states.embargoes.end(of: number) ?? now)
        let state = StoryState(
          story: number, kind: kind, since: now, note: note, correction: correction)
        work.commit.wire.states.append(.begins(state))
      }
      switch order.notice.kind {
      case .kill: begin(.killed, correction: nil)
      case .hold: begin(.held, correction: before?.correction)
      case .release: if let before { try states.end(hold: before, &work) }
      }
      return true
    }
  }

  private func carryOut(
    _ order: WireOrder, on named: [StoredStory], file: String, _ work: inout PendingWork
  ) throws {
    let begun = try begin(order, on: named, &work)
    guard named.isEmpty || !begun.isEmpty else { return }
    let now = states.wall()
    // Of a story that nobody may know of yet nobody hears what becomes of it; an order under an embargo
    // takes effect, and what it says waits for its time.
    let told = begun.filter { !states.embargoes.hide($0.number) }
    guard !told.isEmpty || (begun.isEmpty && !order.isEmbargoed(at: now)) else { return }
    var fields = OrderFields(
      story: told.last, stories: told.map(\.number), note: order.note(by: now), file: file)
    if order.notice.kind == .release {
      fields.reason = "hold"
    } else {
      fields.waitsFor = named.isEmpty ? order.calls : nil
      fields.live = try copies.live.outlets(carrying: told, replacement: nil)
        .map(\.story.number)
    }
    work.commit.events.append(try EventBody.order(order.notice.kind, fields).draft(at: now))
  }
}

extension WireNotice.Kind {
  /// Whether an order of this kind makes anything of a story in some state.
  fileprivate func changes(_ state: StoryState.Kind?) -> Bool {
    switch self {
    case .kill: true
    case .hold: state != .killed
    case .release: state == .held
    }
  }

  /// Whether an order of this kind that was carried out before makes anything new of a story in some state.
  fileprivate func isNews(to state: StoryState.Kind?) -> Bool {
    switch self {
    case .kill: state != .killed
    case .hold: changes(state) && state != .held
    case .release: changes(state)
    }
  }
}
