public import Stories

/// A story made ready to be compared with many others.
public struct ComparedText: Sendable {
  let aligner: Aligner
  let bag: WordBag
  let headline: Headline
  let face: Face

  /// Makes a story ready.
  ///
  /// Complexity: O(n).
  public init(_ copy: Copy, _ headline: Headline, _ face: Face) {
    aligner = Aligner(copy)
    bag = WordBag(copy.keys)
    (self.headline, self.face) = (headline, face)
  }

  /// What is measured between this story and another.
  ///
  /// Complexity: O(n + m).
  public func features(
    with copy: Copy, _ headline: Headline, _ face: Face
  ) -> PairFeatures {
    measure(with: copy).features(bag, surroundings(headline, face))
  }

  func measure(with copy: Copy) -> PairMeasure { PairMeasure(aligner, copy) }

  func surroundings(_ other: Headline, _ face: Face) -> PairSurroundings {
    var apart: Int64?
    if let one = self.face.published, let two = face.published { apart = one.distance(to: two) }
    var sameOutlet: Bool?
    if let one = self.face.outlet, let two = face.outlet { sameOutlet = one == two }
    return PairSurroundings(
      titles: headline.likeness(to: other), apart: apart, sameOutlet: sameOutlet)
  }
}
