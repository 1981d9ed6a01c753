internal import Inbox
internal import Store
internal import Stories
internal import Wire

/// Stories that are tied to a newcomer whatever their texts say.
struct Ties {
  /// Versions of the same story.
  var versions: [StoryNumber] = []
  /// Stories it was made from, or that were made from it.
  var kin: [StoryNumber] = []

  /// How far apart takes may be that only their slug ties.
  static var slugSpan: Int64 { 2 * Instant.day }

  /// All, each once, in order.
  var all: [StoryNumber] { Set(versions + kin).sorted() }
}

extension Ingest {
  /// Finds the ties of a newcomer among stored and pending stories.
  func ties(
    of delivered: DeliveredStory, _ keys: WireKeys, at: Instant, _ work: PendingWork
  ) throws -> Ties {
    let story = delivered.story
    var ties = Ties()
    if let identity = StoryIdentity(story, isGiven: delivered.identityIsGiven) {
      ties.versions =
        try store.takes(id: identity.id, outlet: identity.outlet) + work.takes(of: identity)
    }
    guard !keys.isEmpty else { return ties }
    let stored = try store.stories(sharing: keys)
    let pending = work.keys.ties(keys, at: at)
    ties.versions += stored.identity + pending.versions
    ties.kin = stored.kin + pending.kin
    if let slug = keys.slug {
      ties.versions += try store.stories(
        slug: slug, around: at, within: Ties.slugSpan, marked: !keys.isMarked)
    }
    ties.versions = Set(ties.versions).sorted()
    return ties
  }
}
