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

  let store: Store
  let states: StoryStates
  private let targets: OrderTargets
  private let copies: LateCopies
  private let releases: Releases
  /// Orders that have found no story yet.
  var waiting: OrderIndex
  /// Kills and holds of all versions of an item up to one, whether or not they have found any.
  var standing: OrderIndex

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

  /// Puts down what an order makes of stories. Returns those of which it makes anything.
  func begin(
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
