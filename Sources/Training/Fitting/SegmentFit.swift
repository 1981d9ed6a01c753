internal import NearDuplicates
internal import Stories

/// The model of segments by themselves, fitted.
struct SegmentFit: Sendable {
  let vocabulary: Vocabulary
  let textWeights: [Double]
  let wordWeights: [Double]

  /// Fits first the measurements alone, then both: what a measurement explains is not left to the words
  /// of a few hosts.
  init(_ stories: [MeasuredStory], _ plan: TrainingPlan) {
    let vocabulary = Vocabulary(stories, leastHosts: plan.leastHosts)
    var dense = ProximalRegression(features: TextFeature.count)
    var words = ProximalRegression(
      features: vocabulary.keys.count, penalties: plan.wordPenalties)
    var order = stories.indices.flatMap { story in
      stories[story].labels.indices.map { (story, $0) }
    }
    var generator = SeededOrder(seed: plan.seed)
    for pass in 0..<plan.passes {
      order.shuffle(using: &generator)
      for (story, segment) in order {
        let example = SegmentExample(stories[story], segment)
        guard example.label != .neutral else { continue }
        example.learn(vocabulary, withWords: pass > 0, &dense, &words)
      }
    }
    self.vocabulary = vocabulary
    (textWeights, wordWeights) = (dense.weights, words.weights)
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

/// One segment as both regressions take it.
private struct SegmentExample {
  let story: MeasuredStory
  let segment: Int

  init(_ story: MeasuredStory, _ segment: Int) { (self.story, self.segment) = (story, segment) }

  var label: LabelledPart.Label { story.labels[segment] }

  func learn(
    _ vocabulary: Vocabulary, withWords: Bool, _ dense: inout ProximalRegression,
    _ words: inout ProximalRegression
  ) {
    let row = story.reading.row(segment).enumerated().filter { $0.element != 0 }
      .map { (feature: $0.offset, value: Double($0.element)) }
    let isBoilerplate = label == .boilerplate
    let importance =
      story.importance * SegmentFit.importance(words: story.reading.wordCounts[segment])
    guard withWords else {
      return dense.learn(row, isPositive: isBoilerplate, importance: importance)
    }
    let scale = Double(PhraseKey.scale(words: story.reading.wordCounts[segment]))
    let keys = story.keys(of: segment).compactMap { vocabulary.place(of: $0) }
      .map { (feature: $0, value: scale) }
    let scores = (dense: dense.score(row), words: words.score(keys))
    dense.learn(row, offset: scores.words, isPositive: isBoilerplate, importance: importance)
    words.learn(keys, offset: scores.dense, isPositive: isBoilerplate, importance: importance)
  }
}
