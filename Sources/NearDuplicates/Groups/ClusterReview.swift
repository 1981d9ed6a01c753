internal import Stories

/// A second look at clusters: whether all that a cluster's members together cover of a story makes it one
/// of them. Pairs can't tell: a short cut stands whole in a report of somebody's own that quotes it.
struct ClusterReview {
  /// What ties an item to another.
  struct Tie {
    /// The other.
    let item: Int
    /// Whether the source says that both are one story: then they stay together, whatever the texts share.
    let isIdentity: Bool
    /// Which parts of the item the other covers.
    let covered: Coverage
  }

  /// For each item its ties.
  let ties: [[Tie]]
  private(set) var clusterOf: [Int]
  private var sizes: [Int: Int] = [:]

  /// Part of a story that its cluster must cover, if two or more others are in it.
  static let leave = 0.37
  /// Part of a lone story that a cluster must cover for it to join.
  static let join = 0.6
  /// By how much more another cluster must cover a story for it to move there.
  static let margin = 0.1
  /// Times that all stories are looked at, at most.
  static let rounds = 3

  init(_ clusters: [[Int]], ties: [[Tie]]) {
    self.ties = ties
    clusterOf = [Int](repeating: 0, count: ties.count)
    for (number, cluster) in clusters.enumerated() {
      for item in cluster { clusterOf[item] = number }
      sizes[number] = cluster.count
    }
  }

  /// The clusters after stories have moved or left.
  mutating func clusters() -> [[Int]] {
    for _ in 0..<ClusterReview.rounds where !review() { break }
    return joined()
  }

  /// The clusters as they are, but for those between which the source says that two stories are one.
  mutating func joined() -> [[Int]] {
    joinIdentities()
    let grouped = Dictionary(grouping: clusterOf.indices) { clusterOf[$0] }
    return grouped.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Joins clusters between which the source says that a story of each is one: many copies of an earlier
  /// version must not drive a rewritten one out.
  private mutating func joinIdentities() {
    for item in ties.indices {
      for tie in ties[item] where tie.isIdentity {
        let (kept, gone) = (clusterOf[item], clusterOf[tie.item])
        guard kept != gone else { continue }
        for index in clusterOf.indices where clusterOf[index] == gone { clusterOf[index] = kept }
      }
    }
  }

  /// Looks at every item once, in order. Returns whether any moved.
  private mutating func review() -> Bool {
    var moved = false
    for item in ties.indices {
      let covers = coverages(of: item)
      let own = clusterOf[item]
      let mine = covers[own]?.share ?? 0
      let best = covers.filter { $0.key != own && sizes[$0.key, default: 0] > 1 }
        .max { ($0.value.share, -$0.key) < ($1.value.share, -$1.key) }
      let isAlone = sizes[own] == 1
      if let best, best.value.share >= (isAlone ? ClusterReview.join : mine + ClusterReview.margin),
        best.value.share >= ClusterReview.leave
      {
        move(item, to: best.key)
        moved = true
      } else if !isAlone, sizes[own, default: 0] > 2, mine < ClusterReview.leave {
        move(item, to: ties.count + item)
        moved = true
      }
    }
    return moved
  }

  private mutating func move(_ item: Int, to cluster: Int) {
    sizes[clusterOf[item], default: 0] -= 1
    clusterOf[item] = cluster
    sizes[cluster, default: 0] += 1
  }

  private func coverages(of item: Int) -> [Int: Coverage] {
    var covers: [Int: Coverage] = [:]
    for tie in ties[item] {
      covers[clusterOf[tie.item], default: Coverage()].bits |=
        tie.isIdentity ? .max : tie.covered.bits
    }
    return covers
  }
}
