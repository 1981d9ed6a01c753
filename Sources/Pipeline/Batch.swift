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
    /// Settles ties by content.
    let tieBreak: UInt64
  }

  /// The stories in order of reading; story number n is at n − 1.
  public private(set) var entries: [Entry] = []
  /// Stories that were there already, letter for letter.
  public private(set) var repeats = 0
  private var seen: Set<ContentDigest> = []
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

  /// Adds a story. One that was added before, letter for letter, counts as a repeat and is left out.
  public func add(_ delivered: DeliveredStory) {
    guard seen.insert(delivered.digest).inserted else {
      repeats += 1
      return
    }
    let number = StoryNumber(Int64(entries.count + 1))
    let story = delivered.story
    var earlier: [StoryNumber] = []
    if delivered.identityIsGiven, let outlet = story.outlet {
      let identity = Identity(id: story.id, outlet: outlet)
      earlier = takes[identity] ?? []
      takes[identity, default: []].append(number)
    }
    _ = taster.taste(
      delivered, number: number, arrived: Instant(milliseconds: 0), earlierTakes: earlier)
    entries.append(
      Entry(
        id: story.id, outlet: story.outlet, published: story.published, title: story.title,
        tieBreak: delivered.digest.tieBreak))
  }

  /// The groups, each a list of positions in `entries` in canonical order; groups are ordered by their
  /// first story. Neither depends on the order in which stories were added.
  public func groups() -> [[Int]] {
    var members: [GroupNumber: [Int]] = [:]
    for position in entries.indices {
      guard let group = taster.keeper.group(of: StoryNumber(Int64(position + 1))) else { continue }
      members[group, default: []].append(position)
    }
    let sorted = members.values.map { $0.sorted(by: precedes) }
    return sorted.sorted { precedes($0[0], $1[0]) }
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    face(first).precedes(face(second))
  }

  private func face(_ position: Int) -> Face {
    let entry = entries[position]
    return Face(outlet: entry.outlet, published: entry.published, tieBreak: entry.tieBreak)
  }
}
