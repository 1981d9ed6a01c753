internal import Store
internal import Stories
internal import Wire

extension WireKeys {
  /// The keys of a delivered story.
  init(_ delivered: DeliveredStory) {
    self.init()
    let story = delivered.story
    let party = (story.facts?.agency ?? story.outlet?.name)?.lowercased()
    if delivered.identityIsGiven { references.append(WireKeys.reference(story.id)) }
    guard let facts = story.facts else { return }
    if delivered.identityIsGiven {
      identities += [WireKeys.identity(story.id, story.outlet?.name)].compactMap(\.self)
    }
    if let party { identities += facts.otherKeys.map { "key:\(party)|\($0)" } }
    references += facts.otherKeys.map(WireKeys.reference)
    origins = facts.derivedFrom.map(WireKeys.reference)
    originIDs = facts.derivedFrom
    if let party, let slug = facts.slugline.map(Slugs.base), slug.count >= 4 {
      self.slug = "\(party)|\(slug)"
      isMarked = facts.take != nil
    }
  }

  /// The keys of a story of which nothing is known but its id: others may say that they were made from it.
  init(id: String) {
    self.init()
    references = [WireKeys.reference(id)]
  }

  /// An id as others refer to it.
  private static func reference(_ id: String) -> String { "ref:\(id)" }

  /// An id as a key: by itself where it is meant for the world, else within its outlet; nil where that is not known.
  static func identity(_ id: String, _ outlet: String?) -> String? {
    isGlobal(id) ? "id:\(id)" : outlet.map { "id:\($0.lowercased())|\(id)" }
  }

  /// Whether an id is made so that nobody else gives it: an address, a URN, a tag, a UUID, or one that a host heads.
  /// `weather-forecast-monday` is as long, and anybody's.
  private static func isGlobal(_ id: String) -> Bool {
    if id.contains("://") || id.hasPrefix("urn:") || id.hasPrefix("tag:") { return true }
    let parts = id.split { !$0.isHexDigit }
    let hexadecimal = parts.map(\.count)
    let isUUID = zip(hexadecimal.indices, hexadecimal).contains { index, count in
      count >= 24 || hexadecimal[index...].starts(with: [8, 4, 4, 4]) && index + 4 < parts.count
    }
    let head = id.prefix { !":/,".contains($0) }
    let labels = head.split(separator: ".", omittingEmptySubsequences: false)
    let isHosts =
      head.endIndex < id.endIndex && labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      } && labels.last?.allSatisfy(\.isLetter) == true && labels.last.map { $0.count > 1 } == true
    return isUUID || isHosts
  }
}

/// Keys of stories that are in no store, or not yet.
struct PendingKeys {
  private var identities: [String: [StoryNumber]] = [:]
  private var references: [String: [StoryNumber]] = [:]
  private var origins: [String: [StoryNumber]] = [:]
  private var slugs: [String: [(story: StoryNumber, isMarked: Bool, at: Instant?)]] = [:]

  mutating func add(_ keys: WireKeys, _ story: StoryNumber, at: Instant?) {
    for key in keys.identities { identities[key, default: []].append(story) }
    for key in keys.references { references[key, default: []].append(story) }
    for key in keys.origins { origins[key, default: []].append(story) }
    if let slug = keys.slug { slugs[slug, default: []].append((story, keys.isMarked, at)) }
  }

  /// The stories that some keys tie to.
  ///
  /// - Parameters:
  ///   - keys: a newcomer's.
  ///   - at: its time; without one a slug ties it to others without, as if these came together.
  /// - Returns: stories in no order, some perhaps more than once.
  func ties(_ keys: WireKeys, at: Instant?) -> Ties {
    let sharing = stories(sharing: keys)
    var ties = Ties(versions: sharing.identity, kin: sharing.kin)
    if let slug = keys.slug {
      // A slug alone says little; a mark on either side says that there was an earlier take.
      ties.versions += stories(
        slug: slug, around: at, within: Ties.slugSpan, marked: !keys.isMarked)
    }
    return ties
  }

  private func stories(sharing keys: WireKeys) -> (identity: [StoryNumber], kin: [StoryNumber]) {
    (
      keys.identities.flatMap { identities[$0] ?? [] },
      keys.references.flatMap { origins[$0] ?? [] } + keys.origins.flatMap { references[$0] ?? [] }
    )
  }

  private func stories(
    slug: String, around at: Instant?, within span: Int64, marked: Bool
  ) -> [StoryNumber] {
    (slugs[slug] ?? []).filter {
      (!marked || $0.isMarked) && PendingKeys.areNear($0.at, at, within: span)
    }.map(\.story)
  }

  private static func areNear(_ one: Instant?, _ other: Instant?, within span: Int64) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.distance(to: other) <= span
  }
}
