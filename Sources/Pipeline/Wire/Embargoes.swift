internal import NearDuplicates
internal import Store
internal import Stories

/// Stories that must not be told of yet, and what of the groups may be told while they must not.
///
/// Whoever hears of the changes that are `audible` ends with the groups as they would be if these stories were not there.
struct Embargoes {
  private var ends: [StoryNumber: Instant]
  /// Groups of which nothing was told, since all that is in them is under an embargo.
  private var unheard: Set<GroupNumber> = []

  /// Takes what a store has.
  ///
  /// - Parameter ends: stories that must not be told of, and until when.
  init(_ ends: [StoryNumber: Instant] = [:]) { self.ends = ends }

  /// Whether there is none.
  var isEmpty: Bool { ends.isEmpty }
  /// When the next one ends; nil if there is none.
  var next: Instant? { ends.values.min() }
  /// The stories under one, in no order.
  var stories: some Collection<StoryNumber> { ends.keys }

  /// Whether a story must not be told of yet.
  func hide(_ story: StoryNumber) -> Bool { ends[story] != nil }

  /// Until when a story must not be told of; nil where it may be.
  func end(of story: StoryNumber) -> Instant? { ends[story] }

  /// The stories whose embargo is over, in the order in which they came.
  func over(at now: Instant) -> [StoryNumber] { ends.filter { $0.value <= now }.keys.sorted() }

  /// Puts a story under an embargo.
  mutating func begin(_ story: StoryNumber, until end: Instant) { ends[story] = end }

  /// Ends a story's embargo.
  mutating func end(_ story: StoryNumber) { ends[story] = nil }

  /// Notes that a group is told of.
  ///
  /// - Returns: whether nobody had heard of it.
  mutating func tell(of group: GroupNumber) -> Bool { unheard.remove(group) != nil }

  /// Keeps account of those groups in which nothing may be told of, or nothing any more: who is released is heard to
  /// open them.
  mutating func noteUnheard(
    _ groups: Set<GroupNumber>, in reader: StoreReader
  ) throws(StoreError) {
    guard !ends.isEmpty else { return }
    for group in groups {
      let members = try reader.everyNumber(in: group)
      if !members.isEmpty, members.allSatisfy(hide) { unheard.insert(group) }
    }
  }
}

extension Embargoes {
  /// Whether a group holds any story that is meant, be it past the window.
  typealias Membership = (GroupNumber, _ isMeant: (StoryNumber) -> Bool) throws -> Bool

  /// The changes of a placement as those may hear them who must not know of embargoed stories: as if these
  /// were not there. Keeps account of the groups of which nothing was heard yet.
  ///
  /// Call it once for each placement, when the taster has placed and before it places the next.
  ///
  /// - Parameters:
  ///   - placement: what placing a story did.
  ///   - holds: asked which stories groups hold now.
  /// - Returns: what may be told, arrivals before departures.
  /// - Throws: what `holds` throws.
  mutating func audible(
    _ placement: Placement, _ holds: Membership
  ) throws -> [GroupChange] {
    let changes = placement.changes
    guard !ends.isEmpty || !unheard.isEmpty else { return changes }
    var heard: [GroupChange] = []
    for (position, change) in changes.enumerated() {
      switch change {
      case .opened(let group, let story):
        if hide(story) { unheard.insert(group) } else { heard.append(change) }
      case .joined(let group, let story):
        if hide(story) { continue }
        let isUnheard = tell(of: group)
        let isNew = try isUnheard || isNew(group, to: story, changes[..<position], holds)
        heard.append(isNew ? .opened(group: group, story: story) : change)
      case .merged(let from, let into):
        let known = from.filter { !tell(of: $0) }
        guard !known.isEmpty else { continue }
        unheard.remove(into)
        heard.append(.merged(from: known, into: into))
      case .split(let from, let into, let stories):
        let told = stories.filter { !hide($0) }
        let leavesMore = leave(from, changes[(position + 1)...], placement.gone)
        let split = try audibleSplit(from, into, told, isLast: !leavesMore, holds)
        heard += split.map { [$0] } ?? []
      }
    }
    return heard.arrivalsFirst()
  }

  /// A split of the stories that may be told of, as it is heard.
  ///
  /// A group that all of them leave is heard to go into another one: that something stays behind would tell
  /// of what is under an embargo.
  private mutating func audibleSplit(
    _ from: GroupNumber, _ into: GroupNumber, _ told: [StoryNumber], isLast: Bool,
    _ holds: Membership
  ) throws -> GroupChange? {
    guard !told.isEmpty else {
      if try !holds(into, { !hide($0) }) { unheard.insert(into) }
      return nil
    }
    unheard.remove(into)
    guard try isLast && !holds(from, { !hide($0) }) else {
      return .split(from: from, into: into, stories: told)
    }
    unheard.insert(from)
    return .merged(from: [from], into: into)
  }

  /// Whether stories that may be told of leave a group by later changes, split off or merged with what is left.
  private func leave(
    _ group: GroupNumber, _ later: ArraySlice<GroupChange>, _ gone: [GroupNumber: [StoryNumber]]
  ) -> Bool {
    later.contains { change in
      switch change {
      case .split(group, _, let stories): stories.contains { !hide($0) }
      case .merged(let from, _) where from.contains(group):
        gone[group, default: []].contains { !hide($0) }
      default: false
      }
    }
  }

  /// Whether a group that a story joins has come about just now, out of stories that may not be told of.
  private func isNew(
    _ group: GroupNumber, to story: StoryNumber, _ earlier: ArraySlice<GroupChange>,
    _ holds: Membership
  ) throws -> Bool {
    let splitsInto = earlier.contains { change in
      guard case .split(_, group, _) = change else { return false }
      return true
    }
    return try splitsInto && !holds(group) { !hide($0) && $0 != story }
  }
}
