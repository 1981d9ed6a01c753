internal import NearDuplicates
internal import Store
internal import Stories

/// All that acts on what wires say of stories: versions, orders, corrections and embargoes. Each part can be understood
/// by itself; this puts them together over one store and one grouping.
///
/// Owned by one task, like the ingest. Where the groups in memory are made anew, so is this.
struct WireDesk {
  /// Who is in which group.
  let members: GroupMembers
  /// What may not be used of stories, or not be told of yet.
  let states: StoryStates
  /// What a newcomer is tied to by its source.
  let takes: EarlierTakes
  /// What versions do to each other.
  let corrections: Corrections
  /// Ends of embargoes.
  let releases: Releases
  /// Copies that came too late to be told with an order.
  let copies: LateCopies
  /// Kills, holds and releases.
  let orders: OrderDesk
  /// What nobody has heard of yet.
  let untold: UntoldStates

  /// Loads what a store knows.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - members: the groups in memory, made from the same store.
  ///   - wall: the time.
  ///   - pulse: given a beat where something takes long.
  /// - Throws: `StoreError`.
  init(
    _ store: Store, _ members: GroupMembers, wall: @escaping WallClock, pulse: Pulse
  ) throws(StoreError) {
    self.members = members
    states = try StoryStates(store, members.reader, wall: wall)
    takes = EarlierTakes(store: store, members: members)
    corrections = Corrections(store: store, states: states, pulse: pulse)
    releases = Releases(states: states, members: members, takes: takes, corrections: corrections)
    copies = LateCopies(states: states, members: members, pulse: pulse)
    let targets = OrderTargets(takes: takes, wall: wall)
    orders = try OrderDesk(store, states, targets, copies, releases)
    untold = UntoldStates(store, states, copies)
  }

  /// Whether a story must not be told of yet.
  func hides(_ story: StoryNumber) -> Bool { states.embargoes.hide(story) }

  /// The changes of a placement as they may be told, see `Embargoes`.
  func audible(_ placement: Placement) throws -> [GroupChange] {
    try states.embargoes.audible(placement) { try members.contain($0, where: $1) }
  }

  /// Notes what is in the store now.
  func noteStored(_ commit: WireCommit) {
    states.noteStored(commit)
    orders.noteStored(commit)
    untold.noteStored(commit)
  }
}
