/// How well some groups agree with the true ones.
///
/// The adjusted Rand index is that of L. Hubert and P. Arabie, "Comparing partitions" (Journal of
/// Classification 2, 1985); B-cubed that of A. Bagga and B. Baldwin (LREC 1998).
public struct ClusterAgreement: Hashable, Sendable {
  /// 1 for equal partitions, about 0 for chance; can be less.
  public let adjustedRand: Double
  /// Pairs of stories in one group here: how many of them belong together, and how many of those that do.
  public let pairPrecision: Double
  /// The part of the pairs that belong together that are in one group.
  public let pairRecall: Double
  /// Mean over stories of the part of its group that belongs with it.
  public let bCubedPrecision: Double
  /// Mean over stories of the part of what belongs with it that is in its group.
  public let bCubedRecall: Double
  /// Harmonic mean of the pairs' precision and recall.
  public var pairF1: Double { ClusterAgreement.harmonic(pairPrecision, pairRecall) }
  /// Harmonic mean of B-cubed precision and recall.
  public var bCubedF1: Double { ClusterAgreement.harmonic(bCubedPrecision, bCubedRecall) }
  /// Groups that hold stories of several true groups.
  public let falseMerges: Int
  /// True groups that are spread over several groups.
  public let splits: Int

  /// Compares two partitions of the same items.
  ///
  /// - Parameters:
  ///   - gold: the true group of each item.
  ///   - predicted: the group of each item, in the same order.
  ///
  /// Complexity: O(n).
  public init(gold: [String], predicted: [String]) {
    precondition(gold.count == predicted.count)
    var (both, ours, theirs): ([Cell: Int], [String: Int], [String: Int]) = ([:], [:], [:])
    for (one, two) in zip(gold, predicted) {
      both[Cell(gold: one, predicted: two), default: 0] += 1
      theirs[one, default: 0] += 1
      ours[two, default: 0] += 1
    }
    let agreed = ClusterAgreement.pairs(both.values)
    let (inGold, inOurs) = (
      ClusterAgreement.pairs(theirs.values), ClusterAgreement.pairs(ours.values)
    )
    let all = ClusterAgreement.pairs(CollectionOfOne(gold.count))
    let expected = all > 0 ? inGold * inOurs / all : 0
    let most = (inGold + inOurs) / 2
    adjustedRand = most == expected ? 1 : (agreed - expected) / (most - expected)
    pairPrecision = inOurs > 0 ? agreed / inOurs : 1
    pairRecall = inGold > 0 ? agreed / inGold : 1
    var (precision, recall) = (0.0, 0.0)
    // By items, since the order of a dictionary would be another each time, and so would the last digits.
    for (one, two) in zip(gold, predicted) {
      let count = Double(both[Cell(gold: one, predicted: two)] ?? 0)
      precision += count / Double(ours[two] ?? 1)
      recall += count / Double(theirs[one] ?? 1)
    }
    bCubedPrecision = gold.isEmpty ? 1 : precision / Double(gold.count)
    bCubedRecall = gold.isEmpty ? 1 : recall / Double(gold.count)
    falseMerges = Dictionary(grouping: both.keys, by: \.predicted).values.count { $0.count > 1 }
    splits = Dictionary(grouping: both.keys, by: \.gold).values.count { $0.count > 1 }
  }

  private struct Cell: Hashable {
    let gold: String
    let predicted: String
  }

  private static func harmonic(_ one: Double, _ two: Double) -> Double {
    one + two == 0 ? 0 : 2 * one * two / (one + two)
  }

  private static func pairs(_ counts: some Sequence<Int>) -> Double {
    counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
  }
}
