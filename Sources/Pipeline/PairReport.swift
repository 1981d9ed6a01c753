public import NearDuplicates
public import Stories
internal import Text
public import Wire

/// All that can be said of two stories: the relation, why, and the passages they share.
public struct PairReport: Sendable {
  /// A passage, in Unicode scalars of each text.
  public struct Passage: Hashable, Sendable {
    /// Where it stands in the first text.
    public let first: Range<Int>
    /// Where it stands in the second text.
    public let second: Range<Int>
  }

  /// The decision, seen from the first.
  public let verdict: Verdict
  /// What it rests on.
  public let evidence: PairEvidence
  /// What spoke for and against, in words.
  public let explanation: RelationExplanation
  /// The resemblance as the two signatures alone show it, from 0 to 1.
  public let estimate: Double
  /// The passages, in order of the first.
  public let passages: [Passage]
  /// The part of the first story's words that lies in shared stretches, boilerplate aside, from 0 to 1.
  public let shareOfFirst: Double
  /// The part of the second story's words that lies in shared stretches, from 0 to 1.
  public let shareOfSecond: Double
}

/// A story prepared for being compared with several others.
public struct ComparableStory: Sendable {
  /// The story.
  public let story: Story
  /// Its text as it was read.
  public let reading: StoryReading
  let face: Face
  let tokens: Tokens
  let offsets: ScalarOffsets
}

extension CopyReader {
  /// Prepares a story.
  public func comparable(_ delivered: DeliveredStory) -> ComparableStory {
    ComparableStory(
      story: delivered.story,
      reading: read(delivered.story.text, outlet: delivered.story.outlet),
      face: face(of: delivered), tokens: signer.tokens(of: delivered.story.text),
      offsets: ScalarOffsets(delivered.story.text))
  }

  /// Where a story's boilerplate stands, in Unicode scalars of its text.
  public func boilerplate(of story: ComparableStory) -> [Range<Int>] {
    boilerplate(story.reading).map { story.offsets.scalars(story.tokens.byteRange(of: $0)) }
  }

  /// What is measured on two stories.
  public func evidence(_ first: ComparableStory, _ second: ComparableStory) -> PairEvidence {
    ComparedText(copy(first.reading), first.face).evidence(with: copy(second.reading), second.face)
  }

  /// Compares two stories.
  public func compare(
    _ first: ComparableStory, _ second: ComparableStory, rule: RelationRule,
    sameIdentity: Bool = false
  ) -> PairReport {
    let (mine, theirs) = (boilerplate(first.reading), boilerplate(second.reading))
    let (one, two) = (first.reading.whole.without(mine), second.reading.whole.without(theirs))
    let text = ComparedText(one, first.face)
    let (evidence, stretches) = text.study(two, second.face, sameIdentity: sameIdentity)
    var verdict = rule.judge(evidence)
    if verdict.relation == .none, mine.count + theirs.count > 0,
      sharesBoilerplate(first, second)
    {
      verdict = Verdict(relation: .boilerplate, strength: verdict.strength, reason: .boilerplate)
    }
    return PairReport(
      verdict: verdict, evidence: evidence, explanation: rule.explain(evidence, verdict),
      estimate: sketch(one, two),
      passages: passages(stretches, (first, mine), (second, theirs)),
      shareOfFirst: stretches.shareOfFirst, shareOfSecond: stretches.shareOfSecond)
  }

  private func sketch(_ one: Copy, _ two: Copy) -> Double {
    signer.sketch.resemblance(
      signer.signature(of: one.keys), of: max(1, one.count - 4),
      signer.signature(of: two.keys), of: max(1, two.count - 4))
  }

  /// Whether the texts share words once boilerplate counts.
  private func sharesBoilerplate(_ first: ComparableStory, _ second: ComparableStory) -> Bool {
    ComparedText(first.reading.whole, first.face)
      .study(second.reading.whole, second.face).evidence.features[.matchedWords] > 3
  }

  private func passages(
    _ shared: SharedStretches, _ first: (ComparableStory, [Range<Int>]),
    _ second: (ComparableStory, [Range<Int>])
  ) -> [PairReport.Passage] {
    let one = TokenPlaces(first.0.tokens.count, without: first.1)
    let two = TokenPlaces(second.0.tokens.count, without: second.1)
    return shared.passages.map { passage in
      PairReport.Passage(
        first: first.0.offsets.scalars(first.0.tokens.byteRange(of: one.whole(passage.first))),
        second: second.0.offsets.scalars(
          second.0.tokens.byteRange(of: two.whole(passage.second))))
    }
  }
}

/// Positions among all tokens of a text, from positions among those that count.
struct TokenPlaces {
  private var kept: [Range<Int>] = []

  init(_ count: Int, without boilerplate: [Range<Int>]) {
    var position = 0
    for range in boilerplate {
      if range.lowerBound > position { kept.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < count { kept.append(position..<count) }
  }

  /// The tokens from the first to the last of some that count.
  func whole(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return place(of: range.lowerBound)..<place(of: range.upperBound - 1) + 1
  }

  private func place(of token: Int) -> Int {
    var rest = token
    for range in kept {
      if rest < range.count { return range.lowerBound + rest }
      rest -= range.count
    }
    return kept.last?.upperBound ?? 0
  }
}
