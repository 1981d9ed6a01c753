/// What looking through one copy has cost so far, and what was found on the way.
///
/// A look is a comparison of two places by what stands about them. Their number is bounded, since in a long text that says
/// the same words over and over each change could be in any of thousands of places: a copy of a megabyte must not hold up
/// the daemon. What could not be looked at any more is never taken for absent, see `CopyPlace.Strength.open`.
final class CopySearch {
  /// Which place of a copy is explained by which text.
  struct Asked: Hashable {
    let place: Range<Int>
    let other: ObjectIdentifier
    let inCase: Bool
  }

  /// How much the most alike place of the other version is like one of a copy.
  struct Explanation {
    var total = -1
    /// Whether no place was left out that may be more alike.
    let isAll: Bool
    /// Whether it was not ended by a place that was alike enough for whoever asked.
    var isWhole = false

    init(isAll: Bool) { self.isAll = isAll }
  }

  /// Looks that one copy is worth: a fifth of a second, and a hundred times what long stories need.
  static let most = 100_000

  /// Looks so far.
  private(set) var looks = 0
  private let most: Int
  private var explanations: [Asked: Explanation] = [:]

  /// Starts to look.
  init(most: Int = CopySearch.most) { self.most = most }

  /// Whether no more is to be looked at.
  var isSpent: Bool { looks >= most }

  /// Notes a look.
  func spend() { looks += 1 }

  /// What explains a place, which does not depend on the change that is looked for there.
  func explanation(
    of asked: Asked, enough total: Int, _ make: () -> Explanation
  ) -> Explanation {
    if let known = explanations[asked], known.isWhole || known.total >= total { return known }
    let explanation = make()
    explanations[asked] = explanation
    return explanation
  }
}
