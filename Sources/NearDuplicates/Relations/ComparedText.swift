internal import Stories

/// A story made ready to be compared with many others.
public struct ComparedText: Sendable {
  let aligner: Aligner
  let face: Face

  /// Makes a story ready.
  ///
  /// Complexity: O(n).
  public init(_ copy: Copy, _ face: Face) { self.init(PackedCopy(copy), face) }

  init(_ copy: PackedCopy, _ face: Face) {
    aligner = Aligner(copy)
    self.face = face
  }

  /// The text as it is compared.
  var copy: PackedCopy { aligner.copy }

  /// What is measured between this story and another; this one is the first.
  ///
  /// Complexity: O(n + m).
  public func evidence(
    with copy: Copy, _ face: Face, sameIdentity: Bool = false
  ) -> PairEvidence {
    PairMeasure.with(aligner, PackedCopy(copy)) { evidence($0, face, sameIdentity: sameIdentity) }
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
  /// - Returns: evidence and verdict as seen from this story; nil for what need not be remembered.
  func judged(
    with copy: PackedCopy, _ face: Face, sameIdentity: Bool = false, by rule: RelationRule,
    leastShare share: Float, leastStrength strength: Double
  ) -> (evidence: PairEvidence, verdict: Verdict)? {
    PairMeasure.with(aligner, copy) { measure in
      guard sameIdentity || max(measure.first.share, measure.second.share) >= share else {
        return nil
      }
      let surroundings = surroundings(face)
      let features = measure.features(surroundings)
      let pull = rule.strength(features, apart: surroundings.apart)
      guard sameIdentity || pull >= strength else { return nil }
      let evidence = PairEvidence(measure, features, surroundings, sameIdentity: sameIdentity)
      return (evidence, rule.judge(evidence, strength: pull))
    }
  }

  func evidence(_ measure: PairMeasure, _ face: Face, sameIdentity: Bool) -> PairEvidence {
    let surroundings = surroundings(face)
    return PairEvidence(
      measure, measure.features(surroundings), surroundings, sameIdentity: sameIdentity)
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
    _ measure: PairMeasure, _ features: PairFeatures, _ surroundings: PairSurroundings,
    sameIdentity: Bool
  ) {
    self.init(
      features: features, likeness: measure.likeness, sameIdentity: sameIdentity,
      apart: surroundings.apart, firstCovered: measure.first.coverage,
      secondCovered: measure.second.coverage)
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
}

extension PairEvidence {
  /// The same evidence seen from the other story. Features are the same from both sides.
  var reversed: PairEvidence {
    var reversed = PairEvidence(
      features: features, likeness: likeness.reversed, sameIdentity: sameIdentity, apart: apart,
      firstCovered: secondCovered, secondCovered: firstCovered)
    reversed.narration = narration
    return reversed
  }
}
