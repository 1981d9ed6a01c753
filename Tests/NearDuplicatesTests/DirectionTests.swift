import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct DirectionTests {
  /// Answers that contradict the direction in a third of the cases, and lean on a second feature.
  private func examples(_ seed: UInt64) -> [TreeTrainer.Example] {
    var random = SeededGenerator(seed: seed)
    return (0..<600).map { _ in
      let values = (0..<3).map { _ in Float(Int.random(in: 0...32, using: &random)) / 32 }
      let accident = Int.random(in: 0..<3, using: &random) == 0
      let isYes = (values[0] - values[1] + values[2] * values[0] > 0.4) != accident
      return .init(
        values: values, isYes: isYes, weight: Double.random(in: 0.2...3, using: &random))
    }
  }

  @Test(
    "whatever the examples, no rise of a rising feature lowers the answer and no fall of a falling one does",
    arguments: [UInt64(1), 2, 3, 4])
  func monotone(seed: UInt64) throws {
    var trainer = TreeTrainer()
    (trainer.rounds, trainer.leastCount, trainer.leastWeight) = (40, 3, 1)
    trainer.directions = [.rising, .falling]
    let trees = try #require(trainer.train(examples(seed)))
    let grid = (0...33).map { (Float($0) - 0.5) / 32 }
    for other in stride(from: Float(0), through: 1, by: 0.125) {
      for third in stride(from: Float(0), through: 1, by: 0.25) {
        let rising = grid.map { trees.score([$0, other, third]) }
        let falling = grid.map { trees.score([other, $0, third]) }
        #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 + 1e-5 })
        #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 + 1e-5 >= $1 })
      }
    }
  }

  @Test("the same examples without directions teach the accidents, so the directions do something")
  func free() throws {
    var trainer = TreeTrainer()
    (trainer.rounds, trainer.leastCount, trainer.leastWeight) = (40, 3, 1)
    let trees = try #require(trainer.train(examples(1)))
    let rising = (0...33).map { trees.score([(Float($0) - 0.5) / 32, 0.5, 0.5]) }
    #expect(zip(rising, rising.dropFirst()).contains { $0 > $1 + 1e-5 })
  }

  @Test("trees never ask of what is unused, and do of all else")
  func unused() throws {
    var trainer = TreeTrainer()
    trainer.directions = [.free, .unused]
    let trees = try #require(trainer.train(examples(7)))
    let grid = (0...33).map { (Float($0) - 0.5) / 32 }
    for other in grid {
      #expect(Set(grid.map { trees.score([other, $0, 0.5]) }).count == 1)
    }
    #expect(Set(grid.map { trees.score([$0, 0.5, 0.5]) }).count > 1)
    #expect(Set(grid.map { trees.score([0.5, 0.5, $0]) }).count > 1)
  }

  @Test("what is left out of the measurements is unused, and the rest goes the way it went")
  func without() {
    let left = PairFeatures.directions(without: [.titles, .hours], isFree: false)
    for name in PairFeatures.Name.allCases {
      let isOut = name == .titles || name == .hours
      #expect(left[name.rawValue] == (isOut ? .unused : PairFeatures.directions[name.rawValue]))
    }
    let free = PairFeatures.directions(without: [.titles], isFree: true)
    #expect(free.count { $0 == .free } == free.count - 1)
  }

  @Test("what is missing is told as what is there")
  func words() {
    for name in [PairFeatures.Name.foreignWeight, .foreignInOpening] {
      let told = [0, 0.25].map {
        RelationExplanation.Factor(name: name, value: $0, pull: 0).words
      }
      #expect(told[0].hasPrefix("100 % of what one") && told[1].hasPrefix("75 % of what one"))
    }
  }

  @Test("halving at a probability makes it one half and keeps the order")
  func halved() throws {
    let trees = try #require(TreeTrainer().train(examples(5)))
    let moved = trees.halved(at: 0.7)
    var random = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let values = (0..<3).map { _ in Float.random(in: 0...1, using: &random) }
      let (before, after) = (trees.probability(values), moved.probability(values))
      #expect((before >= 0.7001) == (after >= 0.5) || abs(before - 0.7) < 0.001)
    }
  }
}
