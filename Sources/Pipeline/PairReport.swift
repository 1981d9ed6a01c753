public import NearDuplicates
internal import Store
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
  /// Words inside passages that the other story does not have there, in each text.
  public let changed: (first: [Range<Int>], second: [Range<Int>])
  /// What did not count, in each text.
  public let boilerplate: (first: [Range<Int>], second: [Range<Int>])
  /// The part of the first story's words that lies in shared stretches, boilerplate aside, from 0 to 1.
  public let shareOfFirst: Double
  /// The part of the second story's words that lies in shared stretches, from 0 to 1.
  public let shareOfSecond: Double
  /// The part of the first story's words that lies in passages: these go on to the ends of sentences.
  public let markedOfFirst: Double
  /// The part of the second story's words that lies in passages.
  public let markedOfSecond: Double
}

/// A story prepared for being compared with several others.
public struct ComparableStory: Sendable {
  /// The story.
  public let story: Story
  /// Its text as it was read.
  public let reading: StoryReading
  let face: Face
  /// What ties it to others whatever their texts say.
  let keys: WireKeys
  /// Whether its source gave it an identity.
  let isIdentified: Bool
  let tokens: Tokens
  let offsets: ScalarOffsets
  /// Tokens that were decided not to count; nil to go by what the reader knows now.
  fileprivate(set) var decided: [Range<Int>]?
}

extension ComparableStory {
  /// Whether the sources of two stories say that one is a take of the other, or was made from it.
  func isTied(to other: ComparableStory) -> Bool {
    if isIdentified, other.isIdentified, let outlet = story.outlet,
      outlet == other.story.outlet, story.id == other.story.id
    {
      return true
    }
    guard !keys.isEmpty, !other.keys.isEmpty else { return false }
    var pending = PendingKeys()
    pending.add(keys, StoryNumber(1), at: story.published)
    return !pending.ties(other.keys, at: other.story.published).all.isEmpty
  }
}

extension CopyReader {
  /// Prepares a story.
  ///
  /// - Parameters:
  ///   - delivered: the story.
  ///   - decided: tokens that were decided not to count when it was grouped, as ranges in ascending order;
  ///     nil to go by what this reader knows.
  /// - Returns: the story, read.
  public func comparable(
    _ delivered: DeliveredStory, decided: [Range<Int>]? = nil
  ) -> ComparableStory {
    let story = delivered.story
    let read = signer.read(story.text)
    return ComparableStory(
      story: story,
      reading: reading(read, of: story.text, outlet: story.outlet, judged: decided == nil),
      face: face(of: delivered), keys: WireKeys(delivered),
      isIdentified: delivered.identityIsGiven, tokens: read.tokens,
      offsets: ScalarOffsets(delivered.story.text), decided: decided)
  }

  /// A story of which it is settled what does not count: as this reader knows it now, and however often the story is
  /// compared.
  public func settled(_ story: ComparableStory) -> ComparableStory {
    var story = story
    story.decided = tokens(notCountingIn: story)
    return story
  }

  /// A story's tokens that don't count.
  func tokens(notCountingIn story: ComparableStory) -> [Range<Int>] {
    let count = story.reading.whole.count
    return story.decided?.filter { $0.upperBound <= count } ?? boilerplate(story.reading)
  }

  /// A story as it is compared, by all that this reader has learned.
  func copy(of story: ComparableStory) -> Copy {
    copy(story.reading, without: tokens(notCountingIn: story))
  }

  /// Where a story's boilerplate stands, in Unicode scalars of its text, without the line ends between.
  public func boilerplate(of story: ComparableStory) -> [Range<Int>] {
    lines(tokens(notCountingIn: story), of: story)
  }

  private func lines(_ tokens: [Range<Int>], of story: ComparableStory) -> [Range<Int>] {
    lines(tokens, of: story.story.text, story.tokens).map {
      story.offsets.scalars(story.tokens.byteRange(of: $0))
    }
  }

  /// What is measured on two stories.
  public func evidence(_ first: ComparableStory, _ second: ComparableStory) -> PairEvidence {
    ComparedText(copy(of: first), first.face).evidence(
      with: copy(of: second), second.face, sameIdentity: first.isTied(to: second))
  }

