import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct AverageLinkTests {
  /// The textbook method: always join the two clusters of the highest mean.
  private func greedy(_ strengths: [[Double]], _ threshold: Double) -> [[Int]] {
    var clusters = strengths.indices.map { [$0] }
    while true {
      var best: (mean: Double, first: Int, second: Int)?
      for first in clusters.indices {
        for second in clusters.indices.dropFirst(first + 1) {
          let total = clusters[first].reduce(0) { sum, one in
            sum + clusters[second].reduce(0) { $0 + strengths[one][$1] }
          }
          let mean = total / Double(clusters[first].count * clusters[second].count)
          if best.map({ mean > $0.mean }) ?? true { best = (mean, first, second) }
        }
      }
      guard let best, best.mean >= threshold else {
        return clusters.map { $0.sorted() }.sorted { $0[0] < $1[0] }
      }
      clusters[best.first] += clusters.remove(at: best.second)
    }
  }

  @Test("gives the clusters of the textbook method on random strengths")
  func agreesWithGreedy() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let count = Int.random(in: 0...14, using: &random)
      var strengths = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
      for row in 0..<count {
        for column in 0..<row {
          let isTied = Double.random(in: 0..<1, using: &random) < 0.5
          let strength = isTied ? Double.random(in: 0..<1, using: &random) : 0
          (strengths[row][column], strengths[column][row]) = (strength, strength)
        }
      }
      let clusters = AverageLink.clusters(count: count, threshold: 0.4) { strengths[$0][$1] }
      #expect(clusters == greedy(strengths, 0.4))
    }
  }

  @Test("one weak bridge does not join two firm groups")
  func bridge() {
    let clusters = AverageLink.clusters(count: 6, threshold: 0.5) { first, second in
      first / 3 == second / 3
        ? 1 : ((first, second) == (2, 3) || (first, second) == (3, 2) ? 0.9 : 0)
    }
    #expect(clusters == [[0, 1, 2], [3, 4, 5]])
  }
}
