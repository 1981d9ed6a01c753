public import Stories

extension BoilerplateModel {
  /// The boilerplate of a text, as far as it can be told at first sight.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - tokens: its tokens.
  ///   - segments: its segments in order, as `Segmenter.units` gives them.
  ///   - sentences: the sentences of a segment of some UTF-8, as `Segmenter.sentences` gives them.
  /// - Returns: a mark for each segment, or end or beginning of one, that is boilerplate, in order. They do not
  ///   overlap.
  ///
  /// Complexity: O(n) in the length of the text.
  public func marks(
    of text: String, tokens: Tokens, segments: [Segment],
    sentences: (Segment, UnsafeBufferPointer<UInt8>) -> [Segment]
  ) -> [BoilerplateMark] {
    var text = text
    return text.withUTF8 { bytes in
      marks(judged(segments, tokens, bytes, nil) { sentences($0, bytes) }, tokens, bytes)
    }
  }

  private func marks(
    _ judged: JudgedSegments, _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [BoilerplateMark] {
    let (segments, reading, verdicts) = (judged.segments, judged.reading, judged.verdicts)
    guard verdicts.contains(where: \.isMarked) else { return [] }
    let kinds = kinds(reading) { verdicts[$0].isMarked }
    let story = scores(reading)
    return segments.indices.filter { verdicts[$0].isMarked }.map { index in
      let explanation = Explanation(
        self, index, segments[index], tokens, bytes, reading, story)
      return BoilerplateMark(
        range: segments[index].range, kind: kinds[index], why: explanation.sentence,
        probability: verdicts[index].probability)
    }
  }

  /// The kind of each of a story's segments, by whosever word some of them are boilerplate.
  ///
  /// - Parameters:
  ///   - segments: all of the story's, in order, as `Segmenter.units` gives them.
  ///   - tokens: the text's tokens.
  ///   - bytes: the text's UTF-8.
  ///   - isMarked: whether a segment, by its position, is boilerplate.
  /// - Returns: a kind for each segment.
  public func kinds(
    of segments: [Segment], tokens: Tokens, of bytes: UnsafeBufferPointer<UInt8>,
    isMarked: (Int) -> Bool
  ) -> [BoilerplateKind] {
    kinds(SegmentReading(segments, tokens, bytes, table), isMarked)
  }

  /// The kind of each segment: that of its most cues; without cues, that of the marked segment before
  /// it, then of the one after it.
  private func kinds(
    _ reading: SegmentReading, _ isMarked: (Int) -> Bool
  ) -> [BoilerplateKind] {
    var kinds = reading.wordScores.indices.map { ownKind(reading, $0) }
    for index in kinds.indices.dropFirst()
    where kinds[index] == .other && isMarked(index - 1) {
      kinds[index] = BoilerplateModel.inherited(kinds[index - 1])
    }
    for index in kinds.indices.dropLast().reversed()
    where kinds[index] == .other && isMarked(index + 1) {
      kinds[index] = BoilerplateModel.inherited(kinds[index + 1])
    }
    return kinds
  }

  /// Policies, rights and rows of links run over several segments; a player's line or a credit does not.
  private static func inherited(_ kind: BoilerplateKind) -> BoilerplateKind {
    switch kind {
    case .commentPolicy, .newsletter, .relatedLinks, .copyright, .authorBox: kind
    default: .other
    }
  }

  private func ownKind(_ reading: SegmentReading, _ index: Int) -> BoilerplateKind {
    var best: (kind: BoilerplateKind, count: Float) = (.other, 0)
    let row = reading.row(index)
    for (number, kind) in CueKinds.all.enumerated() {
      let count = row[row.startIndex + TextFeature.cue(number)]
      if count > best.count { best = (kind, count) }
    }
    if best.kind == .other, reading.value(.rightsSign, of: index) > 0 { return .copyright }
    return best.kind
  }
}
