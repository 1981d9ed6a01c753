import NearDuplicates
import Stories
import Training

/// Trees from measured pairs. Every set counts as much as any other of its kind, however many pairs it has. Sets
/// labelled by hand count in full, each of them; all simulated ones together have one say, however many there are.
struct RelationTraining {
  private let studies: [PairStudy]
  /// Pairs of a simulated set that are used: every nth.
  private let most: Int
  /// What is held back.
  private let isHeldBack: (PairStudy, PairStudy.Row) -> Bool
  /// Simulated sets that share what these weigh in all.
  private let sharing: Int
  /// Measurements of which trees must not ask.
  private let unused: Set<PairFeatures.Name>

  /// What a hand-labelled set weighs in all.
  private static let weightOfRead = 3000.0
  /// What a label counts that its reader was in doubt about, where one that he was sure of counts 1.
  private static let trustInDoubtful = 0.25
  /// What a further label counts, where the set's own reader's counts 1: no two readers draw the line at quite the same
  /// place.
  private static let trustInFurther = 0.5

  /// What pairs with their boilerplate count, where the same set's without it count 1.
  private static let weightOfExposed = 0.25

  /// Share of the longer text from which two stories above one policy and two takes of a running story look the same.
  private static let exposedUpTo: Float = 0.6
  /// What takes of running stories count, likewise.
  private static let weightOfTakes = 0.05
  /// What events that are told again with other figures count, likewise, and forms that are filled in for two events.
  private static let weightOfRetold = 0.1
  private static let weightOfForms = 0.2
  /// The part of events told again that `same` is taught with: of labelled pairs with other figures nearly all are forms.
  private static let partInSame = 0.2
  /// Pairs of a set with their boilerplate that are used, about: every nth, since there are so many that all would take
  /// an hour.
  private static let mostOfExposed = 4000

  init(
    _ studies: [PairStudy], most: Int = .max, sharing: Int? = nil,
    unused: Set<PairFeatures.Name> = [],
    without isHeldBack: @escaping (PairStudy, PairStudy.Row) -> Bool = { _, _ in false }
  ) {
    (self.studies, self.most, self.isHeldBack) = (studies, most, isHeldBack)
    self.unused = unused
    self.sharing = max(1, sharing ?? studies.count { $0.set.isSimulated })
  }

  /// Trains all five sums.
  ///
  /// - Parameters:
  ///   - name: the model's name.
  ///   - sameFrom: the probability of `same` that is to become one half.
  /// - Returns: nil where a question has no examples of both answers.
  func model(named name: String, sameFrom: Double) -> RelationModel? {
    guard let together = trees(.together), let same = trees(.same), let partial = trees(.partial)
    else { return nil }
    return RelationModel(
      name: name, together: together, same: same.halved(at: sameFrom), partial: partial,
      contained: trees(.contained), context: contextTrees())
  }

  /// Trains one.
  func trees(_ question: Question) -> BoostedTrees? {
    var trainer = TreeTrainer()
    trainer.directions = PairFeatures.directions(without: unused, isFree: question != .same)
    switch question {
    case .together: (trainer.rounds, trainer.shrinkage) = (120, 0.2)
    case .same: (trainer.rounds, trainer.shrinkage) = (100, 0.2)
    case .partial: break
    case .contained: (trainer.rounds, trainer.depth) = (40, 3)
    }
    return trainer.train(studies.flatMap { examples(question, $0) })
  }

  private func examples(_ question: Question, _ study: PairStudy) -> [TreeTrainer.Example] {
    if question == .together, let compared = study.compared {
      return examples(compared) + (study.exposed.map(examplesOfExposed) ?? [])
        + made(study.takes?.rows, RelationTraining.weightOfTakes)
        + made(study.retold?.rows, RelationTraining.weightOfRetold)
        + forms(study)
    }
    let all = study.rows.filter { !isHeldBack(study, $0) && question.concerns($0, of: study) }
    let rows = everyNth(of: all, upTo: study.set.isSimulated ? most : .max)
    let whole = study.set.isSimulated ? weightOfSet(question) : RelationTraining.weightOfRead
    let trust = rows.map(RelationTraining.trust)
    let weight = whole / max(1, trust.reduce(0, +))
    let isOfAnyOutlets = question.isOfAnyOutlets && study.hasOneOutlet
    let retold = question == .same ? study.retold?.rows : nil
    return made(retold, RelationTraining.partInSame * RelationTraining.weightOfRetold)
      + zip(rows, trust).flatMap { row, trust in
        let seen = isOfAnyOutlets ? row.features.throughAnyOutlets : [row.features]
        return seen.map {
          TreeTrainer.Example(
            values: $0.values, isYes: question.answer(to: row),
            weight: weight * trust / Double(seen.count))
        }
      }
  }

  /// About so many of some rows, from all of them evenly.
  private func everyNth<Row>(of rows: [Row], upTo most: Int) -> [Row] {
    stride(from: 0, to: rows.count, by: max(1, rows.count / max(1, most))).map { rows[$0] }
  }

