public import NearDuplicates
internal import Stories
internal import Text

/// How a boilerplate model is trained.
public struct TrainingPlan: Sendable {
  /// Decides splits and orders.
  public var seed: UInt64 = 1
  /// Parts into which hosts are split; each is judged by a model that has not seen its hosts.
  var parts = 4
  /// Passes over the segments.
  var passes = 4
  /// Hosts that must use a word or run for it to be weighed.
  var leastHosts = 4
  /// What tempers the words' weights.
  var wordPenalties: ProximalRegression.Penalties = {
    var penalties = ProximalRegression.Penalties()
    (penalties.rate, penalties.first, penalties.second) = (0.1, 2.5, 5)
    return penalties
  }()
  /// From which probability on segments are marked.
  var threshold = 0.85
  /// The same in languages not trained on.
  var foreignThreshold = 0.6
  /// The same beside one that is marked.
  var growThreshold = 0.6
  /// The same between two that are marked.
  var bridgeThreshold = 0.1

  /// The standard plan.
  public init() {}
}

/// Trains a boilerplate model.
///
/// The model for segments by themselves is fitted once for each part of the hosts without that part, so
/// that the model for segments in their story is fitted to scores of segments that the first had not seen
/// (D. Wolpert, "Stacked generalization", 1992). Then the first is fitted once more to everything.
public struct BoilerplateTrainer {
  let plan: TrainingPlan
  let known: KnownWords
  let measurer: Measurer

  /// Makes a trainer.
  init(_ plan: TrainingPlan, tokeniser: Tokeniser) {
    self.plan = plan
    known = KnownWords(tokeniser)
    measurer = Measurer(tokeniser, known)
  }

  /// What training yields.
  public struct Result: Sendable {
    /// The model, fitted to all stories.
    public let parameters: BoilerplateParameters
    /// For each part of the hosts, a model fitted without it.
    public let withoutPart: [BoilerplateParameters]
  }

  /// Fits models to stories.
  func train(_ stories: [StoryOrigin: [LabelledStory]]) -> Result {
    // Without a wire, what is left of pages is likest to a story.
    let teaching = stories[.wire, default: []].isEmpty ? StoryOrigin.crop : .wire
    let measured = StoryOrigin.allCases.flatMap { origin in
      stories[origin, default: []].map { measurer.measure($0, origin, teaching: teaching) }
    }
    let parts = measured.map { HostSplit.part(of: $0.host, of: plan.parts, seed: plan.seed) }
    let (_, firstScores) = fits(measured, parts)
    let kept = zip(measured, firstScores).map { $0.withoutContradicted(by: $1) }
    let (withoutPart, scores) = fits(kept, parts)
    let context = ContextFit(kept, scores, plan)
    let withoutContext = (0..<plan.parts).map { part in
      let others = parts.indices.filter { parts[$0] != part }
      return ContextFit(others.map { kept[$0] }, others.map { scores[$0] }, plan)
    }
    return Result(
      parameters: parameters(SegmentFit(kept, plan), context),
      withoutPart: zip(withoutPart, withoutContext).map(parameters))
  }

  /// A fit without each part, and each story's scores by the fit that had not seen it.
  private func fits(
    _ stories: [MeasuredStory], _ parts: [Int]
  ) -> (withoutPart: [SegmentFit], scores: [[Float]]) {
    let withoutPart = (0..<plan.parts).map { part in
      SegmentFit(zip(stories, parts).filter { $0.1 != part }.map(\.0), plan)
    }
    return (withoutPart, zip(stories, parts).map { withoutPart[$1].scores(of: $0) })
  }

  private func parameters(_ fit: SegmentFit, _ context: ContextFit) -> BoilerplateParameters {
    var parameters = BoilerplateParameters(tokeniser: Tokeniser.version, languages: ["en"])
    parameters.threshold = plan.threshold
    parameters.foreignThreshold = plan.foreignThreshold
    parameters.growThreshold = plan.growThreshold
    parameters.bridgeThreshold = plan.bridgeThreshold
    for feature in TextFeature.allCases {
      parameters.textWeights[feature.name] = Rounded.weight(fit.textWeights[feature.rawValue])
    }
    for feature in ContextFeature.allCases {
      parameters.contextWeights[feature.name] = Rounded.weight(context.weights[feature.rawValue])
    }
    parameters.chain = context.chain
    for (key, weight) in zip(fit.vocabulary.keys, fit.wordWeights) {
      let thousandths = Int((weight * 1000).rounded())
      guard thousandths != 0 else { continue }
      parameters.words.append(key)
      parameters.wordWeights.append(thousandths)
    }
    for (key, flags) in known.flags.sorted(by: { $0.key < $1.key }) {
      parameters.known.append(key)
      parameters.knownFlags.append(flags.rawValue)
    }
    return parameters
  }
}

/// Numbers as the model's file holds them: more digits would mean nothing.
enum Rounded {
  static func weight(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
