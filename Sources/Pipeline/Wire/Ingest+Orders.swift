internal import Inbox
internal import Store
internal import Stories
internal import Wire

extension Ingest {
  /// Takes an order. Returns whether it is new, or changes anything.
  ///
  /// What is pending is committed first, so that an order finds every story that came before it. One that comes again is
  /// carried out on what it has not changed yet: on a take that came after it, or on one that was released since.
  func take(
    _ delivered: DeliveredStory, _ notice: WireNotice, from part: FilePart,
    _ work: inout PendingWork
  ) throws -> Bool {
    try commitAndTell(&work)
    let history = try store.history(ofOrder: delivered.digest)
    if part.hasCarriedOut(history) { return false }
    let story = delivered.story
    let order = WireOrder(
      notice: notice, id: story.id, identityIsGiven: delivered.identityIsGiven,
      outlet: story.outlet?.name, agency: story.facts?.agency, version: story.facts?.version,
      keys: WireKeys(delivered).identities,
      note: story.facts?.editorsNote ?? story.title, embargo: story.facts?.embargo)
    var targets = try self.targets(of: order, given: story)
    let isNew = history == .new
    if isNew {
      note(order, delivered.digest, isOver: !targets.isEmpty || notice.kind == .release, &work)
    } else {
      targets = try unchanged(targets, by: order, work)
      if !targets.isEmpty { work.commit.wire.matched.append(delivered.digest) }
    }
    work.commit.wire.origins.append((delivered.digest, part.origin))
    if notice.kind == .release {
      // A hold that is lifted before its story comes is over too.
      work.commit.wire.matched += openOrders.lifted(by: order)
    }
    guard isNew || !targets.isEmpty else { return false }
    try carryOut(order, on: targets, file: part.file, &work)
    try liftEmbargoes(of: targets, by: order, &work)
    try tellStates(&work)
    return true
  }

  /// Puts down an order that has come for the first time.
  private func note(
    _ order: WireOrder, _ digest: ContentDigest, isOver: Bool, _ work: inout PendingWork
  ) {
    let now = wall()
    work.commit.wire.orders.append((order, digest, now, isOver))
    let waiting = WaitingOrder(order: order, digest: digest, at: now)
    if !isOver { openOrders.insert(waiting) }
    if order.isStanding { standingOrders.insert(waiting) }
  }

  /// The stories of which an order that comes again makes anything: kills what is not killed, holds what is neither killed
  /// nor held. A hold on versions up to one that a usable version has followed is over, and was only sent twice.
  private func unchanged(
    _ targets: [StoredStory], by order: WireOrder, _ work: PendingWork
  ) throws -> [StoredStory] {
    if order.notice.kind == .hold, try hasUsableSuccessor(order, work) { return [] }
    let states = try states(of: targets.map(\.number), work)
    return targets.filter { order.notice.kind.isNews(to: states[$0.number]?.kind) }
  }

  /// Carries out orders that came before the story they are about, and those on all versions up to one that found
  /// others of them.
  func carryOutOpenOrders(
    on newcomer: StoredStory, _ keys: WireKeys, versions: [StoryNumber], _ work: inout PendingWork
  ) throws {
    let edge = WireOrder.waiting(since: wall())
    openOrders.removeOldest(before: edge)
    standingOrders.removeOldest(before: edge)
    for waiting in openOrders.concerning(newcomer, keys, since: edge)
    where !work.commit.wire.matched.contains(waiting.digest) {
      work.commit.wire.matched.append(waiting.digest)
      try begin(waiting.order, with: newcomer, &work)
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
    let edge = WireOrder.waiting(since: wall())
    let orders = standingOrders.concerning(newcomer, keys, since: edge).map(\.order)
    guard !orders.isEmpty else { return nil }
    let own = try state(of: newcomer.number, work)?.kind
    if let kill = orders.last(where: { $0.notice.kind == .kill }) {
      return own == .killed ? nil : kill
    }
    guard own == nil, let hold = orders.last,
      try states(of: versions, work).values.contains(where: { $0.kind == .held })
    else { return nil }
    return hold
  }

  /// Puts down what an order that came first makes of a newcomer. It is told by `tellStates`: who carries a story can be
  /// asked when the store has it.
  private func begin(
    _ order: WireOrder, with newcomer: StoredStory, _ work: inout PendingWork
  ) throws {
    let targets = try begin(order, on: [newcomer], &work).map(\.number)
    work.commit.wire.untold += targets.filter { !embargoes.hide($0) }
  }

  /// Puts down what an order makes of stories. Returns those of which it makes anything.
  private func begin(
    _ order: WireOrder, on named: [StoredStory], _ work: inout PendingWork
  ) throws -> [StoredStory] {
    let now = wall()
    return try named.filter { story in
      let number = story.number
      let before = try state(of: number, work)
      // What is killed stays killed, and what nobody held needs no release.
      guard order.notice.kind.changes(before?.kind) else { return false }
      func begin(_ kind: StoryState.Kind, correction: StoryNumber?) {
        let note = order.note(by: embargoes.end(of: number) ?? now)
        let state = StoryState(
          story: number, kind: kind, since: now, note: note, correction: correction)
        work.commit.wire.states.append(.begins(state))
      }
      switch order.notice.kind {
      case .kill: begin(.killed, correction: nil)
      case .hold: begin(.held, correction: before?.correction)
      case .release: if let before { try end(hold: before, &work) }
      }
      return true
    }
  }

  private func carryOut(
    _ order: WireOrder, on named: [StoredStory], file: String, _ work: inout PendingWork
  ) throws {
    let targets = try begin(order, on: named, &work)
    guard named.isEmpty || !targets.isEmpty else { return }
    let now = wall()
    // Of a story that nobody may know of yet nobody hears what becomes of it; an order under an embargo
    // takes effect, and what it says waits for its time.
    let told = targets.filter { !embargoes.hide($0.number) }
    guard !told.isEmpty || (targets.isEmpty && !order.isEmbargoed(at: now)) else { return }
    var fields = OrderFields(
      story: told.last, stories: told.map(\.number), note: order.note(by: now), file: file)
    if order.notice.kind == .release {
      fields.reason = "hold"
    } else {
      fields.waitsFor = named.isEmpty ? order.calls : nil
      fields.live = try liveList().outlets(carrying: told, replacement: nil)
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
