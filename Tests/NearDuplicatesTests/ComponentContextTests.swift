import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct ComponentContextTests {
  /// A component of random pairs.
  private func table(_ count: Int, _ random: inout SeededGenerator) -> ComponentTable {
    var table = ComponentTable(count: count)
    for row in 0..<count {
      for column in row + 1..<count where Int.random(in: 0..<4, using: &random) > 0 {
        let strength = Double(Int.random(in: 1...1024, using: &random)) / 1024
        let bits = (0..<2).map { _ in
          UInt64.random(in: .min ... .max, using: &random)
            & UInt64.random(in: .min ... .max, using: &random)
        }
        table.set(
          row, column, strength: strength,
          covered: (Coverage(bits: bits[0]), Coverage(bits: bits[1])))
      }
    }
    return table
  }

  /// The same component with its stories in another order.
  private func permuted(_ table: ComponentTable, _ order: [Int]) -> ComponentTable {
    var other = ComponentTable(count: table.count)
    for row in 0..<table.count {
      for column in 0..<table.count where table.strength(order[row], order[column]) > 0 {
        other.set(
          row, column, strength: table.strength(order[row], order[column]),
          covered: Coverage(bits: table.covered[order[row] * table.count + order[column]]),
          isIdentity: false)
      }
    }
    return other
  }

  @Test("measurements are those of their definitions, taken word for word")
  func definitions() {
    var random = SeededGenerator(seed: 3)
    for round in 0..<40 {
      let table = table(3 + round % 12, &random)
      var met = 0
      ComponentContext(table).forEach { row, column, values in
        met += 1
        let expected = Oracle(table).values(row, column)
        for (feature, (mine, theirs)) in zip(ComponentFeature.allCases, zip(values, expected)) {
          #expect(abs(Double(mine) - theirs) < 0.002, "\(feature) of \(row), \(column)")
        }
      }
      let pairs = (0..<table.count).reduce(0) { sum, row in
        sum + (row + 1..<table.count).count { table.strength(row, $0) > 0 }
      }
      #expect(met == pairs)
    }
  }

  @Test("measurements of a pair do not depend on the order of the stories")
  func order() {
    var random = SeededGenerator(seed: 4)
    var compared = 0
    for _ in 0..<40 {
      let table = table(9, &random)
      let order = Array(0..<9).shuffled(using: &random)
      var before: [Set<Int>: [Float]] = [:]
      ComponentContext(table).forEach { before[[$0, $1]] = $2 }
      ComponentContext(permuted(table, order)).forEach { row, column, values in
        let (one, two) = (order[row], order[column])
        let covers = (
          table.covered[one * 9 + two].nonzeroBitCount, table.covered[two * 9 + one].nonzeroBitCount
        )
        // Where both cover alike much, the earlier story in canonical order is inside.
        guard covers.0 != covers.1, let known = before[[one, two]] else { return }
        compared += 1
        #expect(zip(values, known).allSatisfy { abs($0 - $1) < 0.002 })
      }
    }
    #expect(compared > 500)
  }

  @Test(
    "two stories, and stories that are all sure of each other, keep their strengths; so does an identity"
  )
  func untouched() throws {
    let width = ComponentFeature.allCases.count
    let examples: [TreeTrainer.Example] = (0..<200).map {
      var values = [Float](repeating: 0, count: width)
      values[0] = Float($0) / 200
      return .init(values: values, isYes: $0 % 2 == 0)
    }
    let trees = try #require(TreeTrainer().train(examples))
    func component(_ count: Int, strength: Double, identity: Bool = false) -> ComponentTable {
      var table = ComponentTable(count: count)
      for row in 0..<count {
        for column in 0..<count where row != column {
          table.set(
            row, column, strength: strength, covered: Coverage(bits: .max),
            isIdentity: identity && row + column == 1)
        }
      }
      return table
    }
    let pair = component(2, strength: 0.6)
    #expect(pair.refined(by: trees).strengths == pair.strengths)
    let sure = component(4, strength: 0.95)
    #expect(sure.refined(by: trees).strengths == sure.strengths)
    let doubted = component(3, strength: 0.7, identity: true).refined(by: trees)
    #expect(doubted.strength(0, 1) == Double(Float(0.7)))
    #expect(doubted.strength(1, 2) != Double(Float(0.7)))
    #expect(doubted.strength(1, 2) == doubted.strength(2, 1))
  }
}

/// The definitions of `ComponentFeature`, without a thought for speed.
private struct Oracle {
  let table: ComponentTable

  init(_ table: ComponentTable) { self.table = table }

  private func strength(_ one: Int, _ two: Int) -> Double { table.strength(one, two) }
  private func covered(_ one: Int, by others: [Int]) -> UInt64 {
    others.reduce(0) { $0 | table.covered[one * table.count + $1] }
  }
  private func share(_ bits: UInt64) -> Double { Double(bits.nonzeroBitCount) / 64 }
  private func isFriend(_ one: Int, _ two: Int) -> Bool {
    one == two || strength(one, two) >= GroupKeeper.tieStrength
  }

  func values(_ row: Int, _ column: Int) -> [Double] {
    let all = Array(0..<table.count)
    let isSwapped =
      share(covered(column, by: [row])) > share(covered(row, by: [column]))
    let ends = isSwapped ? [(column, row), (row, column)] : [(row, column), (column, row)]
    let thirds = all.filter { $0 != row && $0 != column }
    let least = thirds.map { min(strength(row, $0), strength(column, $0)) }
    let most = thirds.reduce(0) { $0 + max(strength(row, $1), strength(column, $1)) }
    func sides(_ value: (_ one: Int, _ two: Int) -> Double) -> [Double] { ends.map(value) }
    func friends(_ two: Int) -> [Int] { all.filter { isFriend(two, $0) } }
    func others(_ two: Int) -> [Int] { all.filter { !isFriend(two, $0) } }
    let unions = ends.flatMap { one, two in
      let (own, foreign) = (covered(one, by: friends(two)), covered(one, by: others(two)))
      return [share(own), share(foreign), share(foreign & ~own)]
    }
    return [strength(row, column)]
      + sides { share(covered($0, by: [$1])) }
      + [
        most > 0.001 ? least.reduce(0, +) / most : 1,
        thirds.reduce(0) { $0 + strength(row, $1) * strength(column, $1) }, least.max() ?? 0,
      ]
      + sides { one, _ in all.reduce(0) { $0 + strength(one, $1) } }
      + unions
      + sides { one, _ in share(covered(one, by: all)) }
      + sides { one, two in
        let hosts = friends(two).filter { $0 != one }
        return hosts.reduce(0) { $0 + strength(one, $1) } / Double(max(1, hosts.count))
      }
      + sides { one, two in thirds.map { min(strength(one, $0), 1 - strength(two, $0)) }.max() ?? 0
      }
      + [Double(table.count)]
      + sides { one, two in others(two).map { share(covered(one, by: [$0])) }.max() ?? 0 }
  }
}
