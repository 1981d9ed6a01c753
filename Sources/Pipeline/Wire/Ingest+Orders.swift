internal import Inbox
internal import Store
internal import Stories
internal import Wire

extension Ingest {
  /// A reader over the same store, for decisions.
  func reader() throws(StoreError) -> StoreReader {
    if let cachedReader { return cachedReader }
    let reader = try StoreReader(path: store.path, exists: true)
    cachedReader = reader
    return reader
  }

  /// Takes an order. Returns whether it is new.
  ///
  /// What is pending is committed first, so that an order finds every story that came before it.
  func take(
    _ delivered: DeliveredStory, _ notice: WireNotice, file: String, _ work: inout PendingWork
  ) throws -> Bool {
    try commitAndTell(&work)
    if try store.hasOrder(delivered.digest) { return false }
    let story = delivered.story
    let order = WireOrder(
      notice: notice, id: story.id, identityIsGiven: delivered.identityIsGiven,
      outlet: story.outlet?.name, agency: story.facts?.agency, version: story.facts?.version,
      keys: WireKeys(delivered).identities,
      note: story.facts?.editorsNote ?? story.title, embargo: story.facts?.embargo)
    let targets = try self.targets(of: order, given: story)
    let isOver = !targets.isEmpty || notice.kind == .release
    let now = wall()
    work.commit.wire.orders.append((order, delivered.digest, now, isOver))
    if !isOver { openOrders.append((order, delivered.digest, now)) }
    if notice.kind == .release {
      // A hold that is lifted before its story comes is over too.
      work.commit.wire.matched += openOrders.filter { $0.order.isLifted(by: order) }.map(\.digest)
    }
    if order.isStanding { standingOrders.append((order, now)) }
    try carryOut(order, on: targets, file: file, &work)
    try liftEmbargoes(of: targets, by: order, &work)
    try tellStates(&work)
    return true
  }

  /// Carries out orders that came before the story they are about, and those on all versions up to one that found
  /// others of them.
  func carryOutOpenOrders(
    on newcomer: StoredStory, _ keys: WireKeys, versions: [StoryNumber], _ work: inout PendingWork
  ) throws {
    let edge = WireOrder.waiting(since: wall())
    openOrders.removeAll { $0.at < edge || work.commit.wire.matched.contains($0.digest) }
    standingOrders.removeAll { $0.at < edge }
    for (order, digest, at) in openOrders where order.concerns(newcomer, keys, cameAt: at) {
      work.commit.wire.matched.append(digest)
      try begin(order, with: newcomer, &work)
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
    let orders = standingOrders.filter { $0.order.concerns(newcomer, keys, cameAt: $0.at) }
      .map(\.order)
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
    work.commit.wire.untold += targets.filter { embargoed[$0] == nil }
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
        let note = order.note(by: embargoed[number] ?? now)
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
    let told = targets.filter { embargoed[$0.number] == nil }
    guard !told.isEmpty || (targets.isEmpty && !order.isEmbargoed(at: now)) else { return }
    var fields = OrderFields(
      story: told.last, stories: told.map(\.number), note: order.note(by: now), file: file)
    if order.notice.kind == .release {
      fields.reason = "hold"
    } else {
      fields.waitsFor = named.isEmpty ? order.calls : nil
      fields.live = try LiveList(reader()).outlets(carrying: told, replacement: nil)
        .map(\.story.number)
    }
    work.commit.events.append(EventBody.order(order.notice.kind, fields).draft(at: now))
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
}

extension WireOrder {
  /// Whether a release ends this order before it has found its story: a hold of the same party that names the same.
  func isLifted(by release: WireOrder) -> Bool {
    guard notice.kind == .hold, outlet == release.outlet, agency == release.agency else {
      return false
    }
    let names = Set(notice.names.map(WireOrder.folded))
    if names.isEmpty, release.notice.names.isEmpty {
      return !Set(keys).isDisjoint(with: release.keys)
        || identityIsGiven && release.identityIsGiven && id == release.id
    }
    return !names.isDisjoint(with: release.notice.names.map(WireOrder.folded))
  }

  /// A headline as it is compared: in small letters, its apostrophes straight.
  static func folded(_ headline: String) -> String {
    headline.lowercased().replacing("’", with: "'").replacing("‘", with: "'")
  }

  /// What it calls the story that it is about.
  var calls: [String] { notice.names.isEmpty ? [id] : notice.names }

  /// What it says, where that may be told at an instant.
  func note(by instant: Instant) -> String? { isEmbargoed(at: instant) ? nil : note }

  /// Whether it kills or holds whatever comes of an item up to a version, also after it has found some of it.
  var isStanding: Bool {
    notice.kind != .release && notice.names.isEmpty && version != nil
  }

  /// Whether one party's order by name may be about a story: its own, or copy of the agency that it is.
  func mayConcern(_ stored: StoredStory, agency other: String?) -> Bool {
    guard outlet != nil || agency != nil else { return true }
    let mine = Set([outlet, agency].compactMap { $0?.lowercased() })
    let its = Set([stored.story.outlet?.name, other].compactMap { $0?.lowercased() })
    // An outlet's notice is not about an agency's own copy, which bears no other outlet's name.
    return stored.story.outlet?.name.lowercased() == outlet?.lowercased()
      || !mine.isDisjoint(with: its) && other?.lowercased() == agency?.lowercased()
  }

  /// Whether one party's order may name a story by its slug: not where nobody is known to have given it.
  func mayName(_ stored: StoredStory, agency other: String?) -> Bool {
    let isNobodys = outlet == nil && agency == nil
    return isNobodys
      ? stored.story.outlet == nil && other == nil : mayConcern(stored, agency: other)
  }

  /// Whether the order is about a story that came after it.
  ///
  /// - Parameters:
  ///   - stored: the story.
  ///   - keys: its keys.
  ///   - at: when the order came. What was made later is not meant by a slug, nor is what is older than a day.
  /// - Returns: whether it is.
  func concerns(_ stored: StoredStory, _ keys: WireKeys, cameAt at: Instant) -> Bool {
    let facts = stored.story.facts
    if notice.names.isEmpty {
      let isSame =
        !Set(self.keys).isDisjoint(with: keys.identities)
        || (identityIsGiven && stored.identityIsGiven && stored.story.id == id
          && stored.story.outlet?.name == outlet)
      // A later version than the one that was withdrawn is fit for use.
      guard isSame, let limit = version else { return isSame && version == nil }
      return facts?.version.map { $0 <= limit } ?? true
    }
    guard mayConcern(stored, agency: facts?.agency) else { return false }
    let title = stored.story.title.map(WireOrder.folded)
    let slug =
      stored.made <= at && stored.made.distance(to: at) <= Instant.day
        && mayName(stored, agency: facts?.agency) ? keys.slug : nil
    return notice.names.contains { name in
      name == stored.story.id || WireOrder.folded(name) == title
        || (slug.map { $0.hasSuffix("|" + Slugs.base(name)) } ?? false)
    }
  }
}
