public import NearDuplicates
internal import Store
public import Stories
public import Wire

/// Groups stories without daemon or store: everything in memory, nothing expires.
///
/// Takes the same road as the daemon. All stories wait until the last has been read, and are then counted and placed
/// in canonical order: so what recurs in an outlet is known before the first of them is signed (the daemon comes to
/// the same by signing anew what it learns about later), and the groups are the same in whatever order the stories
/// were added.
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
    /// The position of the story that this one repeats: the very same story was there already, and this one is in its
    /// group. Nil for one that was not there before.
    public let repeated: Int?
    let tieBreak: UInt64
  }

  /// A class, so that to hand it on is one count of references rather than one for each of its parts, most of which
  /// have long left the cache.
  private final class Waiting {
    let position: Int
    let reading: StoryReading
    let face: Face
    /// Whether its source gave it an identity.
    let isIdentified: Bool
    /// What ties it to others whatever their texts say; nil where a source said nothing beyond its id.
    let keys: WireKeys?
    /// What its boilerplate will be told from, where it will be asked for.
    let page: Page?

    init(
      _ position: Int, _ reading: StoryReading, _ face: Face, isIdentified: Bool, _ keys: WireKeys?,
      _ page: Page?
    ) {
      (self.position, self.reading, self.face) = (position, reading, face)
      (self.isIdentified, self.keys, self.page) = (isIdentified, keys, page)
    }
  }

  /// A text, and where in it stands what is boilerplate at first sight, so that it need not be gone through once more.
  /// Nil where an outlet is known: there more comes to be boilerplate as a rule, in seven of ten stories of a wire.
  private struct Page {
    let text: String
    let firstSight: [Range<Int>]?
  }

  /// Everything that was added, in that order.
  public private(set) var entries: [Entry] = []
  private var seen: [ContentDigest: Int] = [:]
  private var takes: [Identity: [StoryNumber]] = [:]
  /// Nil until there is a story with keys: without one nothing refers to ids.
  private var keys: PendingKeys?
  /// Nil where it has been placed.
  private var waiting: [Waiting?] = []
  /// Of each that waits its place, beside it, so that putting them in order touches nothing else.
  private var places: [CanonicalPlace] = []
  /// Positions of the stories that were placed, in that order: a story's number is its place among them, from 1.
  private var placed: [Int] = []
  /// The number of each entry that was placed and repeats none.
  private var numbers: [StoryNumber?] = []
  private var marked: [Int: (reading: StoryReading, page: Page)] = [:]
  private let taster: Taster
  private let keepsReadings: Bool
  /// Called with the pairs that were compared when a story was placed and share enough to be remembered.
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
  ///   - passages: what is looked for beside versions.
  public init(
    reader: CopyReader, plan: BandPlan, rule: RelationRule, noise: Noise = .auto,
    keepsReadings: Bool = false, passages: PassageSearch = .none
  ) {
    var keeper = GroupKeeper(plan: plan, window: nil, rule: rule)
    keeper.noise = noise
    keeper.passages = passages
    taster = Taster(reader: reader, keeper: keeper, cacheBytes: .max) { _ in nil }
    self.keepsReadings = keepsReadings
  }

  /// Bytes of index, group ties and texts.
  public var byteCount: Int { taster.byteCount }
  /// Stories that were read and not placed yet.
  public var waitingCount: Int { waiting.count }

  /// Adds a story. One that was added before, letter for letter, is not compared again.
  public func add(_ delivered: DeliveredStory) {
    let (story, position) = (delivered.story, entries.count)
    let known = seen.updateValue(position, forKey: delivered.digest)
    entries.append(
      Entry(
        id: story.id, outlet: story.outlet, published: story.published, title: story.title,
        repeated: known, tieBreak: delivered.digest.tieBreak))
    numbers.append(nil)
    if let known {
      seen[delivered.digest] = known
      return
    }
    let face = taster.reader.face(of: delivered)
    places.append(CanonicalPlace(face, id: story.id))
    let (reading, page) = read(story)
    waiting.append(
      Waiting(
        position, reading, face, isIdentified: delivered.identityIsGiven,
        story.facts.map { _ in WireKeys(delivered) }, page))
  }

  private func read(_ story: Story) -> (StoryReading, Page?) {
    guard keepsReadings, story.outlet == nil else {
      let reading = taster.reader.read(story.text, outlet: story.outlet)
      return (reading, keepsReadings ? Page(text: story.text, firstSight: nil) : nil)
    }
    let (reading, firstSight) = taster.reader.readAndPlace(story.text)
    return (reading, Page(text: story.text, firstSight: firstSight))
  }

  /// Counts and places all stories that wait, in canonical order.
  ///
  /// - Parameter progress: called now and then with how many are placed.
  public func place(progress: (Int) -> Void) {
    let order = CanonicalPlace.order(places)
    if keys == nil, waiting.contains(where: { $0?.keys != nil }) { keys = PendingKeys() }
    for (offset, index) in order.enumerated() {
      guard let story = waiting[index] else { continue }
      taster.reader.count(story.reading, as: UInt32(truncatingIfNeeded: placed.count + offset + 1))
    }
    for (offset, index) in order.enumerated() {
      // Let go of as soon as it is placed: from then on most of it is held in another form.
      if let story = waiting[index].take() { place(story) }
      if offset % 256 == 255 { progress(offset + 1) }
    }
    (waiting, places) = ([], [])
  }

  private func place(_ story: Waiting) {
    placed.append(story.position)
    let number = StoryNumber(Int64(placed.count))
    numbers[story.position] = number
    let tasted = taster.place(
      story.reading, face: story.face, number: number, arrived: Instant(milliseconds: 0),
      earlierTakes: Set(takes(of: story, number) + kin(of: story, number)).sorted())
    whenJudged?(tasted.placement.pairs)
    // Without an outlet and without a mark at first sight there will never be any.
    if let page = story.page, story.reading.mayHaveBoilerplate {
      marked[story.position] = (story.reading, page)
    }
  }

  /// Where a story's boilerplate stands, in Unicode scalars of its text, in ascending order.
  ///
  /// Complexity: O(n) in the length of the text.
  public func boilerplate(of position: Int) -> [Range<Int>] {
    guard let story = marked[entries[position].repeated ?? position] else { return [] }
    let tokens = taster.reader.boilerplate(story.reading)
    if tokens == story.reading.firstSight, let places = story.page.firstSight { return places }
    return tokens.isEmpty ? [] : taster.reader.scalars(tokens, of: story.page.text)
  }

  /// The earlier takes under a story's given identity; an id without an outlet identifies nothing.
  private func takes(of story: Waiting, _ number: StoryNumber) -> [StoryNumber] {
    guard story.isIdentified, let outlet = story.face.outlet else { return [] }
    let identity = Identity(id: entries[story.position].id, outlet: outlet)
    defer { takes[identity, default: []].append(number) }
    // More are compared by nobody.
    return takes[identity]?.suffix(GroupKeeper.takeLimit) ?? []
  }

  /// Earlier stories to which keys tie a story, as the daemon does: versions by another key or slug, and what one was
  /// made from.
  private func kin(of story: Waiting, _ number: StoryNumber) -> [StoryNumber] {
    guard keys != nil else { return [] }
    let (entry, at) = (entries[story.position], story.face.published)
    let own = story.keys ?? (story.isIdentified ? WireKeys(id: entry.id) : WireKeys())
    defer { keys?.add(own, number, at: at) }
    return keys?.ties(own, at: at).all ?? []
  }

  /// The pairs that pull towards one group, by positions in `entries`, with their strength from 0 to 1. Of
  /// stories that were added twice the first is named.
  public func ties() -> [(first: Int, second: Int, strength: Double)] {
    place { _ in }
    return taster.keeper.pulls().compactMap { first, second, strength in
      guard let one = position(of: first), let two = position(of: second) else { return nil }
      return (one, two, strength)
    }
  }

  /// The position in `entries` of a story that was placed, the first where it was added twice; nil for a number that
  /// none has.
  public func position(of story: StoryNumber) -> Int? {
    let place = story.value - 1
    return placed.indices.contains(Int(place)) ? placed[Int(place)] : nil
  }

  /// The groups, each a list of positions in `entries` in canonical order; groups are ordered by their
  /// first story. Neither depends on the order in which stories were added.
  public func groups() -> [[Int]] {
    place { _ in }
    let keeper = taster.keeper
    var groups: [[Int]] = []
    var places: [GroupNumber: Int] = [:]
    let order = CanonicalPlace.order(
      entries.map { CanonicalPlace(published: $0.published, tieBreak: $0.tieBreak, id: $0.id) })
    for position in order {
      guard let number = numbers[entries[position].repeated ?? position],
        let group = keeper.group(of: number)
      else { continue }
      if let place = places.updateValue(groups.count, forKey: group) {
        places[group] = place
        groups[place].append(position)
      } else {
        groups.append([position])
      }
    }
    return groups
  }
}
