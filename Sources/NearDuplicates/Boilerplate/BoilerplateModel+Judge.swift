public import Stories

extension BoilerplateModel {
  /// What the model thinks of each of a story's segments.
  ///
  /// - Parameters:
  ///   - segments: all of the story's, in order, as `Segmenter.units` gives them.
  ///   - tokens: the text's tokens.
  ///   - bytes: the text's UTF-8.
  ///   - known: what a lexicon made with this model knows of the tokens; nil to look them up anew.
  ///   - sentences: the sentences of a segment, as `Segmenter.sentences` gives them.
  /// - Returns: the segments, a line parted of which only an end or a beginning reads like boilerplate, and a verdict
  ///   for each. Parts have no keys.
  ///
  /// Complexity: O(n) in the length of the text; two look-ups in a table a word.
  public func judge(
    _ segments: [Segment], tokens: Tokens, of bytes: UnsafeBufferPointer<UInt8>,
    known: LexiconReading? = nil, sentences: (Segment) -> [Segment]
  ) -> (segments: [Segment], verdicts: [BoilerplateVerdict]) {
    let judged = judged(segments, tokens, bytes, known, sentences)
    return (judged.segments, judged.verdicts)
  }

  /// Segments after lines were parted, their measurements, and what the model thinks of each.
  func judged(
    _ segments: [Segment], _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>,
    _ known: LexiconReading?, _ sentences: (Segment) -> [Segment]
  ) -> JudgedSegments {
    StoryWords.with(tokens, bytes, table, known) { words in
      let judged = judged(segments, words)
      let parted = LineParting(words, textWeights, isForeign: judged.reading.isForeign)
        .parted(judged, sentences)
      return parted.map { self.judged($0, words) } ?? judged
    }
  }

  private func judged(_ segments: [Segment], _ words: StoryWords) -> JudgedSegments {
    let reading = SegmentReading(segments, words)
    return JudgedSegments(segments: segments, reading: reading, verdicts: verdicts(reading))
  }

  /// The same of segments that are judged as they are.
  public func verdicts(
    on segments: [Segment], tokens: Tokens, of bytes: UnsafeBufferPointer<UInt8>,
    known: LexiconReading? = nil
  ) -> [BoilerplateVerdict] {
    verdicts(SegmentReading(segments, tokens, bytes, table, known: known))
  }

  func verdicts(_ reading: SegmentReading) -> [BoilerplateVerdict] {
    let story = scores(reading)
    precondition(contextWeights.count == ContextFeature.count)
    var verdicts = contextWeights.withUnsafeBufferPointer { weights in
      story.scores.indices.map { index in
        let probability = Logistic.probability(Double(story.sum(of: index, by: weights)))
        return BoilerplateVerdict(
          probability: probability, isMarked: isSure(probability, reading, index))
      }
    }
    AnnouncedBlock(reading).mark(&verdicts)
    if !reading.isForeign { growTail(&verdicts) }
    // A quoted post may call upon its readers; it is what the news is about all the same. One that leads to
    // other stories is an outlet's own.
    for index in verdicts.indices
    where reading.isPost[index] && reading.value(.relatedCue, of: index) == 0 {
      verdicts[index].isMarked = false
    }
    BoilerplateModel.keepWhole(&verdicts, reading)
    return verdicts
  }

  /// Words from which a segment that makes up four in five of a text is no furniture: a text in small letters, or with
  /// spaces that part no sentences, can't be cut, and is judged as one by an address or two in it.
  private static let wholeFrom = 120

  private static func keepWhole(_ verdicts: inout [BoilerplateVerdict], _ reading: SegmentReading) {
    guard
      let longest = reading.wordCounts.indices.max(by: {
        reading.wordCounts[$0] < reading.wordCounts[$1]
      })
    else { return }
    let (most, all) = (reading.wordCounts[longest], reading.wordCounts.reduce(0, +))
    if most >= wholeFrom, most * 5 >= all * 4 { verdicts[longest].isMarked = false }
  }

  /// Scores of the segments by themselves.
  func scores(_ reading: SegmentReading) -> StoryScores {
    var scores = reading.scores(by: textWeights)
    for index in reading.rowsOfTables {
      scores[index] = min(scores[index], BoilerplateModel.rowScore)
    }
    return StoryScores(
      scores, wordCounts: reading.wordCounts, isForeign: reading.isForeign, chain: chain)
  }

  /// What a row of a table scores at most: as much as a plain sentence of news.
  private static let rowScore: Float = -2

  private func isSure(_ probability: Double, _ reading: SegmentReading, _ index: Int) -> Bool {
    guard reading.isForeign else { return probability >= threshold }
    return ForeignProof(reading, index).isEnough(probability, foreignThreshold)
  }

  /// Marks what is not unlikely to be boilerplate in a block that runs to the end of the story and of which
  /// a part is marked: the first line of a policy proves the rest of it, which might be news by itself (the
  /// hysteresis of J. Canny's edges, 1986). A single segment in the block may be less likely still. A block
  /// that would leave nothing of the story is not believed: it is as likely a short notice.
  private func growTail(_ verdicts: inout [BoilerplateVerdict]) {
    var start = verdicts.count
    while start > 0 {
      let isLikely = verdicts[start - 1].probability >= growThreshold
      let isBridge =
        start > 1 && start < verdicts.count
        && verdicts[start - 1].probability >= bridgeThreshold
        && verdicts[start - 2].probability >= growThreshold
      guard verdicts[start - 1].isMarked || isLikely || isBridge else { break }
      start -= 1
    }
    guard start > 0, verdicts[start...].contains(where: \.isMarked) else { return }
    for index in start..<verdicts.count { verdicts[index].isMarked = true }
  }
}

/// Segments of a text, measured and judged.
struct JudgedSegments {
  let segments: [Segment]
  let reading: SegmentReading
  let verdicts: [BoilerplateVerdict]
}

/// What must speak for boilerplate besides the probability where the model does not know the language.
private struct ForeignProof {
  private let isShort: Bool
  private let hasSign: Bool

  /// Cues over the root of the words from which a sentence is made of cues: one that nearly proves its kind in four
  /// words, two in sixteen.
  private static let ofCues: Float = 1

  init(_ reading: SegmentReading, _ index: Int) {
    let hasAddress = reading.value(.address, of: index) > 0
    // "More information", "share" and "comments" are everyday words: what is a sentence must be made of such.
    let isProse =
      reading.value(.endsSentence, of: index) > 0
      && reading.value(.cueDensity, of: index) < ForeignProof.ofCues
    isShort =
      reading.value(.shortStrongCue, of: index) > 0 && !isProse
      || hasAddress && reading.value(.upToSevenWords, of: index) > 0
    hasSign =
      hasAddress || reading.value(.strongCue, of: index) > 0 && !isProse
      || reading.value(.rightsSign, of: index) > 0
  }

  /// A short line with a cue or address needs the threshold; a longer one half of the doubt left above it.
  func isEnough(_ probability: Double, _ threshold: Double) -> Bool {
    if isShort { return probability >= threshold }
    return hasSign && probability >= (1 + threshold) / 2
  }
}
