/// A sum of small decision trees that gives the probability of a yes.
///
/// Gradient boosting with logistic loss (J. Friedman, "Greedy function approximation", 2001). Trees are
/// held in flat arrays; judging takes one comparison a level of each tree and no multiplication.
public struct BoostedTrees: Hashable, Sendable {
  /// A node: a question, or a leaf when `feature` is negative.
  public struct Node: Hashable, Sendable {
    /// Position of the feature asked about; negative for a leaf.
    public var feature: Int16
    /// Values up to this go to the left.
    public var threshold: Float
    /// Position of the left child in the tree; the right one follows it.
    public var left: Int16
    /// What the tree adds if it ends here; of an inner node, the mean of what is below.
    public var value: Float

    /// Makes a node.
    public init(feature: Int16, threshold: Float, left: Int16, value: Float) {
      (self.feature, self.threshold) = (feature, threshold)
      (self.left, self.value) = (left, value)
    }

    /// Position in the tree of the child to which a value of the feature leads.
    @inline(__always)
    fileprivate func child(for value: Float) -> Int { Int(left) + (value > threshold ? 1 : 0) }
  }

  /// What is added to the sum before any tree.
  public private(set) var base: Float
  private let forest: Forest

  /// The trees themselves: one object, so that handing them on counts one reference and not five.
  private final class Forest: Sendable {
    let nodes: [Node]
    let roots: [Int32]
    /// The same trees as they are judged; nil where they are too deep.
    let levelled: LevelledTrees?

    init(_ trees: [[Node]]) {
      nodes = trees.flatMap { $0 }
      levelled = LevelledTrees(trees)
      var roots: [Int32] = []
      var next: Int32 = 0
      for tree in trees {
        roots.append(next)
        next += Int32(tree.count)
      }
      self.roots = roots
    }
  }

  /// All trees' nodes, one after the other.
  var nodes: [Node] { forest.nodes }
  /// Where each tree begins in `nodes`.
  var roots: [Int32] { forest.roots }

  /// Makes an ensemble.
  ///
  /// - Returns: nil if a child lies outside of its tree, so that no model file can lead astray.
  public init?(base: Float, trees: [[Node]]) {
    for tree in trees {
      guard !tree.isEmpty else { return nil }
      for (position, node) in tree.enumerated() where node.feature >= 0 {
        guard Int(node.left) > position, Int(node.left) + 1 < tree.count else { return nil }
      }
    }
    self.base = base
    forest = Forest(trees)
    highestFeature = forest.nodes.map { Int($0.feature) }.max() ?? -1
  }

  /// The trees one by one, as `init` takes them.
  public var trees: [[Node]] {
    roots.indices.map { index in
      let end = index + 1 < roots.count ? Int(roots[index + 1]) : nodes.count
      return Array(nodes[Int(roots[index])..<end])
    }
  }

  /// The highest feature position asked about, or -1.
  public let highestFeature: Int

  /// The probability of a yes, from 0 to 1.
  ///
  /// - Parameter values: one for each feature.
  /// - Returns: the logistic function of `score`.
  public func probability(_ values: [Float]) -> Double {
    Logistic.probability(Double(score(values)))
  }

  /// The logarithm of the odds of a yes.
  func score(_ values: [Float]) -> Float {
    precondition(values.count > highestFeature, "a value for every feature asked about")
    return forest.levelled?.score(values, base: base) ?? walk(values)
  }

  /// The same by one tree after the other.
  func walk(_ values: [Float]) -> Float {
    values.withUnsafeBufferPointer { values in
      nodes.withUnsafeBufferPointer { nodes in
        var sum = base
        for root in roots {
          var place = Int(root)
          while nodes[place].feature >= 0 {
            place = Int(root) + nodes[place].child(for: values[Int(nodes[place].feature)])
          }
          sum += nodes[place].value
        }
        return sum
      }
    }
  }

  /// What each feature contributed to the score: along every path, each step's change of the mean is put
  /// down to the feature asked (A. Saabas, "Interpreting random forests", 2014). Sums to the score less
  /// the base and the roots' means.
  func contributions(_ values: [Float]) -> [Float] {
    var shares = [Float](repeating: 0, count: values.count)
    for root in roots {
      var place = Int(root)
      while nodes[place].feature >= 0 {
        let node = nodes[place]
        let child = Int(root) + node.child(for: values[Int(node.feature)])
        shares[Int(node.feature)] += nodes[child].value - node.value
        place = child
      }
    }
    return shares
  }

  /// The same trees with the odds of a yes multiplied, so that one half means what another probability did.
  ///
  /// - Parameter probability: what is to become one half, between 0 and 1.
  /// - Returns: trees that rank as these do.
  public func halved(at probability: Double) -> BoostedTrees {
    BoostedTrees(self, base: base - Float(Logistic.logOdds(probability)))
  }

  private init(_ other: BoostedTrees, base: Float) {
    self = other
    self.base = base
  }

  /// Whether both are the same trees.
  public static func == (left: BoostedTrees, right: BoostedTrees) -> Bool {
    left.base == right.base && left.roots == right.roots && left.nodes == right.nodes
  }

  /// Feeds what makes the trees what they are.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(nodes)
  }
}
