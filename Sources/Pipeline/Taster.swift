public import NearDuplicates
public import Stories
public import Wire

/// The copy taster proper: takes one story after the other and says what it is a version of.
///
/// Holds the grouping and a cache of token keys; what it does not hold it asks `text` for. Not `Sendable`:
/// one task owns it.
public final class Taster {
  /// Where texts of earlier stories come from when their keys are no longer cached.
  public typealias TextSource = (StoryNumber) -> String?

  let signer: Signer
  var keeper: GroupKeeper
  private var cache: KeyCache
  private let text: TextSource

  /// Makes a taster with an empty index.
  ///
  /// - Parameters:
  ///   - signer: makes keys and signatures.
  ///   - keeper: the grouping, empty.
  ///   - cacheBytes: most bytes of token keys held in memory.
  ///   - text: the text of an earlier story, or nil if it is gone.
  public init(
    signer: Signer, keeper: GroupKeeper, cacheBytes: Int, text: @escaping TextSource
  ) {
    (self.signer, self.keeper, self.text) = (signer, keeper, text)
    cache = KeyCache(capacity: cacheBytes)
  }

  /// Stories that can be found as candidates.
  public var count: Int { keeper.count }
  /// Bytes of index, group ties and cached keys.
  public var byteCount: Int { keeper.byteCount + cache.byteCount }
  /// The number that the next group will get.
  public var nextGroup: Int64 { keeper.nextGroup }

  /// Places a story.
  ///
  /// - Parameters:
  ///   - delivered: the story with its digest.
  ///   - number: its number, higher than all before.
  ///   - arrived: when it was read.
  ///   - earlierTakes: stories under the same given identity.
  /// - Returns: what placing it did, and the signature to store.
  public func taste(
    _ delivered: DeliveredStory, number: StoryNumber, arrived: Instant,
    earlierTakes: [StoryNumber] = []
  ) -> (placement: Placement, signature: Signature) {
    let keys = signer.tokens(of: delivered.story.text).keys
    let shingles = signer.shingler.hashes(of: keys)
    let signature = signer.sketch.signature(of: shingles)
    let newcomer = Newcomer(
      number: number, face: Face(delivered), keys: keys, shingles: shingles,
      signature: signature, arrived: arrived, earlierTakes: earlierTakes)
    let placement = keeper.place(newcomer) { [unowned self] in self.keys(of: $0) }
    cache.insert(number, keys)
    return (placement, signature)
  }

  /// The token keys of an earlier story.
  func keys(of story: StoryNumber) -> [TokenKey]? {
    if let cached = cache[story] { return cached }
    guard let text = text(story) else { return nil }
    let keys = signer.tokens(of: text).keys
    cache.insert(story, keys)
    return keys
  }
}

extension Face {
  /// The facts of a delivered story that grouping depends on.
  public init(_ delivered: DeliveredStory) {
    self.init(
      outlet: delivered.story.outlet, published: delivered.story.published,
      tieBreak: delivered.digest.tieBreak)
  }
}

extension ContentDigest {
  /// The digest's first eight bytes as a number.
  var tieBreak: UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
