internal import NearDuplicates
internal import Stories

/// Stories that are to be counted once all are known: in canonical order, as a batch counts them, so that what is
/// learned of outlets and words does not depend on the order in which they were read.
public struct CountingOrder {
  private var waiting: [(reading: StoryReading, face: Face, id: String)] = []

  /// Makes an empty one.
  public init() {}

  /// Adds a story.
  public mutating func add(_ story: ComparableStory) {
    waiting.append((story.reading, story.face, story.story.id))
  }

  /// Counts all that were added, each once however often it was added.
  ///
  /// Complexity: O(n log n) in stories, O(n) in their tokens.
  public func count(with reader: CopyReader) {
    let places = waiting.map { CanonicalPlace($0.face, id: $0.id) }
    var last: Int?
    var number: UInt32 = 0
    for index in CanonicalPlace.order(places) {
      if let last, places[last] == places[index] { continue }
      number += 1
      reader.count(waiting[index].reading, as: number)
      last = index
    }
  }
}
