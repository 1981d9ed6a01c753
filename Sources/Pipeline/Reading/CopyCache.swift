internal import NearDuplicates
internal import Stories

/// Recent stories as they are compared, so that a candidate is seldom read twice. Bounded: the story that
/// was put down first goes first.
struct CopyCache {
  private var copies: [StoryNumber: Copy] = [:]
  private var order: [StoryNumber] = []
  private var oldest = 0
  /// Bytes of copies held.
  private(set) var byteCount = 0
  private let capacity: Int

  /// Makes a cache of at most so many bytes; the newest story is always held.
  init(capacity: Int) { self.capacity = capacity }

  subscript(story: StoryNumber) -> Copy? { copies[story] }

  mutating func insert(_ story: StoryNumber, _ copy: Copy) {
    if let old = copies.updateValue(copy, forKey: story) {
      byteCount += copy.byteCount - old.byteCount
      return
    }
    order.append(story)
    byteCount += copy.byteCount
    while byteCount > capacity, oldest < order.count - 1 {
      if let gone = copies.removeValue(forKey: order[oldest]) { byteCount -= gone.byteCount }
      oldest += 1
    }
    if oldest > 4096, oldest * 2 > order.count {
      order.removeFirst(oldest)
      oldest = 0
    }
  }
}
