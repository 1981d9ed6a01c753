public import NearDuplicates
public import Stories
public import Text

/// Holds models and rules against labelled stories.
public struct BoilerplateJudge {
  private let tokeniser: Tokeniser
  private let segmenter = Segmenter()

  /// Makes a judge.
  public init(_ tokeniser: Tokeniser) { self.tokeniser = tokeniser }

  /// How stories are cut for judging: as the product does, or at line ends alone.
  enum Cut { case units, lines }

  /// What a model marks in a text, cut as the product cuts it.
  public func marks(_ model: BoilerplateModel, _ text: String) -> [BoilerplateMark] {
    let tokens = tokeniser.tokens(of: text)
    return model.marks(
      of: text, tokens: tokens, segments: segmenter.units(of: text, tokens: tokens)
    ) { segmenter.sentences(in: $0, of: tokens, in: $1) }
  }

  /// A model's figures by characters of whole stories.
  public func tally(_ model: BoilerplateModel, _ stories: [LabelledStory]) -> CharacterTally {
    var tally = CharacterTally()
    for story in stories { tally.add(story, marked: marks(model, story.text).map(\.range)) }
    return tally
  }

  /// The labelled segments of a story with what a model thinks of each: the material of curves. Only lines have keys.
  func judged(
    _ model: BoilerplateModel, _ story: LabelledStory, _ cut: Cut
  ) -> [JudgedSegment] {
    var text = story.text
    let tokens = tokeniser.tokens(of: text)
    return text.withUTF8 { bytes in
      let (segments, verdicts) = verdicts(model, tokens, bytes, cut)
      let labels = Measurer.labels(of: segments, story)
      return segments.indices.map { index in
        let range = segments[index].range
        return JudgedSegment(
          host: story.host, key: segments[index].key, label: labels[index],
          range: range, characters: bytes[range].count { $0 & 0xC0 != 0x80 },
          verdict: verdicts[index],
          commonWords: StopWordRule.density(in: segments[index], tokens))
      }
    }
  }

  private func verdicts(
    _ model: BoilerplateModel, _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>, _ cut: Cut
  ) -> ([Segment], [BoilerplateVerdict]) {
    switch cut {
    case .units:
      return model.judge(segmenter.units(of: bytes, tokens: tokens), tokens: tokens, of: bytes) {
        segmenter.sentences(in: $0, of: tokens, in: bytes)
      }
    case .lines:
      let lines = segmenter.segments(
        .line, of: String(decoding: bytes, as: UTF8.self), tokens: tokens)
      return (lines, model.verdicts(on: lines, tokens: tokens, of: bytes))
    }
  }
}

/// A labelled segment and what is thought of it.
struct JudgedSegment: Sendable {
  let host: String
  let key: SegmentKey
  let label: LabelledPart.Label
  /// Where it stands in the text's UTF-8.
  let range: Range<Int>
  let characters: Int
  let verdict: BoilerplateVerdict
  /// Share of function words among its words.
  let commonWords: Double
}

extension BoilerplateJudge {
  /// A segment on which a model is wrong.
  public struct Mistake: Sendable {
    /// The story's name.
    public let id: String
    /// The segment's text.
    public let text: String
    /// How likely the model held boilerplate.
    public let probability: Double
    /// Whether it is news that was marked; otherwise it is boilerplate that was not.
    public let isLoss: Bool
  }

  /// Where a model is wrong in a story, cut as the product cuts it.
  public func mistakes(of model: BoilerplateModel, in story: LabelledStory) -> [Mistake] {
    var text = story.text
    return text.withUTF8 { bytes in
      judged(model, story, .units).compactMap { segment in
        let isBoilerplate = segment.label == .boilerplate
        guard segment.label != .neutral, segment.verdict.isMarked != isBoilerplate else {
          return nil
        }
        return Mistake(
          id: story.id, text: String(decoding: bytes[segment.range], as: UTF8.self),
          probability: segment.verdict.probability, isLoss: !isBoilerplate)
      }
    }
  }
}