  /// Compares two stories.
  ///
  /// - Parameters:
  ///   - first: one story.
  ///   - second: the other.
  ///   - rule: decides.
  ///   - sameIdentity: whether their source says that both are takes of one; nil to go by what it says of the two.
  /// - Returns: all that can be said of them.
  ///
  /// Complexity: O(n + m).
  public func compare(
    _ first: ComparableStory, _ second: ComparableStory, rule: RelationRule,
    sameIdentity: Bool? = nil
  ) -> PairReport {
    let sameIdentity = sameIdentity ?? first.isTied(to: second)
    let (mine, theirs) = (tokens(notCountingIn: first), tokens(notCountingIn: second))
    let (one, two) = (
      copy(first.reading, without: mine), copy(second.reading, without: theirs)
    )
    let text = ComparedText(one, first.face)
    let (evidence, stretches) = text.study(two, second.face, sameIdentity: sameIdentity)
    let verdict = verdict(
      on: first, second, evidence, rule: rule, setAside: mine.count + theirs.count)
    let places = (
      first: PlacedTokens(first, without: mine), second: PlacedTokens(second, without: theirs)
    )
    let isTurned = second.face.precedes(first.face)
    let changes = PassageChanges(stretches.passages, one, two, isTurned: isTurned)
    let changed = changes.marked(
      Quotations(one, places.first), Quotations(two, places.second))
    let passages = PassageParts(one, two, places, isTurned: isTurned).parts(of: stretches.passages)
    let (mineShared, theirsShared) = (
      Set(passages.map(\.first).joined()), Set(passages.map(\.second).joined())
    )
    return PairReport(
      verdict: verdict, evidence: evidence, explanation: rule.explain(evidence, verdict),
      estimate: sketch(one, two),
      passages: passages.map {
        PairReport.Passage(
          first: places.first.scalars($0.first), second: places.second.scalars($0.second))
      },
      changed: (
        places.first.scalars(ofEach: changed.first.filter(mineShared.contains)),
        places.second.scalars(ofEach: changed.second.filter(theirsShared.contains))
      ),
      boilerplate: (lines(mine, of: first), lines(theirs, of: second)),
      shareOfFirst: stretches.shareOfFirst, shareOfSecond: stretches.shareOfSecond,
      markedOfFirst: Double(mineShared.count) / Double(max(1, one.count)),
      markedOfSecond: Double(theirsShared.count) / Double(max(1, two.count)))
  }

  /// What two stories are to each other by what was measured between them, and by the boilerplate that was set aside.
  public func verdict(
    on first: ComparableStory, _ second: ComparableStory, _ evidence: PairEvidence,
    rule: RelationRule
  ) -> Verdict {
    verdict(
      on: first, second, evidence, rule: rule,
      setAside: tokens(notCountingIn: first).count + tokens(notCountingIn: second).count)
  }

  /// The same where it is known, or can be told, how much of the two was set aside.
  private func verdict(
    on first: ComparableStory, _ second: ComparableStory, _ evidence: PairEvidence,
    rule: RelationRule, setAside: @autoclosure () -> Int
  ) -> Verdict {
    let verdict = rule.judge(evidence)
    guard verdict.relation == .none, setAside() > 0,
      sharesBoilerplate(first, second, beyond: evidence)
    else { return verdict }
    return Verdict(
      relation: .boilerplate, strength: verdict.strength,
      reason: verdict.reason == .little ? .mostlyBoilerplate : .boilerplate)
  }

  private func sketch(_ one: Copy, _ two: Copy) -> Double {
    let hashes = (signer.shingler.hashes(of: one.keys), signer.shingler.hashes(of: two.keys))
    return signer.sketch.resemblance(
      signer.sketch.signature(of: hashes.0), of: max(1, Set(hashes.0).count),
      signer.sketch.signature(of: hashes.1), of: max(1, Set(hashes.1).count))
  }

  /// Whether the texts share a good many words more once boilerplate counts.
  private func sharesBoilerplate(
    _ first: ComparableStory, _ second: ComparableStory, beyond evidence: PairEvidence
  ) -> Bool {
    let whole = ComparedText(first.reading.whole, first.face)
      .study(second.reading.whole, second.face).evidence.features
    return whole.words(.matchedWords) >= evidence.features.words(.matchedWords) + 8
  }
}
