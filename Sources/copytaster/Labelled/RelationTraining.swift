import NearDuplicates
import Stories

/// Trees from measured pairs. Every set counts as much as any other of its kind, however many pairs it has;
/// sets labelled by hand count more than simulated ones.
struct RelationTraining {
  private let studies: [PairStudy]
  private static let weightOfSimulated = 2000.0
  private static let weightOfRead = 3000.0

  init(_ studies: [PairStudy]) { self.studies = studies }

  /// Trains on all pairs but those held back.
  func model(
    named name: String, without heldBack: (PairStudy, PairStudy.Row) -> Bool = { _, _ in false }
  ) -> RelationModel? {
    typealias Examples = [TreeTrainer.Example]
    var (together, same, partial): (Examples, Examples, Examples) = ([], [], [])
    for study in studies {
      let rows = study.rows.filter { !heldBack(study, $0) }
      let whole =
        study.set.isSimulated
        ? RelationTraining.weightOfSimulated : RelationTraining.weightOfRead
      let weight = whole / Double(max(1, rows.count))
      for row in rows {
        let values = row.features.values
        together.append(.init(values: values, isYes: row.isTogether, weight: weight))
        same.append(.init(values: values, isYes: row.pair.isSame, weight: weight))
        if !row.pair.isSame {
          partial.append(.init(values: values, isYes: row.pair.label == "partial", weight: weight))
        }
      }
    }
    let trainer = TreeTrainer()
    guard let one = trainer.train(together), let two = trainer.train(same),
      let three = trainer.train(partial)
    else { return nil }
    return RelationModel(name: name, together: one, same: two, partial: three)
  }
}

/// What the kind of model does on pairs that it was not trained on: each half of a set in turn is judged by
/// a model trained on the other half and on all other sets. Halves are cut between components of labelled
/// pairs, so no story is in both.
struct RelationFolds {
  /// Figures over both halves.
  struct Figures {
    let set: String
    let count: Int
    let same: PrecisionRecall
    let threeWays: Double
  }

  private let studies: [PairStudy]

  init(_ studies: [PairStudy]) { self.studies = studies }

  /// Judges one set.
  func judge(_ study: PairStudy) throws -> Figures {
    var same = PrecisionRecall()
    var right = 0
    for half in 0..<2 {
      let model = RelationTraining(studies).model(named: "half") { other, row in
        other.set.name == study.set.name && row.component % 2 == half
      }
      let rule = RelationRule(model: model)
      for row in study.rows where row.component % 2 == half {
        let relation = rule.judge(row.evidence).relation
        same.note(predicted: relation.isSame, gold: row.pair.isSame)
        if RelationFolds.coarse(relation) == RelationFolds.coarse(row.pair) { right += 1 }
      }
    }
    return Figures(
      set: study.set.name, count: study.rows.count, same: same,
      threeWays: Double(right) / Double(max(1, study.rows.count)))
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
