public import Inbox
public import NearDuplicates
public import Stories
internal import Text

/// What a running daemon can be told anew without a restart.
public struct IngestOptions: Sendable {
  /// What happens to a file once its stories are stored.
  public enum Disposal: Sendable {
    /// It moves to the done folder, a folder a day.
    case move
    /// It is deleted.
    case delete
  }

  /// Bounds on deliveries.
  public var limits: Limits
  /// Which outlets names stand for.
  public var outlets: OutletMap
  /// The charset of plain text that is not UTF-8; nil refuses it.
  public var fallbackCharset: String?
  /// How long a file written in place must be unchanged.
  public var settle: Duration
  /// Time between two sweeps when nothing announces itself.
  public var sweep: Duration
  /// What happens to finished files.
  public var disposal: Disposal
  /// What decides relations.
  public var rule: RelationRule
  /// How clean the texts are.
  public var noise = Noise.auto
  /// Milliseconds after which stories are deleted.
  public var retention: Int64
  /// Milliseconds after which events are deleted.
  public var eventRetention: Int64
  /// Where events are written besides the store.
  public var eventFile: EventFile?

  /// Makes options with the standard values.
  public init() {
    limits = Limits()
    outlets = OutletMap()
    settle = .seconds(2)
    sweep = .seconds(5)
    disposal = .move
    rule = RelationRule()
    retention = 90 * Instant.day
    eventRetention = 30 * Instant.day
  }
}

/// What is settled when a daemon starts and can't change while it runs.
public struct IngestFoundation: Sendable {
  /// The folders files pass through.
  public let folders: InboxFolders
  /// What shingles are.
  public let shingler: Shingler
  /// What signatures are.
  public let sketch: FastSimilaritySketch
  /// How they are cut into bands.
  public let plan: BandPlan
  /// Milliseconds a story can be found as a candidate.
  public let window: Int64
  /// Whether a store of another stamp may be signed anew.
  public let maySignAnew: Bool
  /// Most bytes of texts held in memory.
  public let cacheBytes: Int
  /// What words weigh.
  public let rarity: Rarity
  /// What judges first-seen text; nil to judge by recurrence alone.
  public let boilerplate: BoilerplateModel?

  /// Makes a foundation.
  public init(
    folders: InboxFolders, shingler: Shingler, sketch: FastSimilaritySketch, plan: BandPlan,
    window: Int64, maySignAnew: Bool, cacheBytes: Int = 512 << 20, rarity: Rarity = Rarity(),
    boilerplate: BoilerplateModel? = nil
  ) {
    (self.rarity, self.boilerplate) = (rarity, boilerplate)
    (self.folders, self.shingler, self.sketch, self.plan) = (folders, shingler, sketch, plan)
    (self.window, self.maySignAnew, self.cacheBytes) = (window, maySignAnew, cacheBytes)
  }

  /// A signer of these measures.
  func signer() throws(TokeniserError) -> Signer {
    try Signer(shingler: shingler, sketch: sketch, rarity: rarity)
  }
}
