internal import Store
internal import Stories
internal import Wire

/// Orders by what they call the stories that they are about, so that a newcomer is held against those alone that may mean
/// it, however many wait.
struct OrderIndex {
  /// Under what an order may be found.
  private enum Name: Hashable {
    /// A key of the item that gave it.
    case key(String)
    /// That item's own id.
    case id(String)
    /// A name as it is written.
    case written(String)
    /// A headline, folded.
    case headline(String)
    /// A slug without marks and party.
    case slug(String)
  }

  private var orders: [Int: WaitingOrder] = [:]
  private var places: [ContentDigest: Int] = [:]
  private var names: [Name: Set<Int>] = [:]
  private var parties = PartyQueues()
  /// The place of the oldest that may be there still, and of the next.
  private var (first, next) = (0, 0)

  /// Takes orders in the order in which they came.
  init(_ orders: [WaitingOrder] = []) {
    for order in orders { insert(order) }
  }

  /// How many there are.
  var count: Int { orders.count }

  /// Adds an order behind all others.
  mutating func insert(_ order: WaitingOrder) {
    guard places.updateValue(next, forKey: order.digest) == nil else { return }
    orders[next] = order
    for name in OrderIndex.names(of: order.order) { names[name, default: []].insert(next) }
    parties.append(next, of: order.order.party)
    next += 1
  }

  /// Lets an order go.
  mutating func remove(_ digest: ContentDigest) {
    guard let place = places.removeValue(forKey: digest),
      let order = orders.removeValue(forKey: place)
    else { return }
    parties.remove(of: order.order.party) { orders[$0] != nil }
    for name in OrderIndex.names(of: order.order) {
      names[name]?.remove(place)
      if names[name]?.isEmpty == true { names[name] = nil }
    }
  }

  /// Lets the oldest go, as long as they came before an instant.
  ///
  /// Complexity: O(1) for each that goes.
  mutating func removeOldest(before edge: Instant) {
    while first < next {
      if let order = orders[first] {
        guard order.at < edge else { return }
        remove(order.digest)
      }
      first += 1
    }
  }

  /// Which order is to go where there are more than so many: the oldest of the party that has most.
  mutating func surplus(over most: Int) -> WaitingOrder? {
    guard orders.count > most else { return nil }
    return parties.oldestOfLongest { orders[$0] != nil }.flatMap { orders[$0] }
  }

  /// The orders since an instant that are about a newcomer, in the order in which they came.
  ///
  /// Complexity: O(n log n) in those that have a name in common with it.
  func concerning(
    _ newcomer: StoredStory, _ keys: WireKeys, since edge: Instant
  ) -> [WaitingOrder] {
    guard !orders.isEmpty else { return [] }
    var sought = keys.identities.map(Name.key)
    sought += [.id(newcomer.story.id), .written(newcomer.story.id)]
    if let title = newcomer.story.title { sought.append(.headline(WireOrder.folded(title))) }
    if let slug = keys.slug {
      // What follows the party, which may have the sign that parts the two in it.
      sought += slug.indices.filter { slug[$0] == "|" }.map {
        .slug(String(slug[slug.index(after: $0)...]))
      }
    }
    return found(sought).filter {
      $0.at >= edge && $0.order.concerns(newcomer, keys, cameAt: $0.at)
    }
  }

  /// The holds that a release ends before they have found their story.
  func lifted(by release: WireOrder) -> [ContentDigest] {
    found(OrderIndex.names(of: release)).filter { $0.order.isLifted(by: release) }.map(\.digest)
  }

  private func found(_ sought: [Name]) -> [WaitingOrder] {
    let found = sought.reduce(into: Set<Int>()) { $0.formUnion(names[$1] ?? []) }
    return found.sorted().compactMap { orders[$0] }
  }

  private static func names(of order: WireOrder) -> [Name] {
    guard !order.notice.names.isEmpty else { return order.keys.map(Name.key) + [.id(order.id)] }
    return order.notice.names.flatMap { name -> [Name] in
      [.written(name), .headline(WireOrder.folded(name)), .slug(Slugs.base(name))]
    }
  }
}
