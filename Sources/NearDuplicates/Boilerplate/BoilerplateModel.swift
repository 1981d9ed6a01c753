internal import Stories

/// Judges first-seen text: how likely each segment of a story is boilerplate, of what kind, and why.
///
/// Two logistic regressions, one on top of the other. The first sees a segment by itself: its words and
/// runs of two words by key, and some forty measurements (`TextFeature`). The second sees that score, the
/// scores around it, and where the segment stands (`ContextFeature`); so a sentence that could be news is
/// boilerplate amid a comment policy. Text classification by shallow features after C. Kohlschütter,
/// P. Fankhauser, W. Nejdl, "Boilerplate detection using shallow text features", WSDM 2010.
///
/// In languages on which it was not trained it marks only what has a cue or an address besides.
///
/// A value without state; safe to use from anywhere.
public struct BoilerplateModel: Sendable {
  let table: WordTable
  let textWeights: [Float]
  let contextWeights: [Float]
  let chain: SegmentChain
  /// From what probability on a segment is marked.
  let threshold: Double
  let foreignThreshold: Double
  let growThreshold: Double
  let bridgeThreshold: Double

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - parameters: what it knows.
  ///   - tokeniser: the version of the tokeniser whose keys it will see.
  /// - Throws: `BoilerplateModelError` for anything that it does not understand.
  public init(
    _ parameters: BoilerplateParameters, tokeniser: Int
  ) throws(BoilerplateModelError) {
    try parameters.check(tokeniser: tokeniser)
    var table = WordTable(capacity: parameters.words.count + parameters.known.count)
    for (key, weight) in zip(parameters.words, parameters.wordWeights) {
      table.update(key) { $0.weight = Float(weight) / 1000 }
    }
    for (key, flags) in zip(parameters.known, parameters.knownFlags) {
      table.update(key) { $0.flags = WordFlags(rawValue: flags) }
    }
    self.table = table
    textWeights = TextFeature.allCases.map { Float(parameters.textWeights[$0.name] ?? 0) }
    contextWeights = ContextFeature.allCases.map { Float(parameters.contextWeights[$0.name] ?? 0) }
    chain = parameters.chain
    threshold = parameters.threshold
    foreignThreshold = parameters.foreignThreshold
    growThreshold = parameters.growThreshold
    bridgeThreshold = parameters.bridgeThreshold
  }
}

/// What a model thinks of a segment.
public struct BoilerplateVerdict: Hashable, Sendable {
  /// How likely it is boilerplate, from 0 to 1, by the model alone.
  public let probability: Double
  /// Whether it is to be marked, given the thresholds, the language and its neighbours.
  public internal(set) var isMarked: Bool
}
