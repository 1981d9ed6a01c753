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
    let mendings: [Step]?

    /// What was mended in one go, by what did it: versions share their corrections.
    struct Step {
      let key: Key
      let mending: Mending
    }

    /// What mended a version: a correction, or whatever came in the version's place.
    enum Key: Hashable {
      case correction(StoryNumber)
      case replacement(of: StoryNumber)
    }

    /// What a copy has of it.
    ///
    /// - Parameters:
    ///   - copy: the copy.
    ///   - known: what it has of corrections that were asked about before.
    /// - Returns: what it has.
    func finding(in copy: Story, _ known: inout [Key: Mending.Finding]) -> Mending.Finding {
      guard let mendings else { return .carries([]) }
      let found = mendings.map { step in
        let finding = known[step.key] ?? step.mending.finding(in: copy)
        known[step.key] = finding
        return finding
      }
      return Mending.finding(of: mendings.map(\.mending), found)
    }
  }

  /// The versions among some stories that should not stand. A kill weighs more than a hold, that more than a correction;
  /// the latest first.
  func wrong(
    in stories: [StoredStory], _ states: [StoryNumber: StoryState]
  ) throws -> [Wrong] {
    let concerning = try stories.filter {
      guard let state = states[$0.number] else { return false }
      return try state.kind == .corrected || !bindsItsOutletAlone($0, among: stories)
    }
    var corrections: [StoryNumber: Mending] = [:]
    return try concerning.compactMap { story in
      try states[story.number].map { state in
        Wrong(
          version: story, state: state,
          mendings: try mendings(of: story, state, among: stories, states, &corrections))
      }
    }.sorted { one, two in
      (one.state.kind.weight, one.state.since) > (two.state.kind.weight, two.state.since)
    }
  }

  /// What was mended of a version: by its correction, and what that was corrected in after it; or by the usable version that
  /// followed it. Nil where nothing replaces it.
  private func mendings(
    of bad: StoredStory, _ state: StoryState, among stories: [StoredStory],
    _ states: [StoryNumber: StoryState], _ known: inout [StoryNumber: Mending]
  ) throws -> [Wrong.Step]? {
    guard state.kind == .corrected, let first = state.correction else {
      let takes = stories.filter { $0.identity != nil && $0.identity == bad.identity }
      let order = try reader.order(of: takes)
      let later = try stories.last { other in
        try states[other.number] == nil && LiveList.follows(other, bad, order)
          && areVersions(other, bad)
      }
      // Of one that was killed all must go, whatever its replacement says that it mends.
      return later.map {
        [
          .init(
            key: .replacement(of: bad.number),
            mending: Mending(of: bad.story, by: $0.story, notice: nil))
        ]
      }
    }
    var (steps, next): ([Wrong.Step], StoryNumber?) = ([], first)
    while let correction = next, steps.count < stories.count {
      // A correction that was itself killed replaces nothing.
      guard states[correction]?.kind != .killed else { break }
      guard let mending = try known[correction] ?? mending(by: correction, bad, stories, states)
      else { break }
      known[correction] = mending
      steps.append(.init(key: .correction(correction), mending: mending))
      next = states[correction]?.kind == .corrected ? states[correction]?.correction : nil
    }
    return steps.isEmpty ? nil : steps
  }

  /// What one correction mended: what differs from the latest version that it is about, since older ones differ in more.
  private func mending(
    by correction: StoryNumber, _ bad: StoredStory, _ stories: [StoredStory],
    _ states: [StoryNumber: StoryState]
  ) throws -> Mending? {
    let corrected = stories.filter { states[$0.number]?.correction == correction }
    let wrong = try reader.latest(corrected) ?? bad
    // The correction's own note is remembered with the state: stories are read without what their formats said.
    return try reader.story(correction).map {
      Mending(of: wrong.story, by: $0.story, notice: states[wrong.number]?.note)
    }
  }

  /// Whether an order about a version is its outlet's own affair: a paper that takes down its copy of what an agency ran
  /// before it says nothing of the agency's story and of other papers' copies.
  ///
  /// So it is only where the copy has hardly a word that the agency's own story has not, and the paper had none before
  /// that. An agency's feed under another name is no paper.
  func bindsItsOutletAlone(_ bad: StoredStory, among stories: [StoredStory]) throws -> Bool {
    guard let outlet = bad.story.outlet else { return false }
    lazy var words = WordBag(bad.story.text)
    return try stories.contains { other in
      guard other.story.outlet != outlet, LiveList.precedes(other, bad),
        let agency = try reader.facts(of: other.number)?.agency,
        GroupLead.isOriginal(other.story, of: agency),
        !outlet.name.lowercased().contains(agency.lowercased()),
        words.part(in: WordBag(other.story.text)) >= LiveList.leastOfAgency
      else { return false }
      return !stories.contains { $0.story.outlet == outlet && LiveList.precedes($0, other) }
    }
  }

  /// Part of a copy's words that are its agency's, where it is nothing else.
  private static let leastOfAgency = 0.9

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

  /// Whether a story is later than another: of one identity in the order of its takes, else by arrival.
  private static func follows(
    _ one: StoredStory, _ other: StoredStory, _ order: TakeOrder
  ) -> Bool {
    one.identity != nil && one.identity == other.identity
      ? order.follows(one.number, other.number) : one.number > other.number
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
