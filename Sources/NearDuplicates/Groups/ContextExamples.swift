public import Stories

/// Pairs of a whole set as `RelationModel.context` sees them, for training it.
public enum ContextExamples {
  /// A pair with the strength that a model gives it that has not seen it.
  public struct Pull: Sendable {
    let first: Int
    let second: Int
    let strength: Double
    let covered: (first: Coverage, second: Coverage)

    /// Makes a pull.
    ///
    /// - Parameters:
    ///   - first: a story, by any number that is its own.
    ///   - second: the other.
    ///   - strength: how strongly they pull into one group, from 0 to 1.
    ///   - covered: which parts of each the other covers.
    public init(
      first: Int, second: Int, strength: Double, covered: (first: Coverage, second: Coverage)
    ) {
      (self.first, self.second, self.strength, self.covered) = (first, second, strength, covered)
    }
  }

  /// The measurements of all pairs in components that are cut.
  ///
  /// - Parameter pulls: the pairs, each once.
  /// - Returns: positions among the pulls with their measurements; pairs between components and in components of
  ///   two are left out.
  ///
  /// Complexity: as for `GroupKeeper.place`, once a component.
  public static func measured(_ pulls: [Pull]) -> [(pull: Int, values: [Float])] {
    let components = components(pulls)
    let numbers = components.enumerated().flatMap { number, stories in
      stories.map { ($0, number) }
    }
    let componentOf = Dictionary(uniqueKeysWithValues: numbers)
    let inside = Dictionary(grouping: pulls.indices) { index -> Int in
      let (one, two) = (componentOf[pulls[index].first], componentOf[pulls[index].second])
      return one == two && pulls[index].strength >= GroupKeeper.leastStrength ? one ?? -1 : -1
    }
    return components.indices.flatMap { number in
      measured(components[number], inside[number] ?? [], pulls)
    }
  }

  /// The stories that are tied to each other, directly or through others: each component ascending, ordered by first
  /// story.
  private static func components(_ pulls: [Pull]) -> [[Int]] {
    var neighbours: [Int: [Int]] = [:]
    for pull in pulls where pull.strength >= GroupKeeper.tieStrength {
      neighbours[pull.first, default: []].append(pull.second)
      neighbours[pull.second, default: []].append(pull.first)
    }
    var (seen, components): (Set<Int>, [[Int]]) = ([], [])
    for story in neighbours.keys.sorted() where seen.insert(story).inserted {
      var (members, next) = ([story], 0)
      while next < members.count {
        members += (neighbours[members[next]] ?? []).filter { seen.insert($0).inserted }
        next += 1
      }
      components.append(members.sorted())
    }
    return components
  }

  private static func measured(
    _ stories: [Int], _ indices: [Int], _ pulls: [Pull]
  ) -> [(pull: Int, values: [Float])] {
    guard stories.count > 2, stories.count <= GroupKeeper.componentLimit else { return [] }
    let positions = Dictionary(uniqueKeysWithValues: stories.enumerated().map { ($1, $0) })
    var table = ComponentTable(count: stories.count)
    var pullAt: [Int: Int] = [:]
    for index in indices {
      let pull = pulls[index]
      guard let one = positions[pull.first], let two = positions[pull.second] else { continue }
      table.set(one, two, strength: pull.strength, covered: pull.covered)
      pullAt[min(one, two) * stories.count + max(one, two)] = index
    }
    var rows: [(pull: Int, values: [Float])] = []
    ComponentContext(table).forEach { row, column, values in
      if let pull = pullAt[row * stories.count + column] { rows.append((pull, values)) }
    }
    return rows
  }
}
