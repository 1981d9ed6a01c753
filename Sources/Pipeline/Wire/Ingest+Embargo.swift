internal import Inbox
internal import NearDuplicates
internal import Store
public import Stories
internal import Wire

extension Ingest {
  /// When the next embargo ends; nil if there is none.
  public var nextRelease: Instant? { embargoes.next }

  /// Tells of the stories whose embargo is over, in the order in which they came.
  func releaseDue() throws {
    guard let next = nextRelease, next <= wall() else { return }
    let now = wall()
    var work = PendingWork(nextStory: nextStory, nextGroup: taster.nextGroup)
    let before = embargoes
    do {
      for number in embargoes.over(at: now) { try release(number, at: now, &work) }
      try put(work.commit)
    } catch {
      // Nothing was told; the next step tries again.
      embargoes = before
      throw error
    }
    if hasUntold { try tellStates() }
  }

  /// Ends embargoes of stories whose source says of the very item, in a later version of it, that it may be used.
  func liftEmbargoes(
    of stories: [StoredStory], by order: WireOrder, _ work: inout PendingWork
  ) throws {
    guard order.notice.kind == .release, order.notice.names.isEmpty, order.identityIsGiven,
      order.version != nil, !order.isEmbargoed(at: wall())
    else { return }
    for story in stories where embargoes.hide(story.number) {
      try release(story.number, at: wall(), &work)
    }
  }

  private func release(
    _ number: StoryNumber, at now: Instant, _ work: inout PendingWork
  ) throws {
    embargoes.end(number)
    work.commit.wire.released.append(number)
    guard let stored = try reader.anyStory(number) else { return }
    work.commit.events.append(try EventBody.storyAccepted(stored, file: nil).draft(at: now))
    work.commit.boilerplate.changes.append(
      BoilerplateCommit.Change(
        story: number, outlet: stored.story.outlet, at: stored.received,
        seen: taster.sightings(of: number, stored.story.text, outlet: stored.story.outlet)))
    let change: GroupChange =
      embargoes.tell(of: stored.group)
      ? .opened(group: stored.group, story: number) : .joined(group: stored.group, story: number)
    work.commit.events.append(try EventBody.group(change, like: nil).draft(at: now))
    let fields = OrderFields(story: stored, stories: [number], reason: "embargo")
    work.commit.events.append(try EventBody.order(.release, fields).draft(at: now))
    try noteReleasedVersion(stored, &work)
    if try reader.hasStates(in: stored.group) { work.commit.wire.untold.append(number) }
  }

  /// What a version did to those before it counts from its release on.
  private func noteReleasedVersion(_ stored: StoredStory, _ work: inout PendingWork) throws {
    guard let whole = try wholeStory(stored.number) else { return }
    let keys = WireKeys(DeliveredStory(whole.story, identityIsGiven: stored.identityIsGiven))
    let takes =
      try stored.identity.map {
        try store.takes(id: $0.id, outlet: $0.outlet, limit: Ties.most)
      } ?? []
    let versions = try takes + store.stories(sharing: keys, limit: Ties.most).identity
    let earlier = try Set(versions + corrected(by: whole.story)).filter { $0 < stored.number }
      .sorted()
    try noteVersions(whole, earlier, mends: try mends(whole.story), &work)
  }

  /// Loads what the store knows of embargoes and open orders.
  func restoreWire() throws {
    embargoes = Embargoes(try store.embargoes())
    let edge = WireOrder.waiting(since: wall())
    openOrders = OrderIndex(try store.openOrders(since: edge))
    standingOrders = OrderIndex(
      try store.orders(of: [.kill, .hold], since: edge).filter(\.order.isStanding))
    knowsStates = try store.hasStates()
    let groups = try embargoes.stories.compactMap { try reader.anyStory($0)?.group }
    try embargoes.noteUnheard(Set(groups), in: reader)
  }
}
