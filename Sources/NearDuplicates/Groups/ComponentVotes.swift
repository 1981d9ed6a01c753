public import Stories

/// What a component as a whole makes of its pairs, worked out anew from what is remembered of them: why two stories
/// are in one group, or are not.
///
/// The grouping asks the same trees about the same pairs when it cuts a component, so this is its decision rather
/// than a likeness of it.
public struct ComponentVotes: Sendable {
  /// What is remembered of two stories.
  public struct Pair: Sendable {
    let first: StoryNumber
    let second: StoryNumber
    let strength: Double
    let isIdentity: Bool
    let covered: (first: Coverage, second: Coverage)

    /// Makes a pair.
    ///
    /// - Parameters:
    ///   - first: a story.
    ///   - second: another.
    ///   - strength: how strongly the two pull into one group by themselves, from 0 to 1.
    ///   - isIdentity: whether the source says that both are one story.
    ///   - covered: which parts of each the other covers.
    public init(
      _ first: StoryNumber, _ second: StoryNumber, strength: Double, isIdentity: Bool,
      covered: (first: Coverage, second: Coverage)
    ) {
      (self.first, self.second, self.strength) = (first, second, strength)
      (self.isIdentity, self.covered) = (isIdentity, covered)
    }
  }

  /// What came of one pair.
  public struct Vote: Sendable {
    /// How strongly the two pull into one group by themselves, from 0 to 1; 0 where nothing is remembered.
    public let alone: Double
    /// The same by what all stories of the component say. Groups are cut where the mean of it over all pairs
    /// between two parts is below one half.
    public let voted: Double
    /// Stories of the component.
    public let stories: Int
    /// What moved the vote most, the weightiest first; none where the component was not asked.
    public let factors: [Factor]
  }

  /// One thing that was measured on a component, and how it pulled.
  public struct Factor: Hashable, Sendable {
    /// What was measured.
    public let name: ComponentFeature
    /// What it was.
    public let value: Float
    /// How it moved the logarithm of the odds of one group; above 0 towards it.
    public let pull: Float
  }

  /// Factors that a vote names.
  private static let told = 3

  private let stories: [StoryNumber]
  private let positions: [StoryNumber: Int]
  private let table: ComponentTable
  private let refined: ComponentTable
  private let context: ComponentContext
  private let trees: BoostedTrees?

  /// Asks a component.
  ///
  /// - Parameters:
  ///   - stories: its stories, each once, in canonical order (`Face.place`).
  ///   - pairs: what is remembered of them; pairs with others are left out.
  ///   - rule: the rule by which they were grouped.
  ///
  /// Complexity: O(n · d²) for n stories with d pairs each, O(n²) memory.
  public init(_ stories: [StoryNumber], _ pairs: [Pair], rule: RelationRule) {
    self.stories = stories
    positions = Dictionary(uniqueKeysWithValues: stories.enumerated().map { ($1, $0) })
    trees = rule.model?.context
    var table = ComponentTable(count: stories.count)
    for pair in pairs where pair.isIdentity || pair.strength >= GroupKeeper.leastStrength {
      guard let row = positions[pair.first], let column = positions[pair.second] else { continue }
      table.set(
        row, column, strength: pair.strength, covered: pair.covered.first,
        isIdentity: pair.isIdentity)
      table.set(
        column, row, strength: pair.strength, covered: pair.covered.second,
        isIdentity: pair.isIdentity)
    }
    self.table = table
    context = ComponentContext(table)
    refined = trees.map { table.refined(by: $0) } ?? table
  }

  /// What came of a pair; nil if either story is not of the component.
  public func vote(_ first: StoryNumber, _ second: StoryNumber) -> Vote? {
    guard let one = positions[first], let two = positions[second], one != two else { return nil }
    let (row, column) = (min(one, two), max(one, two))
    let (alone, voted) = (table.strength(row, column), refined.strength(row, column))
    return Vote(
      alone: alone, voted: voted, stories: stories.count,
      factors: alone == voted ? [] : factors(row, column, isFor: voted >= 0.5))
  }

  private func factors(_ row: Int, _ column: Int, isFor: Bool) -> [Factor] {
    guard let trees, let values = context.values(row, column) else { return [] }
    let wanted: Float = isFor ? 1 : -1
    return zip(ComponentFeature.allCases, trees.contributions(values))
      .filter { $0.1 * wanted > 0.05 }
      .sorted { abs($0.1) > abs($1.1) }.prefix(ComponentVotes.told)
      .map { Factor(name: $0, value: values[$0.rawValue], pull: $1) }
  }

  /// The groups into which the component is cut.
  var clusters: [[StoryNumber]] { table.clusters(by: trees).map { $0.map { stories[$0] } } }
}
