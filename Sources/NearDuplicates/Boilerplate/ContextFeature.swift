/// What is measured of a segment among the others of its story. The names are those of the model's file.
public enum ContextFeature: Int, CaseIterable, Sendable {
  /// Always 1.
  case constant
  /// The segment's own score, bounded; the same where the segment has fewer than eight words.
  case own, ownIfShort
  /// What all the other segments say, by `SegmentChain`.
  case around
  /// Scores of the neighbours.
  case previous, next
  /// No likely news comes before; none comes after.
  case leads, trails
  case isFirst, isSecond, isLast
  /// The story is in a language that the model was not trained on.
  case foreign

  /// How many there are, by the last of them: a stored number would be looked up at each use.
  public static var count: Int { foreign.rawValue + 1 }

  /// The name in the model's file.
  public var name: String { "\(self)" }

  /// What a person is told when this speaks for boilerplate, or nil where it would tell nothing.
  var reason: String? {
    switch self {
    case .previous, .next: "beside boilerplate"
    case .around: "in a row of boilerplate"
    case .leads: "before the news begins"
    case .trails: "after the last of the news"
    default: nil
    }
  }
}
