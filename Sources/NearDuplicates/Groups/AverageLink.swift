/// Agglomerative clustering by average link: two clusters join while the mean strength over all pairs
/// between them is at least a threshold, strongest first. One weak bridge between two firm clusters
/// therefore does not join them, as it would in connected components.
///
/// By nearest-neighbour chains (F. Murtagh, "A survey of recent advances in hierarchical clustering
/// algorithms", The Computer Journal 26, 1983), which gives the same tree as the greedy method for
/// average link. Ties go to the lower position, so equal input in equal order gives equal clusters.
///
/// Complexity: O(n²) time and memory in the number of items.
enum AverageLink {
  /// The clusters of items 0..<count, each in ascending order, ordered by first item.
  ///
  /// - Parameters:
  ///   - count: how many items there are.
  ///   - threshold: the least mean strength at which clusters join.
  ///   - strength: symmetric strength of two items, from 0 to 1.
  /// - Returns: lists of items; every item is in exactly one.
  static func clusters(
    count: Int, threshold: Double, strength: (Int, Int) -> Double
  ) -> [[Int]] {
    guard count > 1 else { return count == 1 ? [[0]] : [] }
    var state = State(count: count, strength: strength)
    while let merge = state.nextMerge(threshold: threshold) { state.join(merge.0, merge.1) }
    return state.members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private struct State {
    /// Items of the cluster that lives at each position; empty where it was joined to another.
    var members: [[Int]]
    /// Sum of strengths over all pairs between two clusters.
    var sums: [[Double]]
    var chain: [Int] = []
    /// Clusters that have no neighbour over the threshold and are done.
    var finished: Set<Int> = []

    init(count: Int, strength: (Int, Int) -> Double) {
      members = (0..<count).map { [$0] }
      sums = (0..<count).map { row in
        (0..<count).map { column in row == column ? 0 : strength(row, column) }
      }
    }

    func mean(_ first: Int, _ second: Int) -> Double {
      sums[first][second] / Double(members[first].count * members[second].count)
    }

    /// The nearest living neighbour, the lowest position among equals, but `preferred` before all.
    func nearest(to cluster: Int, preferred: Int?) -> (cluster: Int, mean: Double)? {
      var best: (cluster: Int, mean: Double)? = preferred.map { ($0, mean(cluster, $0)) }
      for other in members.indices where other != cluster && !members[other].isEmpty {
        let value = mean(cluster, other)
        if best.map({ value > $0.mean }) ?? true { best = (other, value) }
      }
      return best
    }

    /// Two clusters that are each other's nearest and near enough, or nil when there are none left.
    mutating func nextMerge(threshold: Double) -> (Int, Int)? {
      while true {
        if chain.isEmpty {
          let start = members.indices.first { !members[$0].isEmpty && !finished.contains($0) }
          guard let start else { return nil }
          chain = [start]
        }
        let top = chain[chain.count - 1]
        let previous = chain.count > 1 ? chain[chain.count - 2] : nil
        guard let near = nearest(to: top, preferred: previous), near.mean >= threshold else {
          finished.insert(top)
          chain.removeLast()
          continue
        }
        if near.cluster == previous {
          chain.removeLast(2)
          return (min(top, near.cluster), max(top, near.cluster))
        }
        chain.append(near.cluster)
      }
    }

    mutating func join(_ kept: Int, _ gone: Int) {
      for other in members.indices {
        sums[kept][other] += sums[gone][other]
        sums[other][kept] = sums[kept][other]
      }
      members[kept] += members[gone]
      members[gone] = []
    }
  }
}
