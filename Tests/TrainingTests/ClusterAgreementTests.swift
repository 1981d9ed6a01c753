import Testing

@testable import Training

@Suite struct ClusterAgreementTests {
  /// Partitions with the adjusted Rand index that scikit-learn 1.7 gives for them.
  static let known: [(gold: [Int], said: [Int], index: Double)] = [
    (
      [1, 1, 0, 1, 0, 0, 0],
      [1, 1, 0, 1, 0, 0, 0],
      1.0
    ),
    (
      [
        4, 2, 6, 2, 1, 2, 7, 2, 2, 0, 0, 3, 3, 2, 2, 4, 5, 3, 3, 2, 3, 6, 4, 0, 5, 6, 2, 2, 4, 1, 5,
        4, 0, 5, 1, 4, 5, 4, 7, 5,
      ],
      [
        4, 2, 6, 2, 22, 1, 7, 2, 2, 28, 0, 3, 12, 2, 2, 29, 5, 3, 3, 6, 3, 23, 2, 0, 13, 6, 9, 2,
        34, 1, 19, 4, 0, 5, 30, 4, 5, 34, 2, 5,
      ],
      0.4499773653236759
    ),
    (
      [
        38, 22, 16, 29, 26, 9, 3, 2, 31, 21, 13, 8, 36, 8, 26, 6, 10, 27, 23, 9, 3, 26, 18, 9, 29,
        39, 10, 33, 29, 31, 20, 30, 17, 18, 30, 25, 9, 7, 24, 34, 11, 31, 21, 11, 5, 31, 17, 32, 35,
        32, 23, 4, 22, 37, 2, 19, 23, 35, 17, 31, 16, 18, 21, 11, 37, 0, 30, 35, 16, 20, 17, 29, 18,
        32, 22, 22, 17, 22, 26, 22, 11, 28, 23, 21, 33, 9, 33, 10, 12, 23, 30, 18, 5, 26, 10, 39,
        37, 33, 26, 19, 39, 35, 17, 1, 12, 10, 37, 28, 39, 11, 14, 11, 2, 30, 14, 10, 3, 8, 7, 20,
        11, 30, 12, 35, 2, 26, 29, 22, 24, 39, 4, 37, 13, 15, 23, 0, 22, 25, 17, 26, 7, 35, 23, 2,
        35, 39, 19, 6, 18, 34, 32, 21, 37, 18, 22, 8, 26, 26, 36, 34, 23, 29, 9, 10, 38, 24, 36, 30,
        12, 8, 38, 5, 22, 0, 24, 6, 20, 36, 39, 34, 9, 20, 36, 24, 27, 27, 14, 31, 18, 30, 24, 24,
        10, 38, 38, 16, 19, 31, 16, 26,
      ],
      [
        38, 78, 16, 29, 26, 9, 113, 2, 31, 21, 13, 8, 36, 8, 26, 6, 10, 184, 75, 9, 132, 154, 30, 9,
        29, 39, 157, 33, 29, 31, 20, 151, 17, 18, 30, 27, 139, 7, 24, 152, 11, 161, 98, 11, 184, 31,
        17, 16, 35, 32, 149, 4, 79, 37, 2, 19, 23, 35, 17, 31, 17, 68, 16, 6, 37, 0, 30, 35, 16, 20,
        17, 28, 34, 180, 38, 22, 17, 17, 11, 22, 190, 28, 23, 21, 159, 9, 33, 10, 125, 23, 14, 18,
        5, 26, 74, 142, 37, 33, 26, 19, 72, 35, 17, 1, 12, 45, 37, 28, 39, 11, 14, 129, 2, 30, 122,
        27, 7, 8, 7, 109, 57, 21, 170, 35, 2, 96, 29, 22, 24, 89, 96, 37, 165, 15, 92, 0, 22, 25,
        101, 26, 7, 35, 23, 2, 169, 0, 19, 6, 109, 34, 32, 21, 18, 18, 22, 38, 26, 26, 192, 34, 23,
        29, 9, 94, 38, 24, 36, 30, 39, 8, 74, 5, 22, 8, 24, 6, 20, 36, 39, 93, 47, 20, 36, 183, 27,
        44, 11, 110, 69, 30, 24, 105, 10, 38, 132, 16, 183, 31, 125, 26,
      ],
      0.5148909614473672
    ),
  ]

