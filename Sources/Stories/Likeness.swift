/// How alike two texts are, counted exactly over their sets of distinct shingles.
///
/// Resemblance and containment as in A. Broder, "On the resemblance and containment of documents"
/// (SEQUENCES 1997).
public struct Likeness: Hashable, Sendable {
  /// Distinct shingles of the first text.
  public let first: Int
  /// Distinct shingles of the second text.
  public let second: Int
  /// Distinct shingles that both have.
  public let shared: Int

  /// Makes a likeness of three counts.
  public init(first: Int, second: Int, shared: Int) {
    precondition(shared >= 0 && shared <= min(first, second))
    (self.first, self.second, self.shared) = (first, second, shared)
  }

  /// |A∩B| / |A∪B|, from 0 to 1; 0 when both are empty.
  public var resemblance: Double {
    let union = first + second - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  /// |A∩B| / |A|, from 0 to 1: how much of the first is in the second.
  public var containmentOfFirst: Double { first == 0 ? 0 : Double(shared) / Double(first) }

  /// |A∩B| / |B|, from 0 to 1: how much of the second is in the first.
  public var containmentOfSecond: Double { second == 0 ? 0 : Double(shared) / Double(second) }

  /// The larger of the two containments: that of the text with fewer shingles.
  public var containment: Double { max(containmentOfFirst, containmentOfSecond) }

  /// The same likeness seen from the other text.
  public var reversed: Likeness { Likeness(first: second, second: first, shared: shared) }
}
