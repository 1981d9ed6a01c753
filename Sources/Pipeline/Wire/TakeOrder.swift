internal import Store
internal import Stories

/// The order in which the takes of one story follow each other.
///
/// Two that have numbers of their source go by these: a lower one that comes late is no later take. Any other follows
/// what came before it. The number that the store shows won't do for that: where the source gave none it counts takes, and
/// the second take of a story whose first is called version 5 would come before it.
struct TakeOrder {
  private let places: [StoryNumber: Int]

  /// Puts takes in order.
  ///
  /// - Parameters:
  ///   - takes: takes of one story, in any order.
  ///   - versions: the numbers that their source gave to some of them.
  ///
  /// Complexity: O(n log n).
  init(of takes: some Sequence<StoryNumber>, versions: [StoryNumber: Int64]) {
    var highest = Int64.min
    let ranks = takes.sorted().map { take -> (version: Int64, take: StoryNumber) in
      // One without a number stands right behind the highest of those before it.
      guard let version = versions[take] else { return (highest, take) }
      highest = max(highest, version)
      return (version, take)
    }
    let sorted = ranks.sorted { ($0.version, $0.take) < ($1.version, $1.take) }
    places = Dictionary(
      sorted.enumerated().map { ($0.element.take, $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// Where a take stands, from 0; one that is not among them before all.
  func place(of take: StoryNumber) -> Int { places[take] ?? -1 }

  /// Whether a take is later than another.
  func follows(_ take: StoryNumber, _ other: StoryNumber) -> Bool {
    place(of: take) > place(of: other)
  }
}

extension StoreReader {
  /// The order of some takes of one story.
  func order(of takes: [StoredStory]) throws -> TakeOrder {
    let numbers = takes.map(\.number)
    return TakeOrder(of: numbers, versions: try versions(of: numbers))
  }

  /// The latest of some takes of one story; nil for none.
  func latest(_ takes: [StoredStory]) throws -> StoredStory? {
    guard takes.count > 1 else { return takes.first }
    let order = try order(of: takes)
    return takes.max { order.follows($1.number, $0.number) }
  }
}
