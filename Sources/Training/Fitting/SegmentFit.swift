internal import NearDuplicates
internal import Stories

/// The model of segments by themselves, fitted.
struct SegmentFit: Sendable {
  let vocabulary: Vocabulary
  let textWeights: [Double]
  let wordWeights: [Double]

  init(_ stories: [MeasuredStory], _ plan: TrainingPlan) {
    let vocabulary = Vocabulary(stories, leastHosts: plan.leastHosts)
    var penalties = ProximalRegression.Penalties()
    var dense = ProximalRegression(features: TextFeature.count, penalties: penalties)
    penalties.first = plan.wordPenalty
    var words = ProximalRegression(features: vocabulary.keys.count, penalties: penalties)
    var order = stories.indices.flatMap { story in
      stories[story].labels.indices.map { (story, $0) }
    }
    var generator = SeededOrder(seed: plan.seed)
    for _ in 0..<plan.passes {
      order.shuffle(using: &generator)
      for (story, segment) in order {
        SegmentFit.learn(stories[story], segment, vocabulary, &dense, &words)
      }
    }
    self.vocabulary = vocabulary
    (textWeights, wordWeights) = (dense.weights, words.weights)
  }

  private static func learn(
    _ story: MeasuredStory, _ segment: Int, _ vocabulary: Vocabulary,
    _ dense: inout ProximalRegression, _ words: inout ProximalRegression
  ) {
    let label = story.labels[segment]
    guard label != .neutral else { return }
    let row = story.reading.row(segment).enumerated().filter { $0.element != 0 }
      .map { (feature: $0.offset, value: Double($0.element)) }
    let scale = Double(PhraseKey.scale(words: story.reading.wordCounts[segment]))
    let keys = story.keys(of: segment).compactMap { vocabulary.place(of: $0) }
      .map { (feature: $0, value: scale) }
    let offset = (dense.score(row), words.score(keys))
    let importance = SegmentFit.importance(words: story.reading.wordCounts[segment])
    let isBoilerplate = label == .boilerplate
    dense.learn(row, offset: offset.1, isPositive: isBoilerplate, importance: importance)
    words.learn(keys, offset: offset.0, isPositive: isBoilerplate, importance: importance)
  }

  /// What counts is characters; but a long paragraph is not so much harder than a short one.
  static func importance(words: Int) -> Double { min(3, max(0.5, Double(words).squareRoot() / 3)) }

  /// Scores of a story's segments by themselves.
  func scores(of story: MeasuredStory) -> [Float] {
    (0..<story.count).map { index in
      let dense = zip(story.reading.row(index), textWeights).reduce(0) { $0 + Double($1.0) * $1.1 }
      let words = story.keys(of: index).reduce(0.0) { sum, key in
        sum + (vocabulary.place(of: key).map { wordWeights[$0] } ?? 0)
      }
      let scale = Double(PhraseKey.scale(words: story.reading.wordCounts[index]))
      return Float(dense + words * scale)
    }
  }
}

/// The model of segments in their story, fitted.
struct ContextFit: Sendable {
  let weights: [Double]

  init(_ stories: [MeasuredStory], _ scores: [[Float]], _ plan: TrainingPlan) {
    var regression = ProximalRegression(features: ContextFeature.count)
    var generator = SeededOrder(seed: plan.seed &+ 1)
    var order = Array(stories.indices)
    var row = [Float](repeating: 0, count: ContextFeature.count)
    for _ in 0..<plan.passes {
      order.shuffle(using: &generator)
      for index in order {
        let story = stories[index]
        let seen = StoryScores(
          scores[index], wordCounts: story.reading.wordCounts, isForeign: story.reading.isForeign)
        for segment in 0..<story.count where story.labels[segment] != .neutral {
          seen.fill(&row, of: segment)
          regression.learn(
            row.enumerated().map { (feature: $0.offset, value: Double($0.element)) },
            isPositive: story.labels[segment] == .boilerplate,
            importance: SegmentFit.importance(words: story.reading.wordCounts[segment]))
        }
      }
    }
    weights = regression.weights
  }
}
