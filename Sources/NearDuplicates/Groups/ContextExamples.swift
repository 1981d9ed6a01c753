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
    var neighbours: [Int: [Int]] = [:]
    for pull in pulls where pull.strength >= GroupKeeper.tieStrength {
      neighbours[pull.first, default: []].append(pull.second)
      neighbours[pull.second, default: []].append(pull.first)
    }
    var (componentOf, components): ([Int: Int], [[Int]]) = ([:], [])
    for story in neighbours.keys.sorted() where componentOf[story] == nil {
      var (members, waiting) = ([story], [story])
      componentOf[story] = components.count
      while let next = waiting.popLast() {
        for other in neighbours[next] ?? [] where componentOf[other] == nil {
          componentOf[other] = components.count
          members.append(other)
          waiting.append(other)
        }
      }
      components.append(members.sorted())
    }
    let inside = Dictionary(grouping: pulls.indices) { index -> Int in
      let (one, two) = (componentOf[pulls[index].first], componentOf[pulls[index].second])
      return one == two && pulls[index].strength >= GroupKeeper.leastStrength ? one ?? -1 : -1
    }
    return components.indices.flatMap { number in
      measured(components[number], inside[number] ?? [], pulls)
    }
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
      table.set(one, two, strength: pull.strength, covered: pull.covered.first)
      table.set(two, one, strength: pull.strength, covered: pull.covered.second)
      pullAt[min(one, two) * stories.count + max(one, two)] = index
    }
    var rows: [(pull: Int, values: [Float])] = []
    ComponentContext(table).forEach { row, column, values in
      if let pull = pullAt[row * stories.count + column] { rows.append((pull, values)) }
    }
    return rows
  }
}
