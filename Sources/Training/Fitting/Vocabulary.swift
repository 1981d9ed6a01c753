/// The words and runs of two that a model weighs: those that enough hosts use, so that no weight stands
/// for one outlet's name or one page's sentence.
struct Vocabulary: Sendable {
  /// Keys in rising order.
  let keys: [UInt32]
  private let places: [UInt32: Int]

  init(_ stories: [MeasuredStory], leastHosts: Int) {
    var seen: [UInt32: (hosts: Int, last: Int)] = [:]
    let hosts = Dictionary(grouping: stories, by: \.host).sorted { $0.key < $1.key }
    for (number, group) in hosts.enumerated() {
      for story in group.value {
        for key in story.keys where seen[key]?.last != number {
          seen[key] = ((seen[key]?.hosts ?? 0) + 1, number)
        }
      }
    }
    keys = seen.filter { $0.value.hosts >= leastHosts && $0.key != 0 }.keys.sorted()
    places = Dictionary(uniqueKeysWithValues: zip(keys, 0...))
  }

  /// Where a key is among `keys`.
  func place(of key: UInt32) -> Int? { places[key] }
}
