internal import Stories

/// A story as it is compared with others.
public struct ComparedText: Sendable {
  let copy: PackedCopy
  let face: Face

  /// Makes a story ready.
  ///
  /// Complexity: O(n).
  public init(_ copy: Copy, _ face: Face) { self.init(PackedCopy(copy), face) }

  init(_ copy: PackedCopy, _ face: Face) { (self.copy, self.face) = (copy, face) }

  /// What is measured between this story and another; this one is the first.
  ///
  /// Complexity: O(n + m).
  public func evidence(
    with copy: Copy, _ face: Face, sameIdentity: Bool = false
  ) -> PairEvidence {
    measured(with: PackedCopy(copy), face) {
      PairEvidence($0, surroundings(face), headlines(face), sameIdentity: sameIdentity)
    } turned: {
      $0.reversed
    }
  }

  /// Compares this story with another and decides, if that is worth remembering: as soon as it is clear that
  /// it is not, the rest is left unmeasured.
  ///
  /// - Parameters:
  ///   - copy: the other text.
  ///   - face: the other's surroundings.
  ///   - sameIdentity: whether the source says that both are takes of one story: always remembered.
  ///   - rule: decides.
  ///   - share: part of either text that must lie in shared stretches.
  ///   - strength: least strength with which the two must pull into one group.
  ///   - passage: words that must agree in one stretch of both at least.
  /// - Returns: evidence and verdict as seen from this story; nil for what need not be remembered.
  func judged(
    with copy: PackedCopy, _ face: Face, sameIdentity: Bool = false, by rule: RelationRule,
    leastShare share: Float, leastStrength strength: Double, leastPassage passage: Int = 0
  ) -> (evidence: PairEvidence, verdict: Verdict)? {
    measured(with: copy, face) { measure in
      guard sameIdentity || max(measure.first.share, measure.second.share) >= share else {
        return nil
      }
      guard passage == 0 || measure.stretches.contains(where: { $0.matched >= passage }) else {
        return nil
      }
      let surroundings = surroundings(face)
      let features = measure.features(surroundings)
      let pull = rule.strength(features, apart: surroundings.apart)
      guard sameIdentity || pull >= strength else { return nil }
      let evidence = PairEvidence(
        measure, features, surroundings, headlines(face), sameIdentity: sameIdentity)
      let verdict = rule.judge(evidence, strength: pull)
      return verdict.strength >= strength ? (evidence, verdict) : nil
    } turned: {
      $0.map { ($0.evidence.reversed, $0.verdict.reversed) }
    }
  }

  /// The evidence and what is shared, in one go.
  ///
  /// Complexity: O(n + m).
  public func study(
    _ copy: Copy, _ face: Face, sameIdentity: Bool = false
  ) -> (evidence: PairEvidence, shared: SharedStretches) {
    measured(with: PackedCopy(copy), face) { measure in
      (
        PairEvidence(measure, surroundings(face), headlines(face), sameIdentity: sameIdentity),
        SharedStretches(measure)
      )
    } turned: {
      ($0.evidence.reversed, $0.shared.reversed)
    }
  }

  /// Measures this story and another, always the same way round: the one that is later in canonical order is gone
  /// through for what it may have from the earlier one.
  ///
  /// Where texts repeat themselves or are misread, the other way round finds a little less or more (of pairs one in
  /// sixty then has another relation). So whoever asks, and in whatever order stories arrive, the answer is the same.
  /// And of the two ways this one tells partial reuse from none the better (`models/relation.md`): each word of the
  /// later story is in one stretch at most, as it was taken from one place.
  ///
  /// - Parameters:
  ///   - copy: the other text.
  ///   - face: the other's surroundings.
  ///   - body: given the measure of the two, the earlier first.
  ///   - turned: an answer as seen from the other story.
  /// - Returns: the answer as seen from this story.
  @inline(__always)
  private func measured<Answer>(
    with copy: PackedCopy, _ face: Face, _ body: (PairMeasure) -> Answer,
    turned: (Answer) -> Answer
  ) -> Answer {
    face.precedes(self.face)
      ? turned(PairMeasure.with(copy, self.copy, body)) : PairMeasure.with(self.copy, copy, body)
  }

