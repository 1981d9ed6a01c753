/// Scores of a story's segments by themselves, and what each sees around it.
package struct StoryScores {
  /// Log odds of each segment by itself.
  let scores: [Float]
  private let wordCounts: [Int]
  private let isForeign: Bool
  private let around: [Float]
  /// The first and the last segment that are likely news.
  private let firstNews: Int
  private let lastNews: Int

  /// A score counts at most so much, either way.
  private static var bound: Float { 8 }
  /// What the others say counts at most so much, so that none is marked against its own firm word.
  private static var aroundBound: Float { 3 }
  /// Below this score a segment of some length is likely news.
  private static var newsScore: Float { -1 }
  private static var newsWords: Int { 8 }
  /// A text of more segments, most of them short, is a web page rather than a story. The chain knows stories,
  /// which have a little boilerplate; amid a page's menus it would give up the article too.
  private static var pageSegments: Int { 60 }

  package init(_ scores: [Float], wordCounts: [Int], isForeign: Bool, chain: SegmentChain) {
    (self.scores, self.wordCounts, self.isForeign) = (scores, wordCounts, isForeign)
    let short = wordCounts.count { $0 < StoryScores.newsWords }
    let isPage = scores.count > StoryScores.pageSegments && short * 2 > scores.count
    around = isPage ? [Float](repeating: 0, count: scores.count) : chain.around(scores)
    let isNews: (Int) -> Bool = {
      scores[$0] < StoryScores.newsScore && wordCounts[$0] >= StoryScores.newsWords
    }
    firstNews = scores.indices.first(where: isNews) ?? scores.count
    lastNews = scores.indices.last(where: isNews) ?? -1
  }

  /// What a segment sees, in the order of `ContextFeature`.
  package func fill(_ row: inout [Float], of index: Int) {
    forEachFeature(of: index) { row[$0.rawValue] = $1 }
  }

  /// What a segment sees, weighed and summed up in the order of `ContextFeature`.
  func sum(of index: Int, by weights: UnsafeBufferPointer<Float>) -> Float {
    var sum: Float = 0
    forEachFeature(of: index) { sum += $1 * weights[$0.rawValue] }
    return sum
  }

  /// Calls `set` with what a segment sees, in the order of `ContextFeature`.
  @inline(__always)
  private func forEachFeature(of index: Int, _ set: (ContextFeature, Float) -> Void) {
    func bounded(_ at: Int) -> Float {
      scores.indices.contains(at) ? max(-StoryScores.bound, min(StoryScores.bound, scores[at])) : 0
    }
    set(.constant, 1)
    set(.own, bounded(index))
    set(.ownIfShort, wordCounts[index] < StoryScores.newsWords ? bounded(index) : 0)
    set(.around, max(-StoryScores.aroundBound, min(StoryScores.aroundBound, around[index])))
    set(.previous, bounded(index - 1))
    set(.next, bounded(index + 1))
    set(.leads, index < firstNews ? 1 : 0)
    set(.trails, index > lastNews ? 1 : 0)
    set(.isFirst, index == 0 ? 1 : 0)
    set(.isSecond, index == 1 ? 1 : 0)
    set(.isLast, index == scores.count - 1 ? 1 : 0)
    set(.foreign, isForeign ? 1 : 0)
  }
}
