/// What is measured of a segment among the others of its story. The names are those of the model's file.
public enum ContextFeature: Int, CaseIterable, Sendable {
  /// Always 1.
  case constant
  /// The segment's own score, bounded; the same where the segment has fewer than eight words.
  case own, ownIfShort
  /// Scores of the neighbours, and of those behind them.
  case previous, next, secondPrevious, secondNext
  /// Mean scores of all that comes before and after.
  case before, after
  /// Logarithm of how many words of likely news come before and after.
  case newsBefore, newsAfter
  /// No likely news comes before; none comes after.
  case leads, trails
  case isFirst, isSecond, isLast, isSecondLast
  /// Logarithm of the number of segments.
  case segments
  /// The story is in a language that the model was not trained on.
  case foreign

  /// How many there are.
  public static let count = allCases.count

  /// The name in the model's file.
  public var name: String { "\(self)" }

  /// What a person is told when this speaks for boilerplate, or nil where it would tell nothing.
  var reason: String? {
    switch self {
    case .previous, .next, .secondPrevious, .secondNext: "beside boilerplate"
    case .before, .after: "among boilerplate"
    case .leads, .newsBefore: "before the news begins"
    case .trails, .newsAfter: "after the last of the news"
    default: nil
    }
  }
}
