internal import Store
internal import Stories
internal import Wire

/// Finds the stored stories that an order is about: by the identity of the item that gave it, or by names.
struct OrderTargets {
  /// How far back an order looks for a story by name.
  private static var memory: Int64 { 14 * Instant.day }

  let takes: EarlierTakes
  let wall: WallClock

  private var store: Store { takes.store }
  private var reader: StoreReader { takes.members.reader }

  /// The stored stories that an order is about.
  ///
  /// - Parameters:
  ///   - order: the order.
  ///   - item: the item that gave it.
  /// - Returns: the stories in order.
  /// - Throws: what the store says.
  func stories(of order: WireOrder, given item: Story) throws -> [StoredStory] {
    var found = try order.notice.names.isEmpty ? byIdentity(order) : byName(order)
    if item.facts?.status != .usable, !order.notice.names.isEmpty {
      // What names another document by its id may withdraw itself too.
      found.merge(try byIdentity(order)) { story, _ in story }
    }
    if found.isEmpty, order.notice.names.isEmpty { found = try byKey(order, item) }
    return found.values.sorted { $0.number < $1.number }
  }

  /// NITF's key, by which documents of one story are known that have ids of their own. Some agencies put a subject there,
  /// so that the headlines must be alike too.
  private func byKey(_ order: WireOrder, _ item: Story) throws -> [StoryNumber: StoredStory] {
    guard item.facts?.format == "NITF", order.notice.kind == .kill, let title = item.title,
      let key = item.facts?.slugline
    else { return [:] }
    return try slugged(key, by: order, of: [:]).filter { number, story in
      let version = try reader.facts(of: number)?.version
      return (version ?? .min) <= order.version ?? .max
        && Self.areAlike(title, story.story.title ?? "")
    }
  }

  /// Whether at least half the words of the shorter headline stand in the other.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    let words = [one, other].map { Set($0.lowercased().split { !$0.isLetter && !$0.isNumber }) }
    let least = words.map(\.count).min() ?? 0
    return least > 0 && words[0].intersection(words[1]).count * 2 >= least
  }

  private func byIdentity(_ order: WireOrder) throws -> [StoryNumber: StoredStory] {
    var found: [StoryNumber: StoredStory] = [:]
    for number in try numbers(under: order) {
      guard let story = try reader.anyStory(number) else { continue }
      let version = try reader.facts(of: number)?.version
      if let limit = order.version, let version, version > limit { continue }
      found[number] = story
    }
    return found
  }

  /// Numbers of all versions of the item that gave an order.
  func numbers(under order: WireOrder) throws -> [StoryNumber] {
    var keys = WireKeys()
    keys.identities = order.keys
    var numbers = try store.stories(sharing: keys).identity
    if order.identityIsGiven {
      numbers += try store.takes(id: order.id, outlet: order.outlet.map { Outlet($0) })
    }
    return numbers
  }

  /// The stories that bear a name, and their earlier versions, which may bear another.
  private func byName(_ order: WireOrder) throws -> [StoryNumber: StoredStory] {
    var found: [StoryNumber: StoredStory] = [:]
    func add(_ stories: [StoredStory]) throws {
      for story in stories
      where try order.mayConcern(story, agency: reader.facts(of: story.number)?.agency) {
        found[story.number] = story
      }
    }
    let edge = wall().advanced(byMilliseconds: -Self.memory)
    for name in order.notice.names {
      let spellings = Set([name, name.replacing("’", with: "'"), name.replacing("'", with: "’")])
      try add(
        Self.latest(try spellings.flatMap { try reader.stories(titled: $0, since: edge) }))
      try add(try store.numbers(id: name).compactMap { try reader.anyStory($0) })
    }
    for name in order.notice.names {
      found.merge(try slugged(name, by: order, of: found)) { story, _ in story }
    }
    for named in Array(found.values) { try add(earlierVersions(of: named)) }
    return found
  }

  /// Takes of one story under a slug: of those that are named otherwise, else of the newest. They came within a day and
  /// are in one group; a subject's slug stands on others too. Where several stories of a day bear the slug, and nothing
  /// says which is meant, it names none.
  private func slugged(
    _ slug: String, by order: WireOrder, of named: [StoryNumber: StoredStory]
  ) throws -> [StoryNumber: StoredStory] {
    let edge = wall().advanced(byMilliseconds: -Self.memory)
    let all = try store.numbers(slugEnding: Slugs.base(slug), since: edge)
      .compactMap { try reader.anyStory($0) }
      .filter { try order.mayName($0, agency: reader.facts(of: $0.number)?.agency) }
    guard let newest = all.max(by: { ($0.made, $0.number) < ($1.made, $1.number) }) else {
      return [:]
    }
    let anchors = named.isEmpty ? [newest] : Array(named.values)
    let near = all.filter { story in
      anchors.contains { story.made.distance(to: $0.made) <= Instant.day }
    }
    let groups = Set(anchors.map(\.group))
    if named.isEmpty, near.contains(where: { !groups.contains($0.group) }) { return [:] }
    return near.filter { groups.contains($0.group) }
      .reduce(into: [:]) { found, story in found[story.number] = story }
  }

  /// Of stories under one headline those that are meant: of each outlet the newest, and the same copy under other ids.
  /// A weather forecast has the same headline every day.
  private static func latest(_ stories: [StoredStory]) -> [StoredStory] {
    let groups = Dictionary(grouping: stories) { $0.story.outlet }.mapValues { stories in
      stories.max {
        ($0.story.published ?? $0.received, $0.number) < (
          $1.story.published ?? $1.received, $1.number
        )
      }?.group
    }
    return stories.filter { groups[$0.story.outlet] == $0.group }
  }

  /// The versions of a story that are not later than it: by number where both have one, else by arrival.
  private func earlierVersions(of story: StoredStory) throws -> [StoredStory] {
    var keys = WireKeys()
    keys.identities = try reader.identities(of: story.number).filter { !$0.hasPrefix("slug:") }
    let own =
      try story.identity.map { try store.takes(id: $0.id, outlet: $0.outlet) } ?? []
    let mine = try reader.facts(of: story.number)?.version
    let slugged = try reader.wholeStory(story.number).map { whole in
      try takes.sameCopy(
        as: whole, WireKeys(DeliveredStory(whole.story, identityIsGiven: whole.identityIsGiven)))
    }
    let all = try own + store.stories(sharing: keys).identity + (slugged ?? [])
    return try Set(all).compactMap { number in
      let version = try reader.facts(of: number)?.version
      if let mine, let version {
        guard version <= mine else { return nil }
      } else if number > story.number {
        return nil
      }
      return try reader.anyStory(number)
    }
  }
}

extension StoredStory {
  /// When the version was published, or else received.
  var made: Instant { story.published ?? received }
}
