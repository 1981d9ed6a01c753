public import Stories

/// The kinds of boilerplate that have cues of their own, in the order of their features.
public enum CueKinds {
  /// All kinds but `other`.
  public static let all: [BoilerplateKind] = BoilerplateKind.allCases.filter { $0 != .other }
  /// How many there are: as many as features that count them.
  static var count: Int {
    TextFeature.captionCue.rawValue - TextFeature.commentCue.rawValue + 1
  }
}
