public import NearDuplicates
internal import Stories
public import Wire

/// Stories read before the first is grouped, so that what recurs in an outlet is known from the start.
public final class ReadAhead {
  /// One story as far as comparing needs it.
  public struct Entry: Sendable {
    /// What its place in canonical order is decided by.
    public let face: Face
    /// Its headline's words.
    public let headline: Headline
    let keys: [TokenKey]
    let traits: [TokenTraits]
    let outlet: UInt32?
  }

  private let signer: Signer
  /// Everything that was added, in that order.
  public private(set) var entries: [Entry] = []
  private var outlets = OutletNumbers()
  private var ledger = RecurrenceLedger()

  /// Makes an empty one.
  public init(signer: Signer) { self.signer = signer }

  /// Reads a story and counts what may recur in its outlet.
  public func add(_ delivered: DeliveredStory) {
    let read = signer.read(delivered.story.text)
    let outlet = delivered.story.outlet.map { outlets.number(of: $0) }
    if let outlet {
      ledger.count(
        story: UInt32(truncatingIfNeeded: entries.count), outlet: outlet, read.tokens.keys,
        read.traits)
    }
    entries.append(
      Entry(
        face: Face(delivered), headline: signer.headline(delivered.story.title),
        keys: read.tokens.keys, traits: read.traits, outlet: outlet))
  }

  /// The tokens of a story that recur in its outlet.
  public func recurring(_ position: Int) -> [Range<Int>] {
    let entry = entries[position]
    guard let outlet = entry.outlet else { return [] }
    return ledger.recurring(outlet: outlet, entry.keys, entry.traits)
  }

  /// A story as it is compared, without what recurs in its outlet.
  public func copy(_ position: Int) -> Copy {
    let entry = entries[position]
    return Copy(
      keys: entry.keys, traits: entry.traits, without: recurring(position), signer.rarity)
  }
}

/// Numbers for outlets, in the order in which they are met.
struct OutletNumbers: Sendable {
  private var numbers: [Outlet: UInt32] = [:]

  mutating func number(of outlet: Outlet) -> UInt32 {
    if let known = numbers[outlet] { return known }
    let next = UInt32(numbers.count)
    numbers[outlet] = next
    return next
  }
}
