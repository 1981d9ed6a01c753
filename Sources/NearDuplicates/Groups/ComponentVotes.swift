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
    /// What factors call the inner story: the one of which the other has more; nil where there are none.
    public let inner: StoryNumber?
    /// The other of the two.
    public let outer: StoryNumber?
  }

  /// How strongly two parts of a component pull at each other.
  public struct Pull: Sendable {
    /// The mean of the votes on all pairs between the two.
    public let mean: Double
    /// How many pairs that are.
    public let pairs: Int
    /// Of the pair that pulls most the story in the first part.
    public let first: StoryNumber
    /// Of that pair the story in the second part.
    public let second: StoryNumber
    /// What came of that pair.
    public let vote: Vote
    /// Whether the source gives both one identity, which decides by itself.
    public let isIdentity: Bool
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

  /// The component's stories, in canonical order.
  let stories: [StoryNumber]
  private let table: ComponentTable
  private let refined: ComponentTable
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
    let positions = Dictionary(uniqueKeysWithValues: stories.enumerated().map { ($1, $0) })
    var table = ComponentTable(count: stories.count)
    for pair in pairs where pair.isIdentity || pair.strength >= GroupKeeper.leastStrength {
      guard let row = positions[pair.first], let column = positions[pair.second] else { continue }
      table.set(
        row, column, strength: pair.strength, covered: pair.covered, isIdentity: pair.isIdentity)
    }
    self.init(stories, table, by: rule.model?.context)
  }

  /// Asks a component of which the pairs are in a table already, by the stories' positions.
  init(_ stories: [StoryNumber], _ table: ComponentTable, by trees: BoostedTrees?) {
    (self.stories, self.table, self.trees) = (stories, table, trees)
    refined = trees.map { table.refined(by: $0) } ?? table
  }

  /// What came of a pair; nil if either story is not of the component.
  public func vote(_ first: StoryNumber, _ second: StoryNumber) -> Vote? {
    guard let one = stories.firstIndex(of: first), let two = stories.firstIndex(of: second),
      one != two
    else { return nil }
    let (row, column) = (min(one, two), max(one, two))
    let (alone, voted) = (table.strength(row, column), refined.strength(row, column))
    guard alone != voted else {
      return Vote(
        alone: alone, voted: voted, stories: stories.count, factors: [], inner: nil, outer: nil)
    }
    let context = ComponentContext(table)
    let factors = factors(context, row, column, isFor: voted >= 0.5)
    let inner = context.inner(of: row, column)
    let names =
      factors.isEmpty ? (nil, nil) : (stories[inner], stories[inner == row ? column : row])
    return Vote(
      alone: alone, voted: voted, stories: stories.count, factors: factors, inner: names.0,
      outer: names.1)
  }

  private func factors(
    _ context: ComponentContext, _ row: Int, _ column: Int, isFor: Bool
  ) -> [Factor] {
    guard let trees, let values = context.values(row, column) else { return [] }
    if let roundUp = context.roundUp(row, column),
      trees.probability(values) > RelationRule.apartStrength
    {
      let name: ComponentFeature =
        roundUp == context.inner(of: row, column) ? .othersAloneInside : .othersAloneOutside
      let odds = Float(RelationRule.apartStrength / (1 - RelationRule.apartStrength))
      let pull = Logarithm.natural(odds) - trees.score(values)
      return [Factor(name: name, value: values[name.rawValue], pull: pull)]
    }
    let wanted: Float = isFor ? 1 : -1
    return zip(ComponentFeature.allCases, trees.contributions(values))
      .filter { $0.1 * wanted > 0.05 }
      .sorted { abs($0.1) > abs($1.1) }.prefix(ComponentVotes.told)
      .map { Factor(name: $0, value: values[$0.rawValue], pull: $1) }
  }

  /// The groups into which the component is cut.
  var clusters: [[StoryNumber]] {
    let clusters = trees == nil ? table.clusters : table.clusters(voted: refined)
    return clusters.map { $0.map { stories[$0] } }
  }

  /// How two parts pull at each other, of which the first is of this component; stories of others pull nothing. Nil
  /// where nothing of the second part is of it.
  ///
  /// Complexity: O(n²) in the stories of the component.
  func pull(between one: [StoryNumber], and two: [StoryNumber]) -> Pull? {
    let rows = one.compactMap { stories.firstIndex(of: $0) }
    let columns = two.compactMap { stories.firstIndex(of: $0) }
    var (sum, most, strongest) = (0.0, -1.0, (0, 0))
    for row in rows {
      for column in columns {
        let strength = refined.strength(row, column)
        sum += strength
        // An identity decides whatever the texts say.
        let weight = strength + (table.isIdentity[row * table.count + column] ? 1 : 0)
        if weight > most { (most, strongest) = (weight, (row, column)) }
      }
    }
    guard most >= 0, let vote = vote(stories[strongest.0], stories[strongest.1]) else { return nil }
    return Pull(
      mean: sum / Double(one.count * two.count), pairs: one.count * two.count,
      first: stories[strongest.0], second: stories[strongest.1], vote: vote,
      isIdentity: table.isIdentity[strongest.0 * table.count + strongest.1])
  }
}
