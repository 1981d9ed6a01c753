internal import NearDuplicates
internal import Store
internal import Stories
internal import Wire

/// Ends of embargoes: tells of the stories that were under one, and does what these would have done had they come now.
struct Releases {
  let states: StoryStates
  let members: GroupMembers
  let takes: EarlierTakes
  let corrections: Corrections

  /// Ends embargoes of stories whose source says of the very item, in a later version of it, that it may be used.
  func lift(
    _ stories: [StoredStory], by order: WireOrder, _ work: inout PendingWork
  ) throws {
    guard order.notice.kind == .release, order.notice.names.isEmpty, order.identityIsGiven,
      order.version != nil, !order.isEmbargoed(at: states.wall())
    else { return }
    for story in stories where states.embargoes.hide(story.number) {
      try release(story.number, at: states.wall(), &work)
    }
  }

  /// Tells of a story whose embargo is over.
  func release(
    _ number: StoryNumber, at now: Instant, _ work: inout PendingWork
  ) throws {
    let reader = members.reader
    states.embargoes.end(number)
    work.commit.wire.released.append(number)
    guard let stored = try reader.anyStory(number) else { return }
    work.commit.events.append(try EventBody.storyAccepted(stored, file: nil).draft(at: now))
    work.commit.boilerplate.changes.append(
      BoilerplateCommit.Change(
        story: number, outlet: stored.story.outlet, at: stored.received,
        seen: members.taster.sightings(of: number, stored.story.text, outlet: stored.story.outlet)))
    let change: GroupChange =
      states.embargoes.tell(of: stored.group)
      ? .opened(group: stored.group, story: number) : .joined(group: stored.group, story: number)
    work.commit.events.append(try EventBody.group(change, like: nil).draft(at: now))
    let fields = OrderFields(story: stored, stories: [number], reason: "embargo")
    work.commit.events.append(try EventBody.order(.release, fields).draft(at: now))
    try noteReleasedVersion(stored, &work)
    if try reader.hasStates(in: stored.group) { work.commit.wire.untold.append(number) }
  }

  /// What a version did to those before it counts from its release on.
  private func noteReleasedVersion(_ stored: StoredStory, _ work: inout PendingWork) throws {
    guard let whole = try members.reader.wholeStory(stored.number) else { return }
    let keys = WireKeys(DeliveredStory(whole.story, identityIsGiven: stored.identityIsGiven))
    try corrections.noteVersions(
      whole, takes.beforeReleased(whole, keys), mends: corrections.mends(whole.story), &work)
  }
}
