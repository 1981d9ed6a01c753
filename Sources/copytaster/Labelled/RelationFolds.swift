import NearDuplicates
import Stories

/// What the kind of model does on pairs that it was not trained on.
///
/// All hand-labelled sets are cut into parts between components of labelled pairs, so no story is in two. Each
/// part in turn is judged by a model trained on the others and on the simulated sets; the probability from
/// which it calls two stories one copy was chosen within what it was trained on. All of this several times,
/// with other parts. Further labels, by other readers, are learned from and never judged.
struct RelationFolds {
  /// Into how many parts, and how often. Halves tell methods apart; of eighths each model has seen nearly as much
  /// as the one that is shipped.
  static let cuts = [Cut(parts: 2, times: 5), Cut(parts: 8, times: 2)]
  /// The same, to choose a probability: parts small enough that what trees say of them is much like what those say
  /// that are trained on all.
  private static let inner = Cut(parts: 4, times: 2)
  /// Difference in F1 that says nothing: a third of the spread between cuts. Of probabilities that are as good the
  /// middle one is taken, farthest from where they stop being so.
  private static let asGood = 0.003
  /// Pairs of each simulated set used.
  private static let most = 1200

  /// A way to cut.
  struct Cut {
    let parts: Int
    let times: Int
  }

  /// Figures of one set over all parts, one of each for every time it was cut.
  struct Figures {
    let set: String
    let count: Int
    let cut: Cut
    /// Pairs that were judged each time: those of parts without which there was enough to learn from.
    private(set) var judged = 0
    var same: [PrecisionRecall] = []
    /// The same of pairs whose label is not marked as doubtful.
    var firm: [PrecisionRecall] = []
    var threeWays: [Double] = []
  }

  /// Probabilities of one pair, from a model that did not see it.
  private struct Judged {
    let study: Int
    let row: PairStudy.Row
    let probability: Double
  }

  private let studies: [PairStudy]
  private let read: [Int]
  private let unused: Set<PairFeatures.Name>

  /// Makes ready to judge.
  ///
  /// - Parameters:
  ///   - studies: all sets.
  ///   - unused: measurements of which trees must not ask.
  init(_ studies: [PairStudy], unused: Set<PairFeatures.Name> = []) {
    (self.studies, self.unused) = (studies, unused)
    read = studies.indices.filter { !studies[$0].set.isSimulated }
  }

  /// Judges all hand-labelled sets.
  func judge(_ cut: Cut) -> [Figures] {
    var figures = read.map {
      Figures(
        set: studies[$0].set.name, count: studies[$0].rows.count { !$0.pair.isFurther }, cut: cut)
    }
    for time in 0..<cut.times {
      let parts = (0..<cut.parts).map { verdicts(on: $0, of: cut, time) }
      for (place, study) in read.enumerated() {
        figures[place].note(parts.flatMap { $0[study] ?? [] })
      }
    }
    return figures
  }

  /// What a model that did not see a part says of it, for each hand-labelled set.
  private func verdicts(
    on part: Int, of cut: Cut, _ time: Int
  ) -> [Int: [(pair: LabelledSet.Pair, relation: Relation)]] {
    let isOut = { (row: PairStudy.Row) in
      RelationFolds.part(row.component, of: cut.parts, time) == part
    }
    let sameFrom = threshold(within: { !isOut($0) }, seed: 100 + 10 * time)
    guard let rule = rule(training(without: isOut), sameFrom: sameFrom) else { return [:] }
    var verdicts: [Int: [(pair: LabelledSet.Pair, relation: Relation)]] = [:]
    for study in read {
      verdicts[study] = studies[study].rows.filter { isOut($0) && !$0.pair.isFurther }.map {
        ($0.pair, rule.judge($0.evidence).relation)
      }
    }
    return verdicts
  }

