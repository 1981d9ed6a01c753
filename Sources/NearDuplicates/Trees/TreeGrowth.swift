/// One tree, grown level by level.
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

  private struct Sums {
    var gradient = 0.0
    var curvature = 0.0
    var weight = 0.0

    static func - (left: Sums, right: Sums) -> Sums {
      Sums(
        gradient: left.gradient - right.gradient, curvature: left.curvature - right.curvature,
        weight: left.weight - right.weight)
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
    grow(Array(gradients.indices), at: makeLeaf(sums(Array(gradients.indices))), level: 0)
  }

  private mutating func grow(_ examples: [Int], at node: Int, level: Int) {
    for example in examples { leafOfExample[example] = node }
    guard level < trainer.depth, let split = bestSplit(examples) else { return }
    let column = features.columns[split.feature]
    let left = examples.filter { Int(column[$0]) <= split.bin }
    let right = examples.filter { Int(column[$0]) > split.bin }
    let child = makeLeaf(sums(left))
    _ = makeLeaf(sums(right))
    nodes[node].feature = Int16(split.feature)
    nodes[node].threshold = features.edges[split.feature][split.bin]
    nodes[node].left = Int16(child)
    grow(left, at: child, level: level + 1)
    grow(right, at: child + 1, level: level + 1)
  }

  private mutating func makeLeaf(_ sums: Sums) -> Int {
    let value = trainer.shrinkage * sums.gradient / (sums.curvature + trainer.penalty)
    nodes.append(.init(feature: -1, threshold: 0, left: 0, value: Float(value)))
    return nodes.count - 1
  }

  private func sums(_ examples: [Int]) -> Sums {
    var sums = Sums()
    for example in examples {
      sums.gradient += gradients[example]
      sums.curvature += curvatures[example]
      sums.weight += weights[example]
    }
    return sums
  }

  private func bestSplit(_ examples: [Int]) -> Split? {
    let whole = sums(examples)
    var best: Split?
    for feature in features.columns.indices where !features.edges[feature].isEmpty {
      var histogram = [Sums](repeating: Sums(), count: features.edges[feature].count + 1)
      let column = features.columns[feature]
      for example in examples {
        let bin = Int(column[example])
        histogram[bin].gradient += gradients[example]
        histogram[bin].curvature += curvatures[example]
        histogram[bin].weight += weights[example]
      }
      var left = Sums()
      for bin in 0..<histogram.count - 1 {
        left.gradient += histogram[bin].gradient
        left.curvature += histogram[bin].curvature
        left.weight += histogram[bin].weight
        let gain = gain(left, whole)
        if gain > (best?.gain ?? 1e-6) { best = Split(feature: feature, bin: bin, gain: gain) }
      }
    }
    return best
  }

  private func gain(_ left: Sums, _ whole: Sums) -> Double {
    let right = whole - left
    guard left.weight >= trainer.leastWeight, right.weight >= trainer.leastWeight else { return 0 }
    return quality(left) + quality(right) - quality(whole)
  }

  private func quality(_ sums: Sums) -> Double {
    sums.gradient * sums.gradient / (sums.curvature + trainer.penalty)
  }
}