  /// Both headlines in the order in which the texts are measured.
  private func headlines(_ face: Face) -> (Headline, Headline) {
    face.precedes(self.face)
      ? (face.headline, self.face.headline) : (self.face.headline, face.headline)
  }

  private func surroundings(_ face: Face) -> PairSurroundings {
    var apart: Int64?
    if let one = self.face.published, let two = face.published { apart = one.distance(to: two) }
    var sameOutlet: Bool?
    if let one = self.face.outlet, let two = face.outlet { sameOutlet = one == two }
    let titles = self.face.headline.likeness(to: face.headline)
    return PairSurroundings(
      titles: titles.contained, titlesAlike: titles.alike, apart: apart, sameOutlet: sameOutlet)
  }
}

extension PairEvidence {
  fileprivate init(
    _ measure: PairMeasure, _ surroundings: PairSurroundings, _ headlines: (Headline, Headline),
    sameIdentity: Bool
  ) {
    self.init(
      measure, measure.features(surroundings), surroundings, headlines, sameIdentity: sameIdentity)
  }

  fileprivate init(
    _ measure: PairMeasure, _ features: PairFeatures, _ surroundings: PairSurroundings,
    _ headlines: (Headline, Headline), sameIdentity: Bool
  ) {
    self.init(
      features: features, likeness: measure.likeness, sameIdentity: sameIdentity,
      apart: surroundings.apart, firstCovered: measure.first.coverage,
      secondCovered: measure.second.coverage)
    isOneRun = measure.isOneRun
    if RelationRule.isFilledInOtherwise(features) {
      replaced = measure.replaced
      replaced.isOfOtherSubject = measure.isOfOtherSubject(headlines.0, headlines.1)
      replaced.hasOtherHeadline = measure.headlinesAreOfOthers(headlines.0, headlines.1)
    }
    // Asked for only where most of what is shared is speech.
    if features[.quoted] >= RelationRule.speechFrom { narration = measure.narrationInRuns }
  }
}

extension PairMeasure {
  /// Runs of five words in each text, and how many of them lie in exact matches of both.
  var likeness: Likeness {
    let (one, two) = (max(1, first.copy.count - 4), max(1, second.copy.count - 4))
    let fives = stretches.reduce(0) { $0 + $1.fives }
    let short = min(first.copy.count, second.copy.count) < 5
    let whole = short && !stretches.isEmpty && first.copy.hasSameKeys(as: second.copy)
    return Likeness(first: one, second: two, shared: whole ? 1 : min(fives, one, two))
  }

  /// Whether what both have is one run of words, signs and quotation marks included, and what stands before it and behind
  /// it stands in one of them alone.
  var isOneRun: Bool {
    guard stretches.count == 1, let only = stretches.first else { return false }
    let isExact = only.matched == only.first.count && only.matched == only.second.count
    let before = min(only.first.lowerBound, only.second.lowerBound)
    let behind = min(
      first.copy.count - only.first.upperBound, second.copy.count - only.second.upperBound)
    return isExact && before == 0 && behind == 0 && isReadAlike(only)
  }

  /// Whether the words of an exact match have the same signs and stand in quotation marks in both texts or in neither.
  private func isReadAlike(_ match: Stretch) -> Bool {
    zip(first.copy.traits[match.first], second.copy.traits[match.second]).allSatisfy {
      $0.sign == $1.sign && $0.contains(.quoted) == $1.contains(.quoted)
    }
      && PairMeasure.marks(first.copy, match.first)
        .elementsEqual(PairMeasure.marks(second.copy, match.second))
  }

  /// What of figures stands beside the words of a range, by their places in it.
  private static func marks(_ copy: CopyView, _ range: Range<Int>) -> [FigureMark] {
    copy.marks.filter { range.contains(Int($0.position)) }
      .map { FigureMark(position: Int($0.position) - range.lowerBound, value: $0.value) }
  }
}

extension PairEvidence {
  /// The same evidence seen from the other story. Features are the same from both sides.
  var reversed: PairEvidence {
    var reversed = PairEvidence(
      features: features, likeness: likeness.reversed, sameIdentity: sameIdentity, apart: apart,
      firstCovered: secondCovered, secondCovered: firstCovered)
    reversed.narration = narration
    (reversed.replaced, reversed.isOneRun) = (replaced, isOneRun)
    return reversed
  }
}
