internal import Stories

/// What speaks for a segment's being boilerplate, the strongest first.
struct Explanation {
  private var reasons: [(reason: String, weight: Float)] = []

  /// At most three reasons, as a person reads them.
  var sentence: String {
    let best = reasons.sorted { ($0.weight, $1.reason) > ($1.weight, $0.reason) }.prefix(3)
    return best.isEmpty ? "the sum of many small signs" : best.map(\.reason).joined(separator: "; ")
  }

  init(
    _ model: BoilerplateModel, _ index: Int, _ segment: Segment, _ tokens: Tokens,
    _ bytes: UnsafeBufferPointer<UInt8>, _ reading: SegmentReading, _ story: StoryScores
  ) {
    let own = model.contextWeights[ContextFeature.own.rawValue]
    addWords(model, own, segment, tokens, bytes)
    for feature in TextFeature.allCases {
      let weight = reading.value(feature, of: index) * model.textWeights[feature.rawValue] * own
      if let reason = feature.reason { add(reason, weight) }
    }
    var row = [Float](repeating: 0, count: ContextFeature.count)
    story.fill(&row, of: index)
    for feature in ContextFeature.allCases {
      guard let reason = feature.reason else { continue }
      add(reason, row[feature.rawValue] * model.contextWeights[feature.rawValue])
    }
  }

  /// The words that weigh most, quoted from the story itself.
  private mutating func addWords(
    _ model: BoilerplateModel, _ own: Float, _ segment: Segment, _ tokens: Tokens,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let scale = PhraseKey.scale(words: segment.tokens.count) * own
    var best: (range: Range<Int>, weight: Float)?
    for position in segment.tokens {
      let key = PhraseKey.word(tokens, position, bytes)
      offer(position..<position + 1, model.table[key].weight * scale, &best)
      guard position > segment.tokens.lowerBound else { continue }
      let previous = PhraseKey.word(tokens, position - 1, bytes)
      let both = model.table[PhraseKey.extend(previous, by: key)].weight
      offer(position - 1..<position + 1, both * scale, &best)
    }
    guard let best else { return }
    let words = String(decoding: bytes[tokens.byteRange(of: best.range)], as: UTF8.self)
    add("says '\(words.prefix(40))'", best.weight)
  }

  private func offer(
    _ range: Range<Int>, _ weight: Float, _ best: inout (range: Range<Int>, weight: Float)?
  ) {
    if weight > (best?.weight ?? 0) { best = (range, weight) }
  }

  private mutating func add(_ reason: String, _ weight: Float) {
    guard weight > 0.1 else { return }
    if let known = reasons.firstIndex(where: { $0.reason == reason }) {
      reasons[known].weight += weight
    } else {
      reasons.append((reason, weight))
    }
  }
}
