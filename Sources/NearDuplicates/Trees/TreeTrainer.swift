#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Grows boosted trees from labelled examples. Deterministic: no sampling, ties go to the lower feature.
///
/// Features are cut into quantile bins first, so that a split is found by one pass over the examples of a
/// node (as in T. Chen and C. Guestrin, "XGBoost", 2016, and G. Ke et al., "LightGBM", 2017).
public struct TreeTrainer: Hashable, Sendable {
  /// Trees to grow.
  public var rounds = 80
  /// Questions from root to leaf.
  public var depth = 4
  /// Part of each tree's answer that is taken.
  public var shrinkage = 0.1
  /// Pull of a leaf's value towards 0.
  var penalty = 4.0
  /// Least weight of examples in a leaf.
  var leastWeight = 12.0
  /// Fewest examples in a leaf, whatever they weigh: a few heavy ones must not have a leaf of their own.
  var leastCount = 12.0
  /// Most bins a feature is cut into.
  var bins = 48

  /// Which way the answer may go with each feature; features beyond the list are free.
  public var directions: [Direction] = []

  /// Which way the answer may go when a feature rises and all others stay; of one that is unused trees never ask.
  public enum Direction: Hashable, Sendable {
    case rising, falling, free, unused
  }

  func direction(of feature: Int) -> Direction {
    feature < directions.count ? directions[feature] : .free
  }

  /// Makes a trainer with its standard settings.
  public init() {}

  /// An example: features, the answer, and how much it counts.
  public struct Example: Sendable {
    let values: [Float]
    let isYes: Bool
    let weight: Double

    /// Makes an example.
    public init(values: [Float], isYes: Bool, weight: Double = 1) {
      (self.values, self.isYes, self.weight) = (values, isYes, weight)
    }
  }

  /// Grows trees.
  ///
  /// - Returns: nil without examples of both answers.
  ///
  /// Complexity: O(rounds · depth · examples · features).
  public func train(_ examples: [Example]) -> BoostedTrees? {
    guard let width = examples.first?.values.count, examples.contains(where: \.isYes),
      examples.contains(where: { !$0.isYes })
    else { return nil }
    let binned = BinnedFeatures(examples.map(\.values), width: width, bins: bins)
    let yes = examples.reduce(0) { $0 + ($1.isYes ? $1.weight : 0) }
    let all = examples.reduce(0) { $0 + $1.weight }
    let base = log(yes / (all - yes))
    var scores = [Double](repeating: base, count: examples.count)
    var trees: [[BoostedTrees.Node]] = []
    for _ in 0..<rounds {
      let (gradients, curvatures) = TreeTrainer.slopes(examples, scores)
      var growth = TreeGrowth(
        features: binned, gradients: gradients, curvatures: curvatures,
        weights: examples.map(\.weight), trainer: self)
      growth.grow()
      trees.append(growth.nodes)
      for (index, leaf) in growth.leafOfExample.enumerated() {
        scores[index] += Double(growth.nodes[leaf].value)
      }
    }
    return BoostedTrees(base: Float(base), trees: trees)
  }

  /// How the loss of each example falls with its score, and how that changes: what the next tree is grown by.
  private static func slopes(
    _ examples: [Example], _ scores: [Double]
  ) -> (gradients: [Double], curvatures: [Double]) {
    let probabilities = scores.map(Logistic.probability)
    return (
      zip(examples, probabilities).map { $0.weight * (($0.isYes ? 1 : 0) - $1) },
      zip(examples, probabilities).map { $0.weight * max(1e-6, $1 * (1 - $1)) }
    )
  }
}

/// Examples' features as bin numbers, a column a feature.
struct BinnedFeatures {
  let columns: [[UInt8]]
  /// Of each feature, the value that ends each bin but the last.
  let edges: [[Float]]

  init(_ rows: [[Float]], width: Int, bins: Int) {
    var (columns, edges): ([[UInt8]], [[Float]]) = ([], [])
    for feature in 0..<width {
      let cuts = BinnedFeatures.cuts(rows.map { $0[feature] }.sorted(), bins: bins)
      edges.append(cuts)
      columns.append(
        rows.map { row in
          var (low, high) = (0, cuts.count)
          while low < high {
            let middle = (low + high) / 2
            if row[feature] > cuts[middle] { low = middle + 1 } else { high = middle }
          }
          return UInt8(low)
        })
    }
    (self.columns, self.edges) = (columns, edges)
  }

  /// Values between which bins are cut: below each quantile's value, and above it where many examples have
  /// that very value, so that a value which is frequent always has a bin of its own.
  private static func cuts(_ sorted: [Float], bins: Int) -> [Float] {
    var cuts: [Float] = []
    func cut(before index: Int) {
      guard index > 0, index < sorted.count else { return }
      let middle = (sorted[index - 1] + sorted[index]) / 2
      if cuts.last.map({ middle > $0 }) ?? true { cuts.append(middle) }
    }
    for bin in 1..<bins {
      let place = bin * sorted.count / bins
      guard place < sorted.count else { continue }
      let value = sorted[place]
      cut(before: partition(sorted) { $0 >= value })
      let end = partition(sorted) { $0 > value }
      if end - place > sorted.count / bins / 2 { cut(before: end) }
    }
    return cuts
  }

  /// The first position from which a condition holds that holds from there on.
  private static func partition(_ sorted: [Float], _ holds: (Float) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
