public import Store
public import Stories

/// Finds the story that stands for a group.
public struct GroupLead {
  private let reader: StoreReader

  /// Makes it over a store.
  public init(_ reader: StoreReader) { self.reader = reader }

  /// The lead of a group by a rule, nil for a group of which nothing may be seen.
  public func lead(of group: GroupNumber, by rule: LeadRule) throws -> StoredStory? {
    let stories = try reader.stories(in: group)
    let states = try reader.states(of: stories.map(\.number))
    let carriers = Set(try LiveList(reader).carriers(in: stories, states).map(\.story.number))
    var versions = VersionSets()
    for story in stories {
      let own = story.identity.map { ["\($0.outlet.name)|\($0.id)"] } ?? []
      versions.tie(own + (try reader.identities(of: story.number)), of: story.number)
    }
    let orders = try Dictionary(grouping: stories) { versions.name(of: $0.number) }
      .mapValues { try reader.order(of: $0) }
    let candidates = try stories.map { stored in
      let name = versions.name(of: stored.number)
      let facts = try reader.facts(of: stored.number)
      return LeadRule.Candidate(
        number: stored.number, identity: name,
        version: Int64(orders[name]?.place(of: stored.number) ?? 0),
        published: stored.story.published,
        length: stored.story.text.unicodeScalars.count,
        isAgencyOriginal: GroupLead.isOriginal(stored.story, of: facts?.agency),
        standing: states[stored.number] != nil
          ? .wrong : carriers.contains(stored.number) ? .carriesWrong : .usable)
    }
    guard let number = rule.lead(of: candidates) else { return nil }
    return stories.first { $0.number == number }
  }

  /// Whether an agency ran its own copy. Feeds write one name in capitals here and in small letters there.
  static func isOriginal(_ story: Story, of agency: String?) -> Bool {
    guard let agency, let outlet = story.outlet?.name else { return false }
    return agency.lowercased() == outlet.lowercased()
  }
}

/// Stories that share any key are versions of one.
private struct VersionSets {
  private var names: [StoryNumber: StoryNumber] = [:]
  private var holders: [String: StoryNumber] = [:]

  mutating func tie(_ keys: [String], of story: StoryNumber) {
    names[story] = story
    for key in keys {
      if let other = holders[key] {
        let (old, new) = (root(story), root(other))
        if old != new { names[old] = new }
      } else {
        holders[key] = story
      }
    }
  }

  func name(of story: StoryNumber) -> String { "\(root(story))" }

  private func root(_ story: StoryNumber) -> StoryNumber {
    var story = story
    while let next = names[story], next != story { story = next }
    return story
  }
}
