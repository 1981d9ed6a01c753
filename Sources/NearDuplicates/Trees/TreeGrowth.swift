/// One tree, grown level by level.
///
/// Where the answer may only rise (or fall) with a feature, a split that goes the other way is not made, and
/// the middle between its two answers bounds all that is grown below it on either side (as LightGBM and
/// XGBoost do it): so no path through the tree goes back on what a higher split promised.
struct TreeGrowth {
  let features: BinnedFeatures
  let gradients: [Double]
  let curvatures: [Double]
  let weights: [Double]
  let trainer: TreeTrainer
  private(set) var nodes: [BoostedTrees.Node] = []
  private(set) var leafOfExample: [Int]

  private struct Split {
    let feature: Int
    let bin: Int
    let gain: Double
  }

  /// What a node's leaves may answer.
  private struct Bounds {
    var least = -Double.infinity
    var most = Double.infinity

    func clamp(_ value: Double) -> Double { min(max(value, least), most) }
  }

  private struct Sums {
    var gradient = 0.0
    var curvature = 0.0
    var weight = 0.0
    var count = 0.0

    static func += (left: inout Sums, right: Sums) {
      left.gradient += right.gradient
      left.curvature += right.curvature
      left.weight += right.weight
      left.count += right.count
    }

    static func - (left: Sums, right: Sums) -> Sums {
      Sums(
        gradient: left.gradient - right.gradient, curvature: left.curvature - right.curvature,
        weight: left.weight - right.weight, count: left.count - right.count)
    }
  }

  init(
    features: BinnedFeatures, gradients: [Double], curvatures: [Double], weights: [Double],
    trainer: TreeTrainer
  ) {
    (self.features, self.gradients, self.curvatures) = (features, gradients, curvatures)
    (self.weights, self.trainer) = (weights, trainer)
    leafOfExample = [Int](repeating: 0, count: gradients.count)
  }

  mutating func grow() {
    let all = Array(gradients.indices)
    grow(all, at: makeLeaf(sums(all), Bounds()), level: 0, Bounds())
  }

  private mutating func grow(_ examples: [Int], at node: Int, level: Int, _ bounds: Bounds) {
    for example in examples { leafOfExample[example] = node }
    guard level < trainer.depth, let split = bestSplit(examples, bounds) else { return }
    let column = features.columns[split.feature]
    let left = examples.filter { Int(column[$0]) <= split.bin }
    let right = examples.filter { Int(column[$0]) > split.bin }
    let (one, two) = (sums(left), sums(right))
    let (lower, upper) = halves(of: bounds, split.feature, one, two)
    let child = makeLeaf(one, lower)
    _ = makeLeaf(two, upper)
    nodes[node].feature = Int16(split.feature)
    nodes[node].threshold = features.edges[split.feature][split.bin]
    nodes[node].left = Int16(child)
    grow(left, at: child, level: level + 1, lower)
    grow(right, at: child + 1, level: level + 1, upper)
  }

  /// Bounds of the two sides of a split: those of the node, and the middle between both answers where the
  /// feature has a direction.
  private func halves(
    of bounds: Bounds, _ feature: Int, _ left: Sums, _ right: Sums
  ) -> (Bounds, Bounds) {
    let middle = (answer(left, bounds) + answer(right, bounds)) / 2
    var (one, two) = (bounds, bounds)
    switch trainer.direction(of: feature) {
    case .rising: (one.most, two.least) = (middle, middle)
    case .falling: (one.least, two.most) = (middle, middle)
    case .free, .unused: break
    }
    return (one, two)
  }

  /// What a leaf of these examples answers before it is shrunk.
  private func answer(_ sums: Sums, _ bounds: Bounds) -> Double {
    bounds.clamp(sums.gradient / (sums.curvature + trainer.penalty))
  }

  private mutating func makeLeaf(_ sums: Sums, _ bounds: Bounds) -> Int {
    let value = trainer.shrinkage * answer(sums, bounds)
    nodes.append(.init(feature: -1, threshold: 0, left: 0, value: Float(value)))
    return nodes.count - 1
  }

  private func sums(_ examples: [Int]) -> Sums {
    examples.reduce(into: Sums()) { $0 += sums(of: $1) }
  }

  private func sums(of example: Int) -> Sums {
    Sums(
      gradient: gradients[example], curvature: curvatures[example], weight: weights[example],
      count: 1)
  }

  private func bestSplit(_ examples: [Int], _ bounds: Bounds) -> Split? {
    let whole = sums(examples)
    var best: Split?
    for feature in features.columns.indices where isAsked(feature) {
      var histogram = [Sums](repeating: Sums(), count: features.edges[feature].count + 1)
      let column = features.columns[feature]
      for example in examples { histogram[Int(column[example])] += sums(of: example) }
      var left = Sums()
      for bin in 0..<histogram.count - 1 {
        left += histogram[bin]
        let gain = gain(left, whole, feature, bounds)
        if gain > (best?.gain ?? 1e-6) { best = Split(feature: feature, bin: bin, gain: gain) }
      }
    }
    return best
  }

  private func isAsked(_ feature: Int) -> Bool {
    !features.edges[feature].isEmpty && trainer.direction(of: feature) != .unused
  }

  private func gain(_ left: Sums, _ whole: Sums, _ feature: Int, _ bounds: Bounds) -> Double {
    let right = whole - left
    guard left.weight >= trainer.leastWeight, right.weight >= trainer.leastWeight,
      left.count >= trainer.leastCount, right.count >= trainer.leastCount
    else { return 0 }
    let (one, two) = (answer(left, bounds), answer(right, bounds))
    switch trainer.direction(of: feature) {
    case .rising where one > two, .falling where one < two: return 0
    default: break
    }
    return quality(left, one) + quality(right, two) - quality(whole, answer(whole, bounds))
  }

  /// By how much an answer lowers the loss of some examples, twice, as the second order sees it.
  private func quality(_ sums: Sums, _ answer: Double) -> Double {
    answer * (2 * sums.gradient - answer * (sums.curvature + trainer.penalty))
  }
}
