public import NearDuplicates
internal import Store
public import Stories
public import Wire

/// The copy taster proper: takes one story after the other and says what it is a version of.
///
/// Holds the grouping and a cache of texts; what it does not hold it asks `source` for. Not `Sendable`: one
/// task owns it.
public final class Taster {
  /// Where earlier stories come from when they are no longer cached.
  public typealias Source = (StoryNumber) throws -> EarlierStory?

  /// A story that was placed before.
  public struct EarlierStory: Sendable {
    let story: Story
    let face: Face
    let arrived: Instant

    /// Makes it.
    public init(story: Story, face: Face, arrived: Instant) {
      (self.story, self.face, self.arrived) = (story, face, arrived)
    }
  }

  /// What placing or healing a story did.
  public struct Tasted {
    /// The story.
    public let number: StoryNumber
    /// What it did to the groups.
    public internal(set) var placement: Placement
    /// Its signature.
    public let signature: Signature
    /// Its tokens that don't count.
    public let boilerplate: [Range<Int>]
    /// What a person said that had it placed anew; nil for a newcomer, and where something was learned.
    var cause: BoilerplateRuling?
    /// Which of its segments count as boilerplate, and which don't any more.
    var change: BoilerplateCommit.Change?
  }

  let reader: CopyReader
  var keeper: GroupKeeper
  var cache: CopyCache
  private let source: Source
  /// The first failure of the source that nobody has heard of.
  private var failure: (any Error)?
  var furniture = OutletFurniture()
  /// Stories of the outlet that is being looked at again.
  var healing: ArraySlice<StoryNumber> = []
  /// The last ruling that all stories have been held against.
  var applied: Int64 = 0
  /// Whether segments are put down for the store, and people may speak about them.
  var tracksSegments = false

  /// Makes a taster with an empty index.
  ///
  /// - Parameters:
  ///   - reader: reads texts.
  ///   - keeper: the grouping, empty.
  ///   - cacheBytes: most bytes of texts held in memory.
  ///   - source: an earlier story, or nil if it is gone. Whether it failed is asked by `throwFailure`.
  public init(
    reader: CopyReader, keeper: GroupKeeper, cacheBytes: Int, source: @escaping Source
  ) {
    (self.reader, self.keeper, self.source) = (reader, keeper, source)
    cache = CopyCache(capacity: cacheBytes)
  }

  /// Stories that can be found as candidates.
  public var count: Int { keeper.count }
  /// Bytes of index, group ties, cached texts and what recurs.
  public var byteCount: Int { keeper.byteCount + cache.byteCount + reader.byteCount }
  /// The number that the next group will get.
  public var nextGroup: Int64 { keeper.nextGroup }

  /// Reads and places a story.
  ///
  /// - Parameters:
  ///   - delivered: the story with its digest.
  ///   - number: its number, higher than all before.
  ///   - arrived: when it was read.
  ///   - earlierTakes: stories under the same given identity.
  /// - Returns: what placing it did, and what is to be stored of it.
  public func taste(
    _ delivered: DeliveredStory, number: StoryNumber, arrived: Instant,
    earlierTakes: [StoryNumber] = []
  ) -> Tasted {
    let (text, outlet) = (delivered.story.text, delivered.story.outlet)
    let read = reader.signer.read(text)
    let reading = reader.reading(read, of: text, outlet: outlet, judged: true)
    reader.count(reading, as: UInt32(truncatingIfNeeded: number.value))
    var tasted = place(
      reading, face: reader.face(of: delivered), number: number, arrived: arrived,
      earlierTakes: earlierTakes)
    if tracksSegments {
      let seen = reader.sightings(
        text, read.tokens, ruled: reading.ruled, boilerplate: tasted.boilerplate)
      tasted.change = BoilerplateCommit.Change(
        story: number, outlet: outlet, at: arrived, seen: seen)
    }
    return tasted
  }

  /// Places a story that was read and counted.
  func place(
    _ reading: StoryReading, face: Face, number: StoryNumber, arrived: Instant,
    earlierTakes: [StoryNumber]
  ) -> Tasted {
    let boilerplate = reader.boilerplate(reading)
    let copy = reader.copy(reading, without: boilerplate)
    let (signature, fingerprints) = reader.sign(copy)
    let newcomer = Newcomer(
      number: number, face: face, copy: copy, signature: signature, fingerprints: fingerprints,
      arrived: arrived, earlierTakes: earlierTakes)
    let placement = keeper.place(newcomer) { [unowned self] in self.copy(of: $0) }
    cache.insert(number, newcomer.copy)
    note(number, reading, boilerplate)
    return Tasted(
      number: number, placement: placement, signature: signature, boilerplate: boilerplate)
  }

  /// Puts down what counts as boilerplate in a story, where it may be looked at again.
  func note(_ story: StoryNumber, _ reading: StoryReading, _ boilerplate: [Range<Int>]) {
    if let outlet = reading.outlet {
      furniture.note(story, outlet, boilerplate)
    } else if tracksSegments {
      furniture.note(story, OutletFurniture.unnamed, boilerplate)
    }
  }

  /// Drops stories that arrived before the window.
  func expire(at now: Instant, window: Int64) {
    let gone = keeper.expire(at: now)
    furniture.forget(gone)
    cache.remove(gone)
    reader.age(at: now, window: window)
  }

  /// Forgets stories that are gone from the store.
  func forget(_ stories: [StoryNumber]) {
    keeper.forget(stories)
    furniture.forget(stories)
    cache.remove(stories)
  }

  /// Throws what the source has thrown since this was last asked: a story was then left out that is there, and what was
  /// placed is to be placed anew.
  func throwFailure() throws {
    defer { failure = nil }
    if let failure { throw failure }
  }

  /// An earlier story; nil if it is gone or can't be read.
  func earlier(_ story: StoryNumber) -> EarlierStory? {
    do {
      return try source(story)
    } catch {
      failure = failure ?? error
      return nil
    }
  }

  /// An earlier story as it is compared.
  func copy(of story: StoryNumber) -> PackedCopy? {
    if let cached = cache[story] { return cached }
    guard let earlier = earlier(story) else { return nil }
    let reading = reader.read(earlier.story.text, outlet: earlier.story.outlet)
    let copy = PackedCopy(
      reader.copy(
        reading, without: furniture.boilerplate(of: story) ?? reader.boilerplate(reading)))
    cache.insert(story, copy)
    return copy
  }
}

extension CopyReader {
  /// The facts of a delivered story, apart from its text, that grouping depends on.
  public func face(of delivered: DeliveredStory) -> Face {
    face(of: delivered.story, tieBreak: delivered.digest.tieBreak)
  }

  /// The facts of a story, apart from its text, that grouping depends on.
  func face(of story: Story, tieBreak: UInt64) -> Face {
    Face(
      outlet: story.outlet, published: story.published, tieBreak: tieBreak,
      headline: signer.headline(story.title))
  }
}
