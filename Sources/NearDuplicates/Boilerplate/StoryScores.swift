#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Scores of a story's segments by themselves, and what each sees around it.
package struct StoryScores {
  /// Log odds of each segment by itself.
  package let scores: [Float]
  private let wordCounts: [Int]
  private let isForeign: Bool
  private let wordsBefore: [Float]
  private let sumsBefore: [Float]
  private let newsBefore: [Float]

  /// A score that a neighbour or mean counts at most, either way.
  private static var bound: Float { 6 }
  /// Below this score a segment is likely news.
  private static var newsScore: Float { -1 }

  package init(_ scores: [Float], wordCounts: [Int], isForeign: Bool) {
    (self.scores, self.wordCounts, self.isForeign) = (scores, wordCounts, isForeign)
    var (words, sum, news): (Float, Float, Float) = (0, 0, 0)
    var (wordsBefore, sumsBefore, newsBefore): ([Float], [Float], [Float]) = ([0], [0], [0])
    for (score, count) in zip(scores, wordCounts) {
      let weight = Float(count).squareRoot()
      words += weight
      sum += weight * StoryScores.bounded(score)
      if score < StoryScores.newsScore { news += Float(count) }
      wordsBefore.append(words)
      sumsBefore.append(sum)
      newsBefore.append(news)
    }
    (self.wordsBefore, self.sumsBefore, self.newsBefore) = (wordsBefore, sumsBefore, newsBefore)
  }

  static func bounded(_ score: Float) -> Float { max(-bound, min(bound, score)) }

  /// What a segment sees, in the order of `ContextFeature`.
  package func fill(_ row: inout [Float], of index: Int) {
    let last = scores.count - 1
    func set(_ feature: ContextFeature, _ value: Float) { row[feature.rawValue] = value }
    func neighbour(_ at: Int) -> Float {
      scores.indices.contains(at) ? StoryScores.bounded(scores[at]) : 0
    }
    set(.constant, 1)
    set(.own, max(-12, min(12, scores[index])))
    set(.ownIfShort, wordCounts[index] < 8 ? StoryScores.bounded(scores[index]) : 0)
    set(.previous, neighbour(index - 1))
    set(.next, neighbour(index + 1))
    set(.secondPrevious, neighbour(index - 2))
    set(.secondNext, neighbour(index + 2))
    set(.before, mean(0, index))
    set(.after, mean(index + 1, scores.count))
    let (before, after) = (news(0, index), news(index + 1, scores.count))
    set(.newsBefore, logf(1 + before))
    set(.newsAfter, logf(1 + after))
    set(.leads, before == 0 ? 1 : 0)
    set(.trails, after == 0 ? 1 : 0)
    set(.isFirst, index == 0 ? 1 : 0)
    set(.isSecond, index == 1 ? 1 : 0)
    set(.isLast, index == last ? 1 : 0)
    set(.isSecondLast, index == last - 1 ? 1 : 0)
    set(.segments, logf(Float(scores.count)))
    set(.foreign, isForeign ? 1 : 0)
  }

  private func mean(_ start: Int, _ end: Int) -> Float {
    let weight = wordsBefore[end] - wordsBefore[start]
    return weight > 0 ? (sumsBefore[end] - sumsBefore[start]) / weight : 0
  }

  private func news(_ start: Int, _ end: Int) -> Float { newsBefore[end] - newsBefore[start] }
}
