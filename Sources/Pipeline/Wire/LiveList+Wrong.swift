internal import Store
internal import Stories

/// The versions that should not stand, and what was mended of them.
extension LiveList {
  /// A version that should not stand, and what replaces it.
  struct Wrong {
    let version: StoredStory
    let state: StoryState
    /// What was mended of it, correction by correction; nil where nothing replaces it: then whoever has the copy carries
    /// it.
    let mendings: [Mending]?

    /// What a copy has of it.
    func finding(in copy: Story) -> Mending.Finding {
      mendings.map { Mending.finding(in: copy, of: $0) } ?? .carries([])
    }
  }

  /// The versions among some stories that should not stand. A kill weighs more than a hold, that more than a correction;
  /// the latest first.
  func wrong(
    in stories: [StoredStory], _ states: [StoryNumber: StoryState]
  ) throws -> [Wrong] {
    let concerning = try stories.filter {
      guard let state = states[$0.number] else { return false }
      return try !bindsItsOutletAlone($0, state, among: stories)
    }
    return try concerning.compactMap { story in
      try states[story.number].map { state in
        Wrong(
          version: story, state: state,
          mendings: try mendings(of: story, state, among: stories, states))
      }
    }.sorted { one, two in
      (one.state.kind.weight, one.state.since) > (two.state.kind.weight, two.state.since)
    }
  }

  /// What was mended of a version: by its correction, and what that was corrected in after it; or by the usable version that
  /// followed it. Nil where nothing replaces it.
  private func mendings(
    of bad: StoredStory, _ state: StoryState, among stories: [StoredStory],
    _ states: [StoryNumber: StoryState]
  ) throws -> [Mending]? {
    guard state.kind == .corrected, let first = state.correction else {
      let later = try stories.last { other in
        try states[other.number] == nil && LiveList.follows(other, bad) && areVersions(other, bad)
      }
      return later.map { [Mending(of: bad.story, by: $0.story)] }
    }
    var (mendings, next): ([Mending], StoryNumber?) = ([], first)
    while let correction = next, mendings.count < stories.count {
      // A correction that was itself killed replaces nothing.
      guard states[correction]?.kind != .killed, let right = try reader.story(correction)?.story
      else { break }
      // What one correction mended is what differs from the latest version that it is about: older ones differ in more.
      let corrected = stories.filter { states[$0.number]?.correction == correction }
      mendings.append(Mending(of: (LiveList.latest(corrected) ?? bad).story, by: right))
      next = states[correction]?.kind == .corrected ? states[correction]?.correction : nil
    }
    return mendings.isEmpty ? nil : mendings
  }

  static func latest(_ versions: [StoredStory]) -> StoredStory? {
    versions.max {
      ($0.story.facts?.version ?? Int64($0.version), $0.number) < (
        $1.story.facts?.version ?? Int64($1.version), $1.number
      )
    }
  }

  /// Whether an order about a version is its outlet's own affair: a paper that takes down its copy of what an agency ran
  /// before it says nothing of the agency's story and of other papers' copies.
  func bindsItsOutletAlone(
    _ bad: StoredStory, _ state: StoryState, among stories: [StoredStory]
  ) throws -> Bool {
    guard state.kind != .corrected, let outlet = bad.story.outlet else { return false }
    func isOriginal(_ story: StoredStory) throws -> Bool {
      GroupLead.isOriginal(story.story, of: try reader.facts(of: story.number)?.agency)
    }
    guard try !isOriginal(bad) else { return false }
    return try stories.contains { other in
      guard other.story.outlet != outlet, LiveList.precedes(other, bad) else { return false }
      return try isOriginal(other)
    }
  }

  /// Whether a story was out before another.
  private static func precedes(_ one: StoredStory, _ other: StoredStory) -> Bool {
    guard let first = one.story.published, let second = other.story.published else {
      return one.number < other.number
    }
    return first < second
  }

  /// Whether an outlet's story is a version of another of its own: by an id, a key or a slug that both have. What else
  /// it runs in the same group replaces nothing.
  private func areVersions(_ one: StoredStory, _ other: StoredStory) throws -> Bool {
    guard one.story.outlet == other.story.outlet else { return false }
    if one.identity != nil, one.identity == other.identity { return true }
    return try !Set(reader.identities(of: one.number)).isDisjoint(
      with: reader.identities(of: other.number))
  }

  /// Whether a story is later than another: of one identity by version, else by arrival.
  private static func follows(_ one: StoredStory, _ other: StoredStory) -> Bool {
    one.identity != nil && one.identity == other.identity
      ? (one.version, one.number) > (other.version, other.number) : one.number > other.number
  }
}

extension StoryState.Kind {
  fileprivate var weight: Int {
    switch self {
    case .killed: 2
    case .held: 1
    case .corrected: 0
    }
  }
}
