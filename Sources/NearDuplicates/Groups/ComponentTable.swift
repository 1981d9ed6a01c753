internal import Stories

/// The pairs of a component: how strongly each pulls, and which parts of either story the other covers.
///
/// Square tables, flat, by the stories' positions in canonical order.
struct ComponentTable {
  let count: Int
  /// Strength of each pair, both ways; 0 where a pair is not remembered.
  private(set) var strengths: [Float]
  /// For each pair which parts of the first the second covers.
  private(set) var covered: [UInt64]
  /// For each pair whether the source says that both are one story.
  private(set) var isIdentity: [Bool]

  init(count: Int) {
    self.count = count
    strengths = [Float](repeating: 0, count: count * count)
    covered = [UInt64](repeating: 0, count: count * count)
    isIdentity = [Bool](repeating: false, count: count * count)
  }

  /// Puts down a pair as one of its stories sees it.
  mutating func set(
    _ row: Int, _ column: Int, strength: Double, covered: Coverage, isIdentity: Bool
  ) {
    let place = row * count + column
    strengths[place] = Float(strength)
    self.covered[place] = covered.bits
    self.isIdentity[place] = isIdentity
  }

  /// Puts down a pair as both of its stories see it.
  mutating func set(
    _ first: Int, _ second: Int, strength: Double, covered: (first: Coverage, second: Coverage),
    isIdentity: Bool = false
  ) {
    set(first, second, strength: strength, covered: covered.first, isIdentity: isIdentity)
    set(second, first, strength: strength, covered: covered.second, isIdentity: isIdentity)
  }

  func strength(_ row: Int, _ column: Int) -> Double { Double(strengths[row * count + column]) }

  /// Strength of the weakest pair from which all stories are one group without asking.
  private static let firm: Float = 0.9

  /// Whether the component has anything to say: two stories by themselves have nobody to ask, and where every pair
  /// is sure there is nothing to ask.
  private var isInDoubt: Bool {
    guard count > 2 else { return false }
    return (0..<count).contains { row in
      (row + 1..<count).contains { strengths[row * count + $0] < ComponentTable.firm }
    }
  }

  /// The same pairs with the strength that the component as a whole gives them. What the source says stays.
  ///
  /// Complexity: O(n · d²) for n stories with d remembered pairs each, O(n²) memory.
  func refined(by trees: BoostedTrees) -> ComponentTable {
    guard isInDoubt else { return self }
    var refined = self
    let context = ComponentContext(self)
    context.forEach { row, column, values in
      guard !isIdentity[row * count + column] else { return }
      var strength = Float(trees.probability(values))
      let apart = Float(RelationRule.apartStrength)
      if strength > apart, context.roundUp(row, column) != nil { strength = apart }
      refined.strengths[row * count + column] = strength
      refined.strengths[column * count + row] = strength
    }
    return refined
  }
}
