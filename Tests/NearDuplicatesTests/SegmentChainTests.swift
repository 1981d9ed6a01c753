import NearDuplicates
import TestSupport
import Testing

@Suite struct SegmentChainTests {
  private let chain = SegmentChain(
    startsInHead: 0.3, headStays: 0.5, insideBegins: 0.05, tailBegins: 0.1, insideStays: 0.4,
    share: 0.3, scale: 0.5)

  /// Log odds by adding up every path of head (0), news (1), inside (2) and tail (3), one by one.
  private func byEveryPath(_ scores: [Float], _ asked: Int) -> Double {
    var (boilerplate, news) = (0.0, 0.0)
    let paths = (0..<scores.count).reduce(1) { count, _ in count * 4 }
    for number in 0..<paths {
      var (rest, weight, last, state) = (number, 1.0, -1, 0)
      var askedState = 0
      for index in scores.indices {
        (state, rest) = (rest % 4, rest / 4)
        weight *= last < 0 ? [0.3, 0.7, 0, 0][state] : step(last, state)
        if index != asked, state != 1 { weight *= exponential(scores[index]) }
        if index == asked { askedState = state }
        last = state
      }
      if askedState == 1 { news += weight } else { boilerplate += weight }
    }
    return boilerplate / news
  }

  private func step(_ from: Int, _ to: Int) -> Double {
    [[0.5, 0.5, 0, 0], [0, 0.85, 0.05, 0.1], [0, 0.6, 0.4, 0], [0, 0, 0, 1]][from][to]
  }

  /// exp(scale × (score − log odds of the share)), by its series.
  private func exponential(_ score: Float) -> Double {
    let exponent = 0.5 * (Double(score) + 0.847_297_860_387_203_6)
    var (sum, term) = (1.0, 1.0)
    for order in 1..<60 {
      term *= exponent / Double(order)
      sum += term
    }
    return sum
  }

  @Test("what the others say of a segment agrees with adding up every path")
  func oracle() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      let scores = (0..<6).map { _ in Float.random(in: -5...5, using: &generator) }
      let around = chain.around(scores)
      for index in scores.indices {
        let odds = byEveryPath(scores, index)
        let said = exponentialOfLogOdds(Double(around[index]))
        #expect(abs(said - odds) < 1e-3 * (1 + odds))
      }
    }
  }

  private func exponentialOfLogOdds(_ value: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    let part = value / 16
    for order in 1..<40 {
      term *= part / Double(order)
      sum += term
    }
    return (0..<4).reduce(sum) { power, _ in power * power }
  }

  @Test("an empty story says nothing")
  func empty() { #expect(chain.around([]).isEmpty) }
}
