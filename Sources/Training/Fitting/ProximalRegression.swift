internal import NearDuplicates

/// Logistic regression by follow-the-regularised-leader: B. McMahan et al., "Ad click prediction: a view
/// from the trenches", KDD 2013, algorithm 1. Every coordinate has a rate of its own, and the L1 penalty
/// leaves most weights exactly 0.
///
/// Deterministic: the result depends on the examples and their order alone.
struct ProximalRegression: Sendable {
  /// Rates and penalties.
  struct Penalties: Sendable {
    /// The rate at the start, and what tempers its fall.
    var rate = 0.3
    /// What tempers the fall of the rate.
    var temper = 1.0
    /// How strongly weights are drawn to exactly 0.
    var first = 0.0
    /// How strongly weights are drawn towards 0.
    var second = 1.0

    /// The standard values.
    init() {}
  }

  private let penalties: Penalties
  private var sums: [Double]
  private var squares: [Double]

  /// Starts with all weights 0.
  init(features: Int, penalties: Penalties = Penalties()) {
    self.penalties = penalties
    sums = [Double](repeating: 0, count: features)
    squares = sums
  }

  /// The weight of a feature.
  func weight(_ feature: Int) -> Double {
    let sum = sums[feature]
    guard abs(sum) > penalties.first else { return 0 }
    let shrunk = sum < 0 ? sum + penalties.first : sum - penalties.first
    let speed = (penalties.temper + squares[feature].squareRoot()) / penalties.rate
    return -shrunk / (speed + penalties.second)
  }

  /// All weights.
  var weights: [Double] { sums.indices.map(weight) }

  /// Log odds of an example: pairs of feature and value.
  func score(_ example: [(feature: Int, value: Double)]) -> Double {
    example.reduce(0) { $0 + weight($1.feature) * $1.value }
  }

  /// Learns from an example.
  ///
  /// - Parameters:
  ///   - example: pairs of feature and value.
  ///   - offset: log odds that come from elsewhere, such as another regression fitted beside this one.
  ///   - isPositive: what is true of the example.
  ///   - importance: how many examples it stands for.
  ///
  /// Complexity: O(features of the example).
  mutating func learn(
    _ example: [(feature: Int, value: Double)], offset: Double = 0, isPositive: Bool,
    importance: Double
  ) {
    let error = Logistic.probability(offset + score(example)) - (isPositive ? 1 : 0)
    for (feature, value) in example {
      let gradient = importance * error * value
      let grown = squares[feature] + gradient * gradient
      let step = (grown.squareRoot() - squares[feature].squareRoot()) / penalties.rate
      sums[feature] += gradient - step * weight(feature)
      squares[feature] = grown
    }
  }
}
