internal import Stories

/// Takes the measurements of `ComponentFeature` for all pairs of a component.
struct ComponentContext {
  private let table: ComponentTable
  private let count: Int
  /// For each story the stories it is paired with, ascending.
  let partners: [[Int]]
  /// For each pair of stories whether the second is a friend of the first.
  private let isFriend: [Bool]
  private let friends: [[Int]]
  /// Sum of all strengths of each story.
  private let pulls: [Float]
  /// The part of each story that all others cover together.
  private let wholes: [Float]

  init(_ table: ComponentTable) {
    let count = table.count
    (self.table, self.count) = (table, count)
    let tie = Float(GroupKeeper.tieStrength)
    isFriend = (0..<count * count).map { place in
      place / count == place % count || table.strengths[place] >= tie
    }
    let (strengths, isFriend) = (table.strengths, isFriend)
    partners = (0..<count).map { row in
      (0..<count).filter { strengths[row * count + $0] > 0 }
    }
    friends = (0..<count).map { row in (0..<count).filter { isFriend[row * count + $0] } }
    pulls = (0..<count).map { row in
      strengths[row * count..<(row + 1) * count].reduce(0, +)
    }
    wholes = (0..<count).map { row in
      ComponentContext.share(table.covered[row * count..<(row + 1) * count].reduce(0, |))
    }
  }

  /// Calls `body` with every pair that is remembered, once, and its measurements.
  func forEach(_ body: (_ row: Int, _ column: Int, _ values: [Float]) -> Void) {
    var values = [Float](repeating: 0, count: ComponentFeature.allCases.count)
    for row in 0..<count {
      for column in partners[row] where column > row {
        measure(row, column, into: &values)
        body(row, column, values)
      }
    }
  }

  /// The measurements of a pair; nil where nothing is remembered of it.
  func values(_ row: Int, _ column: Int) -> [Float]? {
    guard table.strengths[row * count + column] > 0 else { return nil }
    var values = [Float](repeating: 0, count: ComponentFeature.allCases.count)
    measure(row, column, into: &values)
    return values
  }

  /// What third stories say of one story as seen from another.
  private struct Side {
    /// Parts that the other's friends cover, and all others.
    var friendly: UInt64 = 0
    var foreign: UInt64 = 0
    /// The most bits that one story covers which is no friend of the other.
    var rival = 0
    /// The firmest friend that is none of the other's.
    var doubt: Float = 0
    /// Strengths towards third stories: what both have, products, and the strongest chain.
    var common: Float = 0
    var products: Float = 0
    var chain: Float = 0
  }

  private func side(of story: Int, seenFrom other: Int) -> Side {
    var side = Side()
    let (own, others) = (story * count, other * count)
    for third in partners[story] {
      let bits = table.covered[own + third]
      if isFriend[others + third] {
        side.friendly |= bits
      } else {
        side.foreign |= bits
        side.rival = max(side.rival, bits.nonzeroBitCount)
      }
      guard third != other else { continue }
      let (one, two) = (table.strengths[own + third], table.strengths[others + third])
      let least = min(one, two)
      side.common += least
      side.products += one * two
      side.chain = max(side.chain, least)
      side.doubt = max(side.doubt, min(one, 1 - two))
    }
    return side
  }

  /// Mean strength of a story towards another's friends.
  private func welcome(_ story: Int, by other: Int) -> Float {
    var (sum, number) = (Float(0), 0)
    for friend in friends[other] where friend != story {
      sum += table.strengths[story * count + friend]
      number += 1
    }
    return number == 0 ? 0 : sum / Float(number)
  }

  /// Which story of a pair is the inner one: the one of which the other has more, the first of equals.
  func inner(of row: Int, _ column: Int) -> Int {
    let (one, two) = (table.covered[row * count + column], table.covered[column * count + row])
    return two.nonzeroBitCount > one.nonzeroBitCount ? column : row
  }

  private func measure(_ row: Int, _ column: Int, into values: inout [Float]) {
    let inside = inner(of: row, column)
    let outside = inside == row ? column : row
    let (mine, theirs) = (
      side(of: inside, seenFrom: outside), side(of: outside, seenFrom: inside)
    )
    let strength = table.strengths[row * count + column]
    let all = pulls[row] + pulls[column] - 2 * strength - mine.common
    set(.strength, strength, &values)
    set(
      .coveredInside, ComponentContext.share(table.covered[inside * count + outside]), &values)
    set(
      .coveredOutside, ComponentContext.share(table.covered[outside * count + inside]), &values)
    set(.alike, all > 0.001 ? mine.common / all : 1, &values)
    set(.support, mine.products, &values)
    set(.chain, mine.chain, &values)
    set(.pullInside, pulls[inside], &values)
    set(.pullOutside, pulls[outside], &values)
    put(mine, from: .friendsInside, &values)
    put(theirs, from: .friendsOutside, &values)
    set(.wholeInside, wholes[inside], &values)
    set(.wholeOutside, wholes[outside], &values)
    set(.welcomeInside, welcome(inside, by: outside), &values)
    set(.welcomeOutside, welcome(outside, by: inside), &values)
    set(.doubtInside, mine.doubt, &values)
    set(.doubtOutside, theirs.doubt, &values)
    set(.stories, Float(count), &values)
    set(.rivalInside, Float(mine.rival) / Float(Coverage.parts), &values)
    set(.rivalOutside, Float(theirs.rival) / Float(Coverage.parts), &values)
  }

  /// Three shares in a row.
  private func put(_ side: Side, from first: ComponentFeature, _ values: inout [Float]) {
    values[first.rawValue] = ComponentContext.share(side.friendly)
    values[first.rawValue + 1] = ComponentContext.share(side.foreign)
    values[first.rawValue + 2] = ComponentContext.share(side.foreign & ~side.friendly)
  }

  /// Strengths differ in their last bits between machines; decisions must not.
  private func set(_ feature: ComponentFeature, _ value: Float, _ values: inout [Float]) {
    values[feature.rawValue] = (value * 1024).rounded() / 1024
  }

  /// The parts of a story that another covers.
  func covered(_ story: Int, by other: Int) -> UInt64 { table.covered[story * count + other] }

  /// Whether anything is remembered of two stories.
  func isPaired(_ one: Int, _ other: Int) -> Bool { table.strengths[one * count + other] > 0 }

  /// The part of a story that some of its parts are.
  static func share(_ bits: UInt64) -> Float {
    Float(bits.nonzeroBitCount) / Float(Coverage.parts)
  }
}
