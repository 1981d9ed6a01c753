internal import NearDuplicates
internal import Stories

/// The model of segments in their story, fitted.
struct ContextFit: Sendable {
  let weights: [Double]
  let chain: SegmentChain

  /// What a score counts in the chain.
  private static let scale = 0.6

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
            importance: story.importance
              * SegmentFit.importance(words: story.reading.wordCounts[segment]))
        }
      }
    }
    weights = regression.weights
    self.chain = chain
  }

  /// Counts how labels follow on labels.
  private static func chain(_ stories: [MeasuredStory]) -> SegmentChain {
    var (first, stays, begins, share) = (Share(), Share(), Share(), Share())
    for story in stories {
      var last: Bool?
      for label in story.labels where label != .neutral {
        let isBoilerplate = label == .boilerplate
        share.add(isBoilerplate, story.importance)
        switch last {
        case nil: first.add(isBoilerplate, story.importance)
        case true?: stays.add(isBoilerplate, story.importance)
        case false?: begins.add(isBoilerplate, story.importance)
        }
        last = isBoilerplate
      }
    }
    return SegmentChain(
      first: first.value, stays: stays.value, begins: begins.value, share: share.value,
      scale: scale)
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
