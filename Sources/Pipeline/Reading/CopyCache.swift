internal import NearDuplicates
internal import Stories

/// Recent stories as they are compared, so that a candidate is seldom read twice. Bounded: the story that
/// was put down first goes first, and what is past the window is removed.
///
/// Story numbers count up, so this is an array with a moving start rather than a dictionary. A story that was
/// let go and is read again moves the start back.
struct CopyCache {
  /// The copies of stories `base` and up; nil where none is held.
  private var copies: ContiguousArray<PackedCopy?> = []
  private var base: Int64 = 0
  private var order: [StoryNumber] = []
  private var oldest = 0
  /// Bytes of copies held.
  private(set) var byteCount = 0
  private let capacity: Int

  /// Makes a cache of at most so many bytes; the newest story is always held.
  init(capacity: Int) { self.capacity = capacity }

  subscript(story: StoryNumber) -> PackedCopy? {
    let index = story.value - base
    return index >= 0 && index < copies.count ? copies[Int(index)] : nil
  }

  mutating func insert(_ story: StoryNumber, _ copy: PackedCopy) {
    makeRoom(for: story)
    let index = Int(story.value - base)
    byteCount += copy.byteCount
    if let old = copies[index] {
      copies[index] = copy
      byteCount -= old.byteCount
      return
    }
    copies[index] = copy
    order.append(story)
    while byteCount > capacity, oldest < order.count - 1 { letOldestGo() }
  }

  private mutating func makeRoom(for story: StoryNumber) {
    if copies.isEmpty { base = story.value }
    if story.value < base {
      // With some more in front, since others may come back too.
      let room = Int(base - story.value) + copies.count / 4
      copies.insert(contentsOf: repeatElement(nil, count: room), at: 0)
      base -= Int64(room)
    }
    while copies.count <= Int(story.value - base) { copies.append(nil) }
  }

  /// Lets go of stories that nobody will ask for any more.
  mutating func remove(_ stories: [StoryNumber]) {
    for story in stories {
      guard let gone = self[story] else { continue }
      byteCount -= gone.byteCount
      copies[Int(story.value - base)] = nil
    }
    while oldest < order.count, self[order[oldest]] == nil { oldest += 1 }
    tidy()
  }

  private mutating func letOldestGo() {
    let story = order[oldest]
    if let gone = self[story] {
      byteCount -= gone.byteCount
      copies[Int(story.value - base)] = nil
    }
    oldest += 1
    tidy()
  }

  /// Gives back what is held for stories that are gone, once it is half of all.
  private mutating func tidy() {
    guard oldest > 4096, oldest * 2 > order.count else { return }
    order.removeFirst(oldest)
    oldest = 0
    let empty = copies.firstIndex { $0 != nil } ?? copies.count
    guard empty * 2 > copies.count else { return }
    copies.removeFirst(empty)
    base += Int64(empty)
  }
}
