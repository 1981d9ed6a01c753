internal import Stories

/// A story made ready to be compared with many others.
public struct ComparedText: Sendable {
  let aligner: Aligner
  let bag: WordBag
  let face: Face

  /// Makes a story ready.
  ///
  /// Complexity: O(n).
  public init(_ copy: Copy, _ face: Face) {
    aligner = Aligner(copy)
    bag = WordBag(copy.keys)
    self.face = face
  }

  /// The text as it is compared.
  public var copy: Copy { aligner.copy }

  /// What is measured between this story and another; this one is the first.
  ///
  /// Complexity: O(n + m).
  public func evidence(
    with copy: Copy, _ face: Face, sameIdentity: Bool = false
  ) -> PairEvidence {
    evidence(PairMeasure(aligner, copy), face, sameIdentity: sameIdentity)
  }

  /// The same, or nil if neither text has so large a share in stretches and no identity ties them.
  func evidence(
    with copy: Copy, _ face: Face, sameIdentity: Bool = false, ifShareIsAtLeast share: Float
  ) -> PairEvidence? {
    let measure = PairMeasure(aligner, copy)
    guard sameIdentity || max(measure.first.share, measure.second.share) >= share else {
      return nil
    }
    return evidence(measure, face, sameIdentity: sameIdentity)
  }

  func evidence(_ measure: PairMeasure, _ face: Face, sameIdentity: Bool) -> PairEvidence {
    var apart: Int64?
    if let one = self.face.published, let two = face.published { apart = one.distance(to: two) }
    var sameOutlet: Bool?
    if let one = self.face.outlet, let two = face.outlet { sameOutlet = one == two }
    let titles = self.face.headline.likeness(to: face.headline)
    let surroundings = PairSurroundings(
      titles: titles.contained, titlesAlike: titles.alike, apart: apart, sameOutlet: sameOutlet)
    var evidence = PairEvidence(
      features: measure.features(bag, surroundings), likeness: measure.likeness,
      sameIdentity: sameIdentity, apart: apart, firstCovered: measure.first.coverage,
      secondCovered: measure.second.coverage)
    (evidence.narration, evidence.passageWords) = measure.narrationInPassages
    return evidence
  }
}

extension PairMeasure {
  /// Runs of five words in each text, and how many of them lie in exact matches of both.
  var likeness: Likeness {
    let (one, two) = (max(1, first.copy.count - 4), max(1, second.copy.count - 4))
    let fives = stretches.reduce(0) { $0 + $1.fives }
    let short = min(first.copy.count, second.copy.count) < 5
    let whole = short && !stretches.isEmpty && first.copy.keys == second.copy.keys
    return Likeness(first: one, second: two, shared: whole ? 1 : min(fives, one, two))
  }
}

extension PairEvidence {
  /// The same evidence seen from the other story. Features are the same from both sides.
  var reversed: PairEvidence {
    var reversed = PairEvidence(
      features: features, likeness: likeness.reversed, sameIdentity: sameIdentity, apart: apart,
      firstCovered: secondCovered, secondCovered: firstCovered)
    (reversed.narration, reversed.passageWords) = (narration, passageWords)
    return reversed
  }
}
