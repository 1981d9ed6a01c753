internal import Stories

/// Token keys of recent stories, so that a candidate is seldom tokenised twice. Bounded: the story that was
/// put down first goes first.
struct KeyCache {
  private var keys: [StoryNumber: [TokenKey]] = [:]
  private var order: [StoryNumber] = []
  private var oldest = 0
  /// Bytes of keys held.
  private(set) var byteCount = 0
  private let capacity: Int

  /// Makes a cache of at most so many bytes of keys; the newest story is always held.
  init(capacity: Int) { self.capacity = capacity }

  subscript(story: StoryNumber) -> [TokenKey]? { keys[story] }

  mutating func insert(_ story: StoryNumber, _ newKeys: [TokenKey]) {
    guard keys.updateValue(newKeys, forKey: story) == nil else { return }
    order.append(story)
    byteCount += KeyCache.cost(newKeys)
    while byteCount > capacity, oldest < order.count - 1 {
      if let gone = keys.removeValue(forKey: order[oldest]) { byteCount -= KeyCache.cost(gone) }
      oldest += 1
    }
    if oldest > 4096, oldest * 2 > order.count {
      order.removeFirst(oldest)
      oldest = 0
    }
  }

  private static func cost(_ keys: [TokenKey]) -> Int { keys.count * 4 + 96 }
}
