public import NearDuplicates
public import Stories
internal import Text
public import Wire

/// All that can be said of two stories: the relation, why, and the passages they share.
public struct PairReport: Sendable {
  /// The decision, seen from the first.
  public let verdict: Verdict
  /// What it rests on.
  public let evidence: PairEvidence
  /// The resemblance as the two signatures alone show it, from 0 to 1.
  public let estimate: Double
  /// The passages in Unicode scalars of each text, in order of the first.
  public let passages: [(first: Range<Int>, second: Range<Int>)]
  /// The part of the first story's words that lies in passages, from 0 to 1.
  public let shareOfFirst: Double
  /// The part of the second story's words that lies in passages, from 0 to 1.
  public let shareOfSecond: Double
}

/// A story prepared for being compared with several others.
public struct ComparableStory: Sendable {
  /// The story.
  public let story: Story
  let face: Face
  let tokens: Tokens
  let offsets: ScalarOffsets
  let text: ComparableText
}

extension Signer {
  /// Prepares a story.
  public func comparable(_ delivered: DeliveredStory) -> ComparableStory {
    let tokens = tokens(of: delivered.story.text)
    return ComparableStory(
      story: delivered.story, face: Face(delivered), tokens: tokens,
      offsets: ScalarOffsets(delivered.story.text),
      text: ComparableText(tokens.keys, shingler))
  }

  /// Compares two stories.
  public func compare(
    _ first: ComparableStory, _ second: ComparableStory, rule: RelationRule,
    sameIdentity: Bool = false
  ) -> PairReport {
    let evidence = PairEvidence(
      first.text, first.face, second.text, second.face, sameIdentity: sameIdentity)
    let finder = PassageFinder(shingler: shingler)
    let passages = finder.passages(first.tokens.keys, second.tokens.keys)
    return PairReport(
      verdict: rule.judge(evidence), evidence: evidence,
      estimate: sketch.resemblance(
        signature(of: first.tokens.keys), of: evidence.likeness.first,
        signature(of: second.tokens.keys), of: evidence.likeness.second),
      passages: passages.map { passage in
        (
          first: first.offsets.scalars(first.tokens.byteRange(of: passage.first)),
          second: second.offsets.scalars(second.tokens.byteRange(of: passage.second))
        )
      },
      shareOfFirst: PassageFinder.share(of: passages.map(\.first), in: first.tokens.count),
      shareOfSecond: PassageFinder.share(of: passages.map(\.second), in: second.tokens.count))
  }
}