  /// The probability from which two are the same copy: the middle one of those that have the best F1 or as good a
  /// one, the mean over the sets, on pairs that the judging model did not see.
  ///
  /// - Parameters:
  ///   - isIn: which pairs may be looked at.
  ///   - seed: how parts are cut.
  /// - Returns: a probability; its neighbours count too, so that one pair doesn't decide.
  func threshold(within isIn: @escaping (PairStudy.Row) -> Bool, seed: Int) -> Double {
    var unseen: [Judged] = []
    for time in 0..<RelationFolds.inner.times {
      unseen += judged(within: isIn, seed: seed + time)
    }
    let steps = Array(stride(from: 0.3, through: 0.85, by: 0.05))
    let bySet = read.map { study in unseen.filter { $0.study == study } }
    let figures: [Double] = steps.map { step in
      bySet.reduce(0.0) { sum, pairs in sum + f1(pairs, step) }
    }
    let smooth = figures.indices.map { index in
      let around = figures[max(0, index - 1)] + figures[min(steps.count - 1, index + 1)]
      return (figures[index] * 2 + around) / Double(4 * max(1, read.count))
    }
    let best = smooth.max() ?? 0
    let asGood = smooth.indices.filter { smooth[$0] >= best - RelationFolds.asGood }
    return asGood.isEmpty ? 0.5 : steps[asGood[asGood.count / 2]]
  }

  /// Each pair that may be looked at, judged by trees that did not see its part.
  private func judged(
    within isIn: @escaping (PairStudy.Row) -> Bool, seed: Int
  ) -> [Judged] {
    var judged: [Judged] = []
    let parts = RelationFolds.inner.parts
    for part in 0..<parts {
      let isOut = { (row: PairStudy.Row) in
        RelationFolds.part(row.component, of: parts, seed) == part
      }
      guard let trees = training(without: { !isIn($0) || isOut($0) }).trees(.same) else { continue }
      for study in read {
        for row in studies[study].rows where isIn(row) && isOut(row) && !row.pair.isFurther {
          let probability = trees.probability(row.features.values)
          judged.append(Judged(study: study, row: row, probability: probability))
        }
      }
    }
    return judged
  }

  private func f1(_ judged: [Judged], _ threshold: Double) -> Double {
    var tally = PrecisionRecall()
    for one in judged {
      tally.note(predicted: one.probability >= threshold, gold: one.row.pair.isSame)
    }
    return tally.f1
  }

  /// A rule with the trees that decide what is judged here.
  private func rule(_ training: RelationTraining, sameFrom: Double) -> RelationRule? {
    guard let together = training.trees(.together), let same = training.trees(.same),
      let partial = training.trees(.partial)
    else { return nil }
    return RelationRule(
      model: RelationModel(
        name: "half", together: together, same: same.halved(at: sameFrom), partial: partial))
  }

  private func training(without isOut: @escaping (PairStudy.Row) -> Bool) -> RelationTraining {
    RelationTraining(studies, most: RelationFolds.most, unused: unused) { study, row in
      !study.set.isSimulated && isOut(row)
    }
  }

  /// Which of some parts a component of labelled pairs is in; their count is a power of two.
  private static func part(_ component: Int, of parts: Int, _ seed: Int) -> Int {
    var mixed = UInt64(truncatingIfNeeded: component) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= UInt64(truncatingIfNeeded: seed + 1) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 30) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 31)) & (parts - 1)
  }

  /// Same, partial or neither.
  static func coarse(_ relation: Relation) -> Int {
    relation.isSame ? 2 : relation == .partial ? 1 : 0
  }

  /// The same for a label.
  static func coarse(_ pair: LabelledSet.Pair) -> Int {
    pair.isSame ? 2 : pair.label == "partial" ? 1 : 0
  }
}

extension RelationFolds.Figures {
  /// Counts what was said once all parts were judged.
  fileprivate mutating func note(_ judged: [(pair: LabelledSet.Pair, relation: Relation)]) {
    guard !judged.isEmpty else { return }
    self.judged = same.isEmpty ? judged.count : min(self.judged, judged.count)
    var (all, sure) = (PrecisionRecall(), PrecisionRecall())
    for (pair, relation) in judged {
      all.note(predicted: relation.isSame, gold: pair.isSame)
      if pair.isFirm { sure.note(predicted: relation.isSame, gold: pair.isSame) }
    }
    let right = judged.count { RelationFolds.coarse($0.relation) == RelationFolds.coarse($0.pair) }
    same.append(all)
    firm.append(sure)
    threeWays.append(Double(right) / Double(max(1, judged.count)))
  }
}
