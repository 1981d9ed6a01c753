import TestSupport
import Testing

@testable import NearDuplicates

@Suite("Features of boilerplate")
struct FeatureTests {
  /// Rows are written to without a look at their length, and the numbers are told by the cases that stand last.
  @Test("are as many as there is room for in a row")
  func counts() {
    #expect(TextFeature.count == TextFeature.allCases.count)
    #expect(ContextFeature.count == ContextFeature.allCases.count)
    #expect(CueKinds.count == CueKinds.all.count)
  }

  @Test("of a segment's context have the sum to the last bit that a row of them has")
  func sums() {
    var random = SeededGenerator(seed: 51)
    let chain = SegmentChain(
      startsInHead: 0.3, headStays: 0.5, insideBegins: 0.05, tailBegins: 0.1, insideStays: 0.4,
      share: 0.3, scale: 0.5)
    func numbers(_ count: Int, _ range: ClosedRange<Float>) -> [Float] {
      (0..<count).map { _ in Float.random(in: range, using: &random) }
    }
    for count in 0...80 {
      let scores = numbers(count, -12...12)
      let words = scores.map { _ in Int.random(in: 0...20, using: &random) }
      let weights = numbers(ContextFeature.count, -3...3)
      let story = StoryScores(
        scores, wordCounts: words, isForeign: Bool.random(using: &random), chain: chain)
      for index in scores.indices {
        var row = [Float](repeating: 0, count: ContextFeature.count)
        story.fill(&row, of: index)
        let wanted = zip(row, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        let found = weights.withUnsafeBufferPointer { story.sum(of: index, by: $0) }
        #expect(found.bitPattern == wanted.bitPattern)
      }
    }
  }
}
