/// A group that holds stories of several true groups, or a true group that is spread over several groups.
public struct ClusterMistake: Hashable, Sendable {
  /// What is wrong with it.
  public enum Kind: String, Hashable, Sendable, Encodable {
    /// Stories are in one group that belong into several.
    case mixed
    /// Stories are in several groups that belong into one.
    case split
  }

  /// What is wrong.
  public let kind: Kind
  /// The stories by where they belong, or by where they are: the largest part first, ids ascending.
  public let parts: [[String]]

  /// Pairs of stories that are wrongly together, or wrongly apart.
  public var wrongPairs: Int {
    let count = parts.reduce(0) { $0 + $1.count }
    return (count * count - parts.reduce(0) { $0 + $1.count * $1.count }) / 2
  }

  /// All that is wrong with a partition, the mistakes with most wrong pairs first.
  ///
  /// - Parameters:
  ///   - ids: the items.
  ///   - gold: the true group of each, in the same order.
  ///   - predicted: the group of each, in the same order.
  /// - Returns: mixed groups and split ones, by wrong pairs descending, then by their first id.
  ///
  /// Complexity: O(n log n).
  public static func all(
    ids: [String], gold: [String], predicted: [String]
  ) -> [ClusterMistake] {
    precondition(ids.count == gold.count && ids.count == predicted.count)
    let mixed = parts(ids, of: predicted, by: gold).map { ClusterMistake(kind: .mixed, parts: $0) }
    let split = parts(ids, of: gold, by: predicted).map { ClusterMistake(kind: .split, parts: $0) }
    return (mixed + split).sorted {
      ($1.wrongPairs, $0.parts[0][0], $0.kind.rawValue)
        < ($0.wrongPairs, $1.parts[0][0], $1.kind.rawValue)
    }
  }

  /// The items of each whole that has several parts, part by part.
  private static func parts(
    _ ids: [String], of wholes: [String], by labels: [String]
  ) -> [[[String]]] {
    var found: [String: [String: [String]]] = [:]
    for (index, id) in ids.enumerated() {
      found[wholes[index], default: [:]][labels[index], default: []].append(id)
    }
    return found.values.filter { $0.count > 1 }.map { parts in
      parts.values.map { $0.sorted() }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
  }
}
