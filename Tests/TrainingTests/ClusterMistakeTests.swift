import TestSupport
import Testing

@testable import Training

@Suite struct ClusterMistakeTests {
  @Test(
    "a mixed group and a split one are told with their parts, those with most wrong pairs first")
  func named() {
    let mistakes = ClusterMistake.all(
      ids: ["a", "b", "c", "d", "e", "f"], gold: ["1", "1", "1", "2", "3", "3"],
      predicted: ["x", "x", "x", "x", "y", "z"])
    #expect(
      mistakes == [
        ClusterMistake(kind: .mixed, parts: [["a", "b", "c"], ["d"]]),
        ClusterMistake(kind: .split, parts: [["e"], ["f"]]),
      ])
    #expect(mistakes.map(\.wrongPairs) == [3, 1])
  }

  @Test(
    "mistakes add up to the pairs that are wrong one by one",
    arguments: 1...20 as ClosedRange<UInt64>)
  func addUp(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ids = (0..<40).map { "s\($0)" }
    let gold = ids.map { _ in "\(Int.random(in: 0..<9, using: &random))" }
    let predicted = ids.map { _ in "\(Int.random(in: 0..<9, using: &random))" }
    var (mixed, split) = (0, 0)
    for one in ids.indices {
      for two in ids.indices where two > one {
        let (together, belong) = (predicted[one] == predicted[two], gold[one] == gold[two])
        if together && !belong { mixed += 1 }
        if belong && !together { split += 1 }
      }
    }
    let mistakes = ClusterMistake.all(ids: ids, gold: gold, predicted: predicted)
    func sum(_ kind: ClusterMistake.Kind) -> Int {
      mistakes.filter { $0.kind == kind }.reduce(0) { $0 + $1.wrongPairs }
    }
    #expect(sum(.mixed) == mixed && sum(.split) == split)
    let agreement = ClusterAgreement(gold: gold, predicted: predicted)
    #expect(mistakes.count { $0.kind == .mixed } == agreement.falseMerges)
    #expect(mistakes.count { $0.kind == .split } == agreement.splits)
  }
}
