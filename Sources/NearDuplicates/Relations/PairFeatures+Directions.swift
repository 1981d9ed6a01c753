extension PairFeatures {
  /// Which way the belief that two stories are one copy may go with each feature.
  ///
  /// A few hundred labelled pairs hold accidents, such as that of two pairs the one that shares more is the
  /// one that a reader kept apart. What is fixed here no accident can teach.
  static let directions = Name.allCases.map(direction)

  /// Directions for trees that are to do without some features.
  ///
  /// - Parameters:
  ///   - unused: what trees must not ask of.
  ///   - isFree: whether the belief may go either way with all the others.
  /// - Returns: a direction for each feature, in their order.
  public static func directions(
    without unused: Set<Name>, isFree: Bool
  ) -> [TreeTrainer.Direction] {
    zip(Name.allCases, directions).map { name, direction in
      unused.contains(name) ? .unused : isFree ? .free : direction
    }
  }

  private static func direction(of name: Name) -> TreeTrainer.Direction {
    switch name {
    case .shareMost, .shareLeast, .weightedMost, .weightedLeast, .containment, .resemblance,
      .agreement, .openingMost, .openingLeast, .narration, .titles, .titlesAlike, .exactMost,
      .exactLeast, .inOrder, .sentencesTakenInside, .sentencesTakenOutside, .sentencesSaid:
      .rising
    case .startLeast, .startMost, .figuresChanged, .namesMissing, .foreignWeight, .foreignInOpening,
      .quoted,
      .ownRunInside, .ownRunOutside:
      .falling
    case .matchedWords, .longestStretch, .longestRun, .matchedWeight, .stretches, .shorter,
      .longer, .lengthRatio, .figuresShared, .hours, .sameOutlet, .ownTailInside, .ownTailOutside,
      .unknownMost, .unknownLeast:
      .free
    }
  }
}