  @Test("the adjusted Rand index is scikit-learn's to nine places")
  func adjustedRand() {
    for (gold, said, index) in Self.known {
      let agreement = ClusterAgreement(gold: gold.map { "\($0)" }, predicted: said.map { "\($0)" })
      #expect(abs(agreement.adjustedRand - index) < 1e-9)
    }
  }

  @Test("equal partitions agree in everything, and one group for all mixes them")
  func ends() {
    let gold = ["a", "a", "b", "c", "c", "c"]
    let equal = ClusterAgreement(gold: gold, predicted: ["1", "1", "2", "3", "3", "3"])
    #expect(equal.adjustedRand == 1 && equal.bCubedPrecision == 1 && equal.bCubedRecall == 1)
    #expect(equal.falseMerges == 0 && equal.splits == 0)
    let one = ClusterAgreement(gold: gold, predicted: gold.map { _ in "1" })
    #expect(one.pairRecall == 1 && one.falseMerges == 1 && abs(one.adjustedRand) < 1e-12)
    let alone = ClusterAgreement(gold: gold, predicted: (0..<6).map { "\($0)" })
    #expect(alone.splits == 2 && alone.bCubedPrecision == 1)
  }

  @Test("pairs and B-cubed are what they are by hand where groups are mixed and split")
  func byHand() {
    let agreement = ClusterAgreement(
      gold: ["a", "a", "a", "a", "b", "b"], predicted: ["1", "1", "2", "2", "2", "3"])
    // Of the four pairs in groups two belong together, of the seven that do two are in groups.
    #expect(agreement.pairPrecision == 2.0 / 4 && agreement.pairRecall == 2.0 / 7)
    #expect(abs(agreement.pairF1 - 4.0 / 11) < 1e-12)
    // 1, 1, 2/3, 2/3, 1/3 and 1 of their groups belong with the six; 1/2 of what does is with each.
    #expect(abs(agreement.bCubedPrecision - 7.0 / 9) < 1e-12)
    #expect(abs(agreement.bCubedRecall - 1.0 / 2) < 1e-12)
    #expect(abs(agreement.bCubedF1 - 14.0 / 23) < 1e-12)
    #expect(abs(agreement.adjustedRand - 4.0 / 109) < 1e-12)
    #expect(agreement.falseMerges == 1 && agreement.splits == 2)
  }

  @Test("B-cubed precision falls with how much is mixed, as in its authors' example")
  func bagga() {
    let gold = "aaaaabbccccc".map(String.init)
    let (near, far) = ("111112222222".map(String.init), "111112211111".map(String.init))
    let mild = ClusterAgreement(gold: gold, predicted: near)
    #expect(abs(mild.bCubedPrecision - 16.0 / 21) < 1e-12 && mild.bCubedRecall == 1)
    let grave = ClusterAgreement(gold: gold, predicted: far)
    #expect(abs(grave.bCubedPrecision - 7.0 / 12) < 1e-12 && grave.bCubedRecall == 1)
    #expect(mild.pairPrecision == 21.0 / 31 && grave.pairPrecision == 21.0 / 46)
  }

  @Test("where no two belong together, and none are put together, nothing is wrong")
  func alone() {
    let names = ["a", "b", "c"]
    let right = ClusterAgreement(gold: names, predicted: names)
    #expect(right.pairPrecision == 1 && right.pairRecall == 1 && right.pairF1 == 1)
    let wrong = ClusterAgreement(gold: names, predicted: ["1", "1", "2"])
    #expect(wrong.pairPrecision == 0 && wrong.pairRecall == 1 && wrong.pairF1 == 0)
  }
}
