public import Stories

/// Keys under which a story is known, and those of what it was made from.
public struct WireKeys: Hashable, Sendable {
  /// Under which its versions are one story.
  public var identities: [String] = []
  /// By which other stories may name it as their origin.
  public var references: [String] = []
  /// References of the stories that it was made from.
  public var origins: [String] = []
  /// The same as the source wrote them: ids.
  public var originIDs: [String] = []
  /// The slug without marks, with the agency before it.
  public var slug: String?
  /// Whether the slug is marked as a later take.
  public var isMarked = false

  /// Makes an empty set.
  public init() {}

  /// Whether there is nothing to look for.
  public var isEmpty: Bool {
    identities.isEmpty && references.isEmpty && origins.isEmpty && slug == nil
  }
}

/// What the store keeps of a story besides its text.
public struct WireRow: Hashable, Sendable {
  /// The story.
  public let story: StoryNumber
  /// What its format said; nil for a plain story that has keys only.
  public let facts: WireFacts?
  /// Its keys.
  public let keys: WireKeys
  /// When this version was published, or else received.
  public let at: Instant

  /// Makes a row.
  public init(story: StoryNumber, facts: WireFacts?, keys: WireKeys, at: Instant) {
    (self.story, self.facts, self.keys, self.at) = (story, facts, keys, at)
  }
}

/// A story that may not be used as it is.
public struct StoryState: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// To be taken down.
    case killed
    /// Not to be used until told.
    case held
    /// Replaced by a correction.
    case corrected
  }

  /// The story.
  public let story: StoryNumber
  /// What it is.
  public let kind: Kind
  /// Since when.
  public let since: Instant
  /// What the order or the correction says.
  public let note: String?
  /// The story that corrects it, also while it is held.
  public let correction: StoryNumber?

  /// Makes a state.
  public init(
    story: StoryNumber, kind: Kind, since: Instant, note: String?, correction: StoryNumber? = nil
  ) {
    (self.story, self.kind, self.since) = (story, kind, since)
    (self.note, self.correction) = (note, correction)
  }
}

/// What becomes of a story's state.
public enum StateChange: Hashable, Sendable {
  /// It is in this state now, whatever it was in.
  case begins(StoryState)
  /// It may be used.
  case ends(StoryNumber)

  /// The story.
  public var story: StoryNumber {
    switch self {
    case .begins(let state): state.story
    case .ends(let story): story
    }
  }

  /// What it is in from then on; nil where it may be used.
  public var state: StoryState? {
    switch self {
    case .begins(let state): state
    case .ends: nil
    }
  }
}

/// An order about earlier stories.
public struct WireOrder: Hashable, Sendable, Codable {
  /// Days for which an order waits for a story that it is about.
  public static let waitingDays: Int64 = 14

  /// When an order must have come to be waiting still.
  public static func waiting(since now: Instant) -> Instant {
    now.advanced(byMilliseconds: -waitingDays * Instant.day)
  }

  /// What is ordered, and by which names if by any.
  public let notice: WireNotice
  /// The identity of the item that gave it.
  public let id: String
  /// Whether the source gave the identity.
  public let identityIsGiven: Bool
  /// Who gave it.
  public let outlet: String?
  /// Whose copy it is about.
  public let agency: String?
  /// The version that is withdrawn, and with it all below; nil for all.
  public let version: Int64?
  /// Keys of the item.
  public let keys: [String]
  /// What it says.
  public let note: String?
  /// Before which nothing that it says may be told, if it says so.
  public let embargo: Instant?

  /// Makes an order.
  public init(
    notice: WireNotice, id: String, identityIsGiven: Bool, outlet: String?, agency: String?,
    version: Int64?, keys: [String], note: String?, embargo: Instant? = nil
  ) {
    (self.notice, self.id, self.identityIsGiven) = (notice, id, identityIsGiven)
    (self.outlet, self.agency, self.version) = (outlet, agency, version)
    (self.keys, self.note, self.embargo) = (keys, note, embargo)
  }

  /// Whether nothing that it says may be told yet.
  ///
  /// - Parameter now: the time.
  /// - Returns: whether its embargo ends later.
  public func isEmbargoed(at now: Instant) -> Bool { embargo.map { $0 > now } ?? false }
}

/// An order that a story may yet come under.
public struct WaitingOrder: Hashable, Sendable {
  /// The order.
  public let order: WireOrder
  /// SHA-256 of the item that gave it.
  public let digest: ContentDigest
  /// When it came.
  public let at: Instant

  /// Makes it.
  public init(order: WireOrder, digest: ContentDigest, at: Instant) {
    (self.order, self.digest, self.at) = (order, digest, at)
  }
}

/// Which part of which file an order was carried out from.
public struct OrderOrigin: Hashable, Sendable {
  /// SHA-256 of the file's name and bytes.
  public let delivery: ContentDigest
  /// The part's place in the file, from 0.
  public let part: Int

  /// Makes an origin.
  public init(delivery: ContentDigest, part: Int) { (self.delivery, self.part) = (delivery, part) }
}

/// Whether an order has been taken before.
public enum OrderHistory: Hashable, Sendable {
  /// It has not.
  case new
  /// It has, and was last carried out from there; nil where an earlier program took it, which did not say.
  case taken(OrderOrigin?)
  /// The same, and it was let go before it had found all that it was about: it may wait again.
  case lapsed(OrderOrigin?)
}

/// What wires add to one transaction.
public struct WireCommit: Sendable {
  /// Facts and keys of new stories.
  public var rows: [WireRow] = []
  /// Stories that must not be told of before an instant.
  public var embargoes: [(story: StoryNumber, until: Instant)] = []
  /// Stories whose embargo is over.
  public var released: [StoryNumber] = []
  /// States that begin and end, in this order.
  public var states: [StateChange] = []
  /// Orders taken.
  public var orders: [(order: WireOrder, digest: ContentDigest, at: Instant, matched: Bool)] = []
  /// Where these orders, and such as were taken before, are carried out from.
  public var origins: [(order: ContentDigest, origin: OrderOrigin)] = []
  /// Orders that found their story at last.
  public var matched: [ContentDigest] = []
  /// Orders that are let go before they have found all that they are about.
  public var lapsed: [ContentDigest] = []
  /// Stories of which is to be told once they are stored that they are killed, held or corrected, or carry what is.
  public var untold: [StoryNumber] = []
  /// Stories of whose state is told now.
  public var told: [StoryNumber] = []

  /// Makes an empty one.
  public init() {}

  /// Whether there is nothing to write.
  public var isEmpty: Bool {
    rows.isEmpty && embargoes.isEmpty && released.isEmpty && states.isEmpty && orders.isEmpty
      && origins.isEmpty && matched.isEmpty && lapsed.isEmpty && untold.isEmpty && told.isEmpty
  }
}
