public import NearDuplicates
public import Stories
public import Wire

/// Groups stories without daemon or store: everything in memory, nothing expires.
///
/// Takes the same road as the daemon. Stories of known outlets wait until all have been read, so that what
/// recurs in an outlet is known before the first of them is signed; the daemon comes to the same by signing
/// anew what it learns about later.
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

  private struct Waiting {
    let reading: StoryReading
    let face: Face
    let number: StoryNumber
    let takes: [StoryNumber]
    /// The text, where its boilerplate will be asked for.
    let text: String?
  }

  /// Everything that was added, in that order.
  public private(set) var entries: [Entry] = []
  private var seen: [ContentDigest: StoryNumber] = [:]
  private var takes: [Identity: [StoryNumber]] = [:]
  private var waiting: [Waiting] = []
  private var marked: [StoryNumber: (reading: StoryReading, text: String)] = [:]
  private let taster: Taster
  private let keepsReadings: Bool
  /// Called with the pairs that were compared when a story was placed and share enough to be remembered; for
  /// training.
  public var whenJudged: (([JudgedPair]) -> Void)?

  private struct Identity: Hashable {
    let id: String
    let outlet: Outlet
  }

  /// Makes an empty batch.
  ///
  /// - Parameters:
  ///   - reader: reads texts; of this batch alone.
  ///   - plan: how signatures are cut into bands.
  ///   - rule: decides relations.
  ///   - noise: how clean the texts are.
  ///   - keepsReadings: whether `boilerplate(of:)` will be asked.
  public init(
    reader: CopyReader, plan: BandPlan, rule: RelationRule, noise: Noise = .auto,
    keepsReadings: Bool = false
  ) {
    var keeper = GroupKeeper(plan: plan, window: nil, rule: rule)
    keeper.noise = noise
    taster = Taster(reader: reader, keeper: keeper, cacheBytes: .max) { _ in nil }
    self.keepsReadings = keepsReadings
  }

  /// Bytes of index, group ties and texts.
  public var byteCount: Int { taster.byteCount }
  /// Stories that were read and not placed yet.
  public var waitingCount: Int { waiting.count }

  /// Adds a story. One that was added before, letter for letter, is not compared again.
  public func add(_ delivered: DeliveredStory) {
    if let known = seen[delivered.digest] { return append(delivered, known, isRepeat: true) }
    let number = StoryNumber(Int64(seen.count + 1))
    seen[delivered.digest] = number
    let reading = taster.reader.read(delivered.story.text, outlet: delivered.story.outlet)
    taster.reader.count(reading, as: UInt32(truncatingIfNeeded: number.value))
    waiting.append(
      Waiting(
        reading: reading, face: taster.reader.face(of: delivered), number: number,
        takes: noteTake(delivered, number), text: keepsReadings ? delivered.story.text : nil))
    append(delivered, number, isRepeat: false)
    // Without outlets nothing is learned by waiting.
    if delivered.story.outlet == nil, waiting.count == 1 { place { _ in } }
  }

  /// Places all stories that wait.
  ///
  /// - Parameter progress: called now and then with how many are placed.
  public func place(progress: (Int) -> Void) {
    for (position, story) in waiting.enumerated() {
      let tasted = taster.place(
        story.reading, face: story.face, number: story.number, arrived: Instant(milliseconds: 0),
        earlierTakes: story.takes)
      whenJudged?(tasted.placement.pairs)
      // Without an outlet and without a mark at first sight there will never be any.
      if let text = story.text, story.reading.mayHaveBoilerplate {
        marked[story.number] = (story.reading, text)
      }
      if position % 256 == 255 { progress(position + 1) }
    }
    waiting.removeAll()
  }

  /// Where a story's boilerplate stands, in Unicode scalars of its text, in ascending order.
  ///
  /// Complexity: O(n) in the length of the text.
  public func boilerplate(of position: Int) -> [Range<Int>] {
    guard let story = marked[entries[position].number] else { return [] }
    let tokens = taster.reader.boilerplate(story.reading)
    return tokens.isEmpty ? [] : taster.reader.scalars(tokens, of: story.text)
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

  /// The pairs that pull towards one group, by positions in `entries`, with their strength from 0 to 1. Of
  /// stories that were added twice the first is named.
  public func ties() -> [(first: Int, second: Int, strength: Double)] {
    place { _ in }
    let positions = positions()
    return taster.keeper.pulls().compactMap { first, second, strength in
      guard let one = positions[first], let two = positions[second] else { return nil }
      return (one, two, strength)
    }
  }

  /// The position in `entries` of each story by its number, the first where it was added twice.
  ///
  /// Complexity: O(n) in the number of entries.
  public func positions() -> [StoryNumber: Int] {
    var positions: [StoryNumber: Int] = [:]
    for (position, entry) in entries.enumerated() where !entry.isRepeat {
      positions[entry.number] = position
    }
    return positions
  }

  /// The groups, each a list of positions in `entries` in canonical order; groups are ordered by their
  /// first story. Neither depends on the order in which stories were added.
  public func groups() -> [[Int]] {
    place { _ in }
    var members: [GroupNumber: [Int]] = [:]
    for position in entries.indices {
      guard let group = taster.keeper.group(of: entries[position].number) else { continue }
      members[group, default: []].append(position)
    }
    let sorted = members.values.map { $0.count > 1 ? $0.sorted(by: precedes) : $0 }
    return sorted.sorted { precedes($0[0], $1[0]) }
  }

  /// Canonical order, and by id among stories that it does not tell apart.
  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let (one, two) = (entries[first], entries[second])
    let (mine, theirs) = (
      Face.place(one.published, one.tieBreak), Face.place(two.published, two.tieBreak)
    )
    return mine == theirs ? one.id < two.id : mine < theirs
  }
}
