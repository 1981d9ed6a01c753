import NearDuplicates
import Training

extension RelationTraining {
  /// What is asked of a pair.
  enum Question {
    /// Whether two belong into one group.
    case together
    /// Whether two are one copy.
    case same
    /// Whether two that are not one copy share a passage.
    case partial
    /// Whether one is a cut of the other, of two that are one copy.
    case contained

    /// Whether it is asked of pairs whatever outlets ran them. What tells partial reuse from none is learned as it was
    /// labelled: that one outlet runs the same words under other stories is part of it.
    var isOfAnyOutlets: Bool { self == .together || self == .same }

    /// What all simulated sets weigh together. Of what one copy is, and what a passage, readers have the last word.
    var weightOfSimulated: Double {
      switch self {
      case .same: 1500
      case .partial: 3000
      case .together: 7500
      case .contained: 30_000
      }
    }
  }
}

extension RelationTraining.Question {
  /// Whether it is asked of a pair.
  func concerns(_ row: PairStudy.Row, of study: PairStudy) -> Bool {
    switch self {
    case .together: true
    case .same: !(study.set.isSimulated && row.pair.isSame && row.evidence.isOfTwoReports)
    case .partial: !row.pair.isSame
    // A reader who says no more than "same" tells no cuts from versions.
    case .contained: row.pair.isSame && (study.set.isSimulated || row.pair.label != "same")
    }
  }

  /// What the label says.
  func answer(to row: PairStudy.Row) -> Bool {
    switch self {
    case .together: row.isTogether
    case .same: row.pair.isSame
    case .partial: row.pair.label == "partial"
    case .contained: ["cut", "expanded"].contains(row.pair.label)
    }
  }
}
