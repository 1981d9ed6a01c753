/// A stretch that two stories share, in each story's own token positions.
public struct Passage: Hashable, Sendable {
  /// Token positions in the first story, counted from 0.
  public let first: Range<Int>
  /// Token positions in the second story, counted from 0.
  public let second: Range<Int>

  /// Makes a passage.
  public init(first: Range<Int>, second: Range<Int>) {
    (self.first, self.second) = (first, second)
  }

  /// The same passage seen from the other story.
  public var reversed: Passage { Passage(first: second, second: first) }
}
