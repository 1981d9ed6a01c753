internal import Store
internal import Stories
internal import Wire

extension Ingest {
  /// How far back an order looks for a story by name.
  private static var memory: Int64 { 14 * Instant.day }

  /// The stored stories that an order is about.
  func targets(of order: WireOrder) throws -> [StoredStory] {
    let found = try order.notice.names.isEmpty ? byIdentity(order) : byName(order)
    return found.values.sorted { $0.number < $1.number }
  }

  private func byIdentity(_ order: WireOrder) throws -> [StoryNumber: StoredStory] {
    let reader = try self.reader()
    var found: [StoryNumber: StoredStory] = [:]
    var keys = WireKeys()
    keys.identities = order.keys
    var numbers = try store.stories(sharing: keys).identity
    if order.identityIsGiven {
      numbers += try store.takes(id: order.id, outlet: order.outlet.map { Outlet($0) })
    }
    for number in numbers {
      guard let story = try reader.anyStory(number) else { continue }
      let version = try reader.facts(of: number)?.version
      if let limit = order.version, let version, version > limit { continue }
      found[number] = story
    }
    return found
  }

  /// The stories that bear a name, and their earlier versions, which may bear another.
  private func byName(_ order: WireOrder) throws -> [StoryNumber: StoredStory] {
    let reader = try self.reader()
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
      try add(
        try store.numbers(slugEnding: Slugs.base(name), since: edge).compactMap {
          try reader.anyStory($0)
        })
    }
    for named in Array(found.values) { try add(earlierVersions(of: named)) }
    return found
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
    let reader = try self.reader()
    var keys = WireKeys()
    keys.identities = try reader.identities(of: story.number).filter { !$0.hasPrefix("slug:") }
    let takes =
      try story.identity.map { try store.takes(id: $0.id, outlet: $0.outlet) } ?? []
    let mine = try reader.facts(of: story.number)?.version
    return try Set(takes + store.stories(sharing: keys).identity).compactMap { number in
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
