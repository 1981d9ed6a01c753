internal import NearDuplicates
internal import Stories

/// The model of segments in their story, fitted.
struct ContextFit: Sendable {
  let weights: [Double]
  let chain: SegmentChain

  /// What a score counts in the chain.
  private static let scale = 0.5

  init(_ stories: [MeasuredStory], _ scores: [[Float]], _ plan: TrainingPlan) {
    let chain = ContextFit.chain(stories)
    var regression = ProximalRegression(features: ContextFeature.count)
    var generator = SeededOrder(seed: plan.seed &+ 1)
    var order = Array(stories.indices)
    var row = [Float](repeating: 0, count: ContextFeature.count)
    for _ in 0..<plan.passes {
      order.shuffle(using: &generator)
      for index in order {
        let story = stories[index]
        let seen = StoryScores(
          scores[index], wordCounts: story.reading.wordCounts, isForeign: story.reading.isForeign,
          chain: chain)
        for segment in 0..<story.count where story.labels[segment] != .neutral {
          seen.fill(&row, of: segment)
          regression.learn(
            row.enumerated().map { (feature: $0.offset, value: Double($0.element)) },
            isPositive: story.labels[segment] == .boilerplate,
            importance: story.contextImportance
              * SegmentFit.importance(words: story.reading.wordCounts[segment]))
        }
      }
    }
    weights = regression.weights
    self.chain = chain
  }

  /// Counts how labels follow on labels.
  private static func chain(_ stories: [MeasuredStory]) -> SegmentChain {
    var (startsInHead, headStays, insideStays) = (Share(), Share(), Share())
    var (insideBegins, tailBegins, share) = (Share(), Share(), Share())
    for story in stories {
      let labels = story.labels.filter { $0 != .neutral }.map { $0 == .boilerplate }
      let weight = story.contextImportance
      for isBoilerplate in labels { share.add(isBoilerplate, weight) }
      guard let first = labels.firstIndex(of: false), let last = labels.lastIndex(of: false) else {
        continue
      }
      startsInHead.add(first > 0, weight)
      for index in 1..<max(1, first + 1) { headStays.add(index < first, weight) }
      for index in first..<last where labels[index] {
        insideStays.add(labels[index + 1], weight)
      }
      for index in first...last where !labels[index] {
        insideBegins.add(index < last && labels[index + 1], weight)
        tailBegins.add(index == last && last < labels.count - 1, weight)
      }
    }
    return SegmentChain(
      startsInHead: startsInHead.value, headStays: headStays.value,
      insideBegins: insideBegins.value, tailBegins: tailBegins.value,
      insideStays: insideStays.value, share: share.value, scale: scale)
  }

  /// A share that is never 0 or 1 (P.-S. Laplace's rule of succession).
  private struct Share {
    private var yes = 1.0
    private var all = 2.0
    var value: Double { yes / all }

    mutating func add(_ isTrue: Bool, _ importance: Double) {
      all += importance
      if isTrue { yes += importance }
    }
  }
}
