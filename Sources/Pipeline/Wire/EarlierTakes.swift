internal import NearDuplicates
internal import Store
internal import Stories
internal import Wire

/// Finds which stories a newcomer is tied to by what its source says of it, whatever their texts say.
struct EarlierTakes {
  let store: Store
  let members: GroupMembers

  private var reader: StoreReader { members.reader }

  /// Finds the ties of a newcomer among stored and pending stories.
  ///
  /// - Parameters:
  ///   - delivered: the newcomer.
  ///   - keys: its keys.
  ///   - at: when it was made.
  ///   - work: what is not committed yet.
  /// - Returns: its ties, each story once.
  /// - Throws: `StoreError`.
  func ties(
    of delivered: DeliveredStory, _ keys: WireKeys, at: Instant, _ work: PendingWork
  ) throws -> Ties {
    let story = delivered.story
    var ties = Ties()
    if let identity = StoryIdentity(story, isGiven: delivered.identityIsGiven) {
      ties.versions =
        try store.takes(id: identity.id, outlet: identity.outlet, limit: Ties.most)
        + work.takes(of: identity).suffix(Ties.most)
    }
    guard !keys.isEmpty else { return ties }
    let stored = try store.stories(sharing: keys, limit: Ties.most)
    let pending = work.keys.ties(keys, at: at)
    ties.versions += stored.identity + pending.versions
    ties.kin = stored.kin + pending.kin
    if let slug = keys.slug {
      ties.versions += try store.stories(
        slug: slug, around: at, within: Ties.slugSpan, marked: !keys.isMarked, limit: Ties.most)
    }
    ties.versions += try corrected(by: story)
    ties.versions = Set(ties.versions).sorted()
    return ties
  }

  /// How many takes came before a newcomer. Where they are not all among its ties, the newest knows.
  func count(_ ties: Ties, _ work: PendingWork) throws -> Int {
    guard ties.versions.count >= Ties.most, let newest = ties.versions.last else {
      return ties.versions.count
    }
    if let pending = work.commit.stories.last(where: { $0.story.number == newest }) {
      return pending.story.version
    }
    return try reader.anyStory(newest)?.version ?? ties.versions.count
  }

  /// The stored stories whose error a story mends by its source's own word, under whatever ids.
  func corrected(by story: Story) throws -> [StoryNumber] {
    guard let id = story.facts?.corrects else { return [] }
    return try store.numbers(id: id).filter { number in
      guard let other = try reader.anyStory(number) else { return false }
      return other.identityIsGiven && other.story.outlet == story.outlet
    }
  }

  /// Earlier takes of a story whose source gives no ids, as old wires: copy of the same party under the same slug, within
  /// a day and in the same group. A slug alone is a subject's as often as a story's.
  func sameCopy(as stored: StoredStory, _ keys: WireKeys) throws -> [StoryNumber] {
    guard !stored.identityIsGiven, let slug = keys.slug else { return [] }
    let near = try store.stories(
      slug: slug, around: stored.made, within: Instant.day, marked: false, limit: Ties.most)
    return try near.filter { number in
      try number < stored.number && members.group(of: number) == stored.group
    }
  }

  /// The versions under a stored story's identity that came before it, for one that is released now.
  func beforeReleased(_ stored: StoredStory, _ keys: WireKeys) throws -> [StoryNumber] {
    let takes =
      try stored.identity.map {
        try store.takes(id: $0.id, outlet: $0.outlet, limit: Ties.most)
      } ?? []
    let versions = try takes + store.stories(sharing: keys, limit: Ties.most).identity
    return try Set(versions + corrected(by: stored.story)).filter { $0 < stored.number }.sorted()
  }
}
