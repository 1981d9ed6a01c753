public import Store
public import Stories

/// Who still carries a version that was killed, held or corrected.
public struct LiveList {
  /// One outlet's story that should not stand as it does.
  public struct Entry: Sendable {
    /// The story as the outlet carries it: its latest version.
    public let story: StoredStory
    /// The version that it still carries.
    public let carries: StoryNumber
    /// What is the matter with that version.
    public let state: StoryState
    /// What differs from the correction, as sentences; empty where there is none.
    public let differences: [String]
  }

  private let reader: StoreReader

  /// Makes a list over a store.
  public init(_ reader: StoreReader) { self.reader = reader }

  /// The entries of a group, by outlet.
  public func entries(of group: GroupNumber) throws -> [Entry] {
    let stories = try reader.stories(in: group)
    let states = try reader.states(of: stories.map(\.number))
    let current = LiveList.current(stories).filter { states[$0.number] == nil }
    var entries: [Entry] = []
    for story in current {
      let wrong = stories.compactMap { states[$0.number] }.sorted { one, two in
        // A kill weighs more than a hold, that more than a correction; the latest first.
        (one.kind.weight, one.since) > (two.kind.weight, two.since)
      }
      for state in wrong {
        guard let bad = stories.first(where: { $0.number == state.story }),
          bad.story.outlet != story.story.outlet
        else { continue }
        let good = try replacement(of: bad, state, among: stories, states)
        guard let differences = LiveList.carries(story.story, bad.story, good) else { continue }
        entries.append(
          Entry(story: story, carries: bad.number, state: state, differences: differences))
        break
      }
    }
    return entries.sorted {
      ($0.story.story.outlet?.name ?? "") < ($1.story.story.outlet?.name ?? "")
    }
  }

  /// The outlets' stories in a group that carry any of some wrong versions rather than what replaces them.
  func outlets(
    of group: GroupNumber, wrong: [StoryNumber], replacement: Story?
  ) throws -> [Entry] {
    let stories = try reader.stories(in: group)
    let states = try reader.states(of: stories.map(\.number))
    let bad = stories.filter { wrong.contains($0.number) }
    return LiveList.current(stories).compactMap { story in
      guard states[story.number] == nil, !wrong.contains(story.number) else { return nil }
      for version in bad where version.story.outlet != story.story.outlet {
        guard let differences = LiveList.carries(story.story, version.story, replacement) else {
          continue
        }
        let state = StoryState(
          story: version.number, kind: .corrected, since: story.received, note: nil)
        return Entry(story: story, carries: version.number, state: state, differences: differences)
      }
      return nil
    }
  }

  /// The correction of a version, or the usable version that followed it.
  private func replacement(
    of bad: StoredStory, _ state: StoryState, among stories: [StoredStory],
    _ states: [StoryNumber: StoryState]
  ) throws -> Story? {
    if let correction = state.correction {
      // A correction that was itself killed replaces nothing.
      return states[correction]?.kind == .killed
        ? nil : try reader.story(correction)?.story
    }
    let later = stories.last { other in
      other.number > bad.number && other.story.outlet == bad.story.outlet
        && states[other.number] == nil
    }
    return later?.story
  }

  /// Each outlet's latest version of each of its stories.
  private static func current(_ stories: [StoredStory]) -> [StoredStory] {
    struct Identity: Hashable {
      let id: String
      let outlet: Outlet?
    }
    let versions = Dictionary(grouping: stories) {
      Identity(id: $0.story.id, outlet: $0.story.outlet)
    }
    return versions.values.compactMap { versions in
      versions.max { ($0.version, $0.number) < ($1.version, $1.number) }
    }.sorted { $0.number < $1.number }
  }

  /// What a copy differs by from the right version, nil if it does not carry the wrong one.
  static func carries(_ copy: Story, _ wrong: Story, _ right: Story?) -> [String]? {
    guard let right else { return [] }
    let words = CopyDifference.words(copy.text)
    let changes = CopyDifference(from: wrong.text, to: right.text).changes
    let telling = changes.filter { words.holds($0.old) && !words.holds($0.new) }
    if !telling.isEmpty { return telling.map(\.sentence) }
    if changes.contains(where: { words.holds($0.new) }) { return nil }
    // Edited so far that no change can be placed: a copy from before the correction can't have it.
    guard let copied = copy.published, let corrected = right.published, copied < corrected,
      !changes.isEmpty
    else { return nil }
    return changes.prefix(3).map(\.sentence)
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
