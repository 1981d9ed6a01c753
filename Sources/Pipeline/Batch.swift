public import NearDuplicates
public import Stories
public import Wire

/// Groups stories without daemon or store: everything in memory, nothing expires.
///
/// Takes the same road as the daemon, so that the same stories come out in the same groups.
public final class Batch {
  /// What is remembered of each story.
  public struct Entry: Sendable {
    /// Its id.
    public let id: String
    /// Who published it.
    public let outlet: Outlet?
    /// When.
    public let published: Instant?
    /// Its headline.
    public let title: String?
    /// Whether the very same story was there already; it is then in the other's group.
    public let isRepeat: Bool
    let number: StoryNumber
    let tieBreak: UInt64
  }

  /// Everything that was added, in that order.
  public private(set) var entries: [Entry] = []
  private var seen: [ContentDigest: StoryNumber] = [:]
  private var takes: [Identity: [StoryNumber]] = [:]
  private let taster: Taster

  private struct Identity: Hashable {
    let id: String
    let outlet: Outlet
  }

  /// Makes an empty batch.
  public init(signer: Signer, plan: BandPlan, rule: RelationRule) {
    let keeper = GroupKeeper(plan: plan, window: nil, rule: rule, shingler: signer.shingler)
    taster = Taster(signer: signer, keeper: keeper, cacheBytes: .max) { _ in nil }
  }

  /// Bytes of index, group ties and token keys.
  public var byteCount: Int { taster.byteCount }

  /// Adds a story. One that was added before, letter for letter, is not compared again.
  public func add(_ delivered: DeliveredStory) {
    if let known = seen[delivered.digest] { return append(delivered, known, isRepeat: true) }
    let number = StoryNumber(Int64(seen.count + 1))
    seen[delivered.digest] = number
    _ = taster.taste(
      delivered, number: number, arrived: Instant(milliseconds: 0),
      earlierTakes: noteTake(delivered, number))
    append(delivered, number, isRepeat: false)
  }

  private func append(_ delivered: DeliveredStory, _ number: StoryNumber, isRepeat: Bool) {
    let story = delivered.story
    entries.append(
      Entry(
        id: story.id, outlet: story.outlet, published: story.published, title: story.title,
        isRepeat: isRepeat, number: number, tieBreak: delivered.digest.tieBreak))
  }

  /// The earlier takes under a story's given identity; an id without an outlet identifies nothing.
  private func noteTake(_ delivered: DeliveredStory, _ number: StoryNumber) -> [StoryNumber] {
    guard delivered.identityIsGiven, let outlet = delivered.story.outlet else { return [] }
    let identity = Identity(id: delivered.story.id, outlet: outlet)
    defer { takes[identity, default: []].append(number) }
    return takes[identity] ?? []
  }

  /// The groups, each a list of positions in `entries` in canonical order; groups are ordered by their
  /// first story. Neither depends on the order in which stories were added.
  public func groups() -> [[Int]] {
    var members: [GroupNumber: [Int]] = [:]
    for position in entries.indices {
      guard let group = taster.keeper.group(of: entries[position].number) else { continue }
      members[group, default: []].append(position)
    }
    let sorted = members.values.map { $0.sorted(by: precedes) }
    return sorted.sorted { precedes($0[0], $1[0]) }
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let (one, two) = (face(first), face(second))
    return one == two ? entries[first].id < entries[second].id : one.precedes(two)
  }

  private func face(_ position: Int) -> Face {
    let entry = entries[position]
    return Face(outlet: entry.outlet, published: entry.published, tieBreak: entry.tieBreak)
  }
}
