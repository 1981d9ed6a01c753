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
    /// Whether the words of that version stand in the story; otherwise others stand in their place, and it is for
    /// people to say whether these are right.
    public let isCertain: Bool
    /// Whether the story stands in another group than the version that it carries.
    public let isElsewhere: Bool
  }

  let reader: StoreReader
  /// Called before each copy is looked at, which of long texts takes a while.
  let checkIn: () throws -> Void

  /// Makes a list over a store.
  public init(_ reader: StoreReader) { self.init(reader, checkIn: {}) }

  /// Makes a list over a store.
  ///
  /// - Parameters:
  ///   - reader: reads the store.
  ///   - checkIn: called before each copy is looked at; what it throws ends the search.
  init(_ reader: StoreReader, checkIn: @escaping () throws -> Void) {
    (self.reader, self.checkIn) = (reader, checkIn)
  }

  /// The entries of a group, by outlet: its own stories first, then those in other groups that were made from
  /// a wrong version of this one, or were found to be the same copy as one.
  public func entries(of group: GroupNumber) throws -> [Entry] {
    let stories = try reader.stories(in: group)
    let states = try reader.states(of: stories.map(\.number))
    return try entries(carrying: wrong(in: stories, states), in: stories, states)
  }

  /// Those of a group's stories that carry its wrong versions, by outlet.
  ///
  /// - Parameters:
  ///   - stories: all stories of the group.
  ///   - states: what is the matter with some of them.
  ///   - isAsked: which stories are asked about.
  /// - Returns: an entry for each that does, if it is its outlet's latest version.
  /// - Throws: `StoreError`.
  func carriers(
    in stories: [StoredStory], _ states: [StoryNumber: StoryState],
    where isAsked: (StoredStory) -> Bool = { _ in true }
  ) throws -> [Entry] {
    guard !states.isEmpty else { return [] }
    return try here(stories, states, carrying: wrong(in: stories, states), where: isAsked)
  }

  /// A group's own stories that carry any of some wrong versions, by outlet: of each outlet's stories the latest version.
  private func here(
    _ stories: [StoredStory], _ states: [StoryNumber: StoryState], carrying wrong: [Wrong],
    where isAsked: (StoredStory) -> Bool
  ) throws -> [Entry] {
    let asked = try current(stories).filter { states[$0.number] == nil && isAsked($0) }
    return try LiveList.byOutlet(asked.compactMap { try entry($0, wrong, isElsewhere: false) })
  }

  /// The outlets' stories that carry any of some wrong versions rather than what replaces them, for certain: group by
  /// group of these versions, each story once.
  ///
  /// - Parameters:
  ///   - wrong: the versions.
  ///   - replacement: what corrects them; nil where they must go.
  ///   - notice: what that says of what it mends.
  /// - Returns: the entries.
  /// - Throws: `StoreError`.
  func outlets(
    carrying wrong: [StoredStory], replacement: Story?, notice: String? = nil
  ) throws -> [Entry] {
    let numbers = Set(wrong.map(\.number))
    var seen = numbers
    let entries = try Set(wrong.map(\.group)).sorted().flatMap { group in
      let stories = try reader.stories(in: group)
      let states = try reader.states(of: stories.map(\.number))
      let versions = stories.filter { numbers.contains($0.number) }
      let steps = try replacement.flatMap { replacement in
        try reader.latest(versions).map {
          [
            Wrong.Step(
              key: .replacement(of: $0.number),
              mending: Mending(of: $0.story, by: replacement, notice: notice))
          ]
        }
      }
      let bad = try versions.compactMap { version -> Wrong? in
        if replacement == nil, try bindsItsOutletAlone(version, among: stories) { return nil }
        let state = StoryState(
          story: version.number, kind: .corrected, since: version.received, note: nil)
        return Wrong(version: version, state: state, mendings: steps)
      }
      return try self.entries(carrying: bad, in: stories, states).filter(\.isCertain)
    }
    return entries.filter { seen.insert($0.story.number).inserted }
  }

  private func entries(
    carrying wrong: [Wrong], in stories: [StoredStory], _ states: [StoryNumber: StoryState]
  ) throws -> [Entry] {
    let numbers = Set(wrong.map(\.version.number))
    let here = try here(stories, states, carrying: wrong) { !numbers.contains($0.number) }
    var elsewhere: [StoryNumber: (copy: StoredStory, wrong: [Wrong])] = [:]
    for bad in wrong {
      for copy in try reader.copies(of: bad.version) {
        elsewhere[copy.number, default: (copy, [])].wrong.append(bad)
      }
    }
    let far = try elsewhere.values.filter { try isCurrent($0.copy) }
    return try here
      + LiveList.byOutlet(far.compactMap { try entry($0.copy, $0.wrong, isElsewhere: true) })
  }

  private static func byOutlet(_ entries: [Entry]) -> [Entry] {
    entries.sorted { one, two in
      let (first, second) = (one.story, two.story)
      return (first.story.outlet?.name ?? "", first.number)
        < (second.story.outlet?.name ?? "", second.number)
    }
  }

  /// The wrong version that an outlet's story carries, the nearest of those that weigh most, or else the first that it may
  /// carry.
  private func entry(
    _ copy: StoredStory, _ wrong: [Wrong], isElsewhere: Bool
  ) throws -> Entry? {
    try checkIn()
    var (certain, unclear): ([(wrong: Wrong, entry: Entry)], Entry?) = ([], nil)
    var known: [Wrong.Key: Mending.Finding] = [:]
    for bad in wrong where bad.version.story.outlet != copy.story.outlet {
      func entry(_ differences: [String], isCertain: Bool) -> Entry {
        Entry(
          story: copy, carries: bad.version.number, state: bad.state, differences: differences,
          isCertain: isCertain, isElsewhere: isElsewhere)
      }
      if let first = certain.first, first.wrong.state.kind != bad.state.kind { break }
      switch bad.finding(in: copy.story, &known) {
      case .carries(let differences): certain.append((bad, entry(differences, isCertain: true)))
      case .unclear(let differences):
        unclear = unclear ?? entry(differences, isCertain: false)
      // What was killed or held must not stand in any words but those that replaced it.
      case .clear where bad.state.kind != .corrected:
        certain.append((bad, entry([], isCertain: true)))
      case .clear, .mended: continue
      }
    }
    guard certain.count > 1 else { return certain.first?.entry ?? unclear }
    let words = WordBag(copy.story.text)
    // The first of equals: the latest order.
    let shared = certain.map { words.shared(with: WordBag($0.wrong.version.story.text)) }
    let nearest = shared.indices.max {
      shared[$0] == shared[$1] ? $0 > $1 : shared[$0] < shared[$1]
    }
    guard let nearest else { return nil }
    // What the others say of it besides is wrong in it too.
    let all = certain[nearest].entry.differences + certain.flatMap(\.entry.differences)
    return certain[nearest].entry.with(all.unique)
  }

  /// Whether a story is its outlet's latest version, and may be used.
  private func isCurrent(_ story: StoredStory) throws -> Bool {
    guard try reader.states(of: [story.number]).isEmpty else { return false }
    guard let identity = story.identity else { return true }
    let versions = try reader.stories(id: identity.id).filter { $0.identity == identity }
    return try reader.latest(versions)?.number == story.number
  }

  /// Each outlet's latest version of each of its stories. One without an identity is no version of another.
  private func current(_ stories: [StoredStory]) throws -> [StoredStory] {
    let versions = Dictionary(grouping: stories, by: \.identity)
    let latest = try versions.compactMap { identity, versions in
      identity == nil ? nil : try reader.latest(versions)
    }
    return (latest + (versions[nil] ?? [])).sorted { $0.number < $1.number }
  }
}

extension LiveList.Entry {
  fileprivate func with(_ differences: [String]) -> LiveList.Entry {
    LiveList.Entry(
      story: story, carries: carries, state: state, differences: differences, isCertain: isCertain,
      isElsewhere: isElsewhere)
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
