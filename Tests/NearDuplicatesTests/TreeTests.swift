import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct TreeTests {
  private func examples(_ answer: (Float, Float) -> Bool) -> [TreeTrainer.Example] {
    var random = SeededGenerator(seed: 5)
    return (0..<800).map { _ in
      let (one, two) = (
        Float.random(in: 0...1, using: &random), Float.random(in: 0...1, using: &random)
      )
      return .init(values: [one, two], isYes: answer(one, two))
    }
  }

  @Test("trees learn what no single threshold can tell, and the same examples give the same trees")
  func learns() throws {
    let examples = examples { ($0 > 0.5) != ($1 > 0.3) }
    let trees = try #require(TreeTrainer().train(examples))
    #expect(trees.probability([0.9, 0.1]) > 0.9 && trees.probability([0.1, 0.9]) > 0.9)
    #expect(trees.probability([0.9, 0.9]) < 0.1 && trees.probability([0.1, 0.1]) < 0.1)
    #expect(TreeTrainer().train(examples) == trees)
  }

  @Test("a value that most examples have can still be told from its neighbours on both sides")
  func frequent() throws {
    var random = SeededGenerator(seed: 6)
    let rows: [TreeTrainer.Example] = (0..<900).map { _ in
      let value = Float([-1, 0, 0, 0, 0, 0, 0, 0, 1].randomElement(using: &random) ?? 0)
      return .init(values: [value], isYes: value == 1)
    }
    let trees = try #require(TreeTrainer().train(rows))
    #expect(trees.probability([1]) > 0.9)
    #expect(trees.probability([0]) < 0.1 && trees.probability([-1]) < 0.1)
  }

  @Test("contributions add up to the score less the base and the roots' means")
  func contributions() throws {
    let trees = try #require(TreeTrainer().train(examples { $0 + $1 > 1 }))
    let roots = trees.trees.reduce(Float(0)) { $0 + $1[0].value }
    for values: [Float] in [[0.1, 0.2], [0.9, 0.8], [0.5, 0.5]] {
      let sum = trees.contributions(values).reduce(0, +)
      #expect(abs(sum - (trees.score(values) - trees.base - roots)) < 1e-3)
    }
  }

  @Test("trees that go down side by side come to the same sum as one after the other, to the bit")
  func sideBySide() throws {
    var random = SeededGenerator(seed: 7)
    for count in [1, 2, 3, 4, 5, 9, 120] {
      var trainer = TreeTrainer()
      trainer.rounds = count
      let trees = try #require(trainer.train(examples { ($0 > 0.5) != ($1 > 0.3) }))
      for _ in 0..<200 {
        let values = (0..<2).map { _ in Float.random(in: -0.2...1.2, using: &random) }
        #expect(trees.score(values) == trees.walk(values))
      }
    }
  }

  @Test("a tree whose child lies outside of it is refused")
  func malformed() {
    let inner = BoostedTrees.Node(feature: 0, threshold: 0, left: 5, value: 0)
    let loop = BoostedTrees.Node(feature: 0, threshold: 0, left: 0, value: 0)
    #expect(BoostedTrees(base: 0, trees: [[inner]]) == nil)
    #expect(BoostedTrees(base: 0, trees: [[loop, inner]]) == nil)
    #expect(BoostedTrees(base: 0, trees: [[]]) == nil)
  }

  @Test("without examples of both answers there is nothing to learn")
  func oneSided() {
    #expect(TreeTrainer().train([]) == nil)
    #expect(TreeTrainer().train([.init(values: [1], isYes: true)]) == nil)
  }
}