  /// What one simulated set weighs.
  private func weightOfSet(_ question: Question) -> Double {
    question.weightOfSimulated / Double(sharing)
  }

  /// How far a label is trusted.
  private static func trust(_ row: PairStudy.Row) -> Double {
    (row.pair.isFirm ? 1 : trustInDoubtful) * (row.pair.isFurther ? trustInFurther : 1)
  }

  /// Of a set whose stories were grouped: the pairs that the grouping met, rather than those that the set names.
  private func examples(_ compared: ComparedPairs) -> [TreeTrainer.Example] {
    let all = compared.rows.filter { !($0.isTogether && $0.evidence.isOfTwoReports) }
    let rows = everyNth(of: all, upTo: most)
    let weight = weightOfSet(.together) / Double(max(1, rows.count))
    return rows.map {
      .init(values: $0.evidence.features.values, isYes: $0.isTogether, weight: weight)
    }
  }

  /// Of the same set with its boilerplate.
  private func examplesOfExposed(_ compared: ComparedPairs) -> [TreeTrainer.Example] {
    let all = compared.rows.filter {
      $0.evidence.features[.shareLeast] < RelationTraining.exposedUpTo
        && !($0.isTogether && $0.evidence.isOfTwoReports)
    }
    let rows = everyNth(of: all, upTo: min(most, RelationTraining.mostOfExposed))
    return examples(
      rows.map { ($0.evidence.features, $0.isTogether) }, RelationTraining.weightOfExposed)
  }

  private func made(_ rows: [PairFeatures]?, _ part: Double) -> [TreeTrainer.Example] {
    examples((rows ?? []).map { ($0, true) }, part)
  }

  /// A form filled in for two events is not to stand in one group. What one copy is, and what a passage, readers say: forms
  /// taught there cost labelled pairs.
  private func forms(_ study: PairStudy) -> [TreeTrainer.Example] {
    examples((study.forms?.rows ?? []).map { ($0, false) }, RelationTraining.weightOfForms)
  }

  /// Pairs as they are, and as if no outlet were known, which weigh a part of what a set does.
  private func examples(
    _ rows: [(features: PairFeatures, isYes: Bool)], _ part: Double
  ) -> [TreeTrainer.Example] {
    let weight = part * weightOfSet(.together) / Double(2 * max(1, rows.count))
    return rows.flatMap { row in
      row.features.withAndWithoutOutlet.map {
        TreeTrainer.Example(values: $0.values, isYes: row.isYes, weight: weight)
      }
    }
  }

  /// Trains the trees that know a pair's component. They are shown strengths by trees that have seen no story of
  /// these: sets that go by one name, such as `seed1` of several profiles, may share stories, and are left out
  /// together.
  ///
  /// - Returns: nil with fewer than two names.
  func contextTrees() -> BoostedTrees? {
    let names = Set(studies.filter { $0.compared != nil }.map(\.set.lastName)).sorted()
    guard names.count > 1 else { return nil }
    var examples: [TreeTrainer.Example] = []
    for name in names {
      let others = RelationTraining(
        studies.filter { $0.set.lastName != name }, most: most, sharing: sharing,
        unused: unused, without: isHeldBack)
      guard let together = others.trees(.together) else { return nil }
      for study in studies where study.set.lastName == name {
        examples += study.compared?.contextExamples(together) ?? []
      }
    }
    return TreeTrainer().train(examples)
  }
}

extension ComparedPairs {
  /// What a set weighs in all: what matters is that all weigh the same.
  private static let weight = 10_000.0

  fileprivate func contextExamples(_ together: BoostedTrees) -> [TreeTrainer.Example] {
    let measured = ContextExamples.measured(
      rows.map {
        .init(
          first: $0.first, second: $0.second,
          strength: together.probability($0.evidence.features.values),
          covered: ($0.evidence.firstCovered, $0.evidence.secondCovered))
      })
    let weight = ComparedPairs.weight / Double(max(1, measured.count))
    return measured.map {
      .init(values: $0.values, isYes: rows[$0.pull].isTogether, weight: weight)
    }
  }
}

extension PairStudy {
  /// Whether all labelled pairs are of one outlet, as those of an agency's wire are.
  fileprivate var hasOneOutlet: Bool {
    !set.isSimulated && rows.allSatisfy { $0.evidence.sameOutlet }
  }
}

extension PairFeatures {
  /// The same pair as it is, and as if no outlet were known.
  fileprivate var withAndWithoutOutlet: [PairFeatures] {
    var unknown = self
    unknown[.sameOutlet] = -1
    return [self, unknown]
  }

  /// The same pair as if it had come through one outlet, through two, and without word of any: otherwise trees learn of a
  /// set with one outlet that a template needs one.
  fileprivate var throughAnyOutlets: [PairFeatures] {
    [Float(1), 0, -1].map { outlets in
      var features = self
      features[.sameOutlet] = outlets
      return features
    }
  }
}
