import NearDuplicates
import Stories
import Training

/// An evaluation as JSON. Without labelled pairs, or without clusters, what is asked of them is left out.
struct EvaluationRow: Encodable {
  struct Binary: Encodable {
    let precision: Double
    let recall: Double
    let f1: Double

    init(_ counts: PrecisionRecall) {
      (precision, recall, f1) = (counts.precision, counts.recall, counts.f1)
    }
  }

  struct Clusters: Encodable {
    let stories: Int
    let unlabelled: Int
    let ari: Double
    let pairPrecision: Double
    let pairRecall: Double
    let pairF1: Double
    let bCubedPrecision: Double
    let bCubedRecall: Double
    let bCubedF1: Double
    let falseMerges: Int
    let splits: Int

    init(_ agreement: ClusterAgreement, _ stories: Int, unlabelled: Int) {
      (self.stories, self.unlabelled) = (stories, unlabelled)
      ari = agreement.adjustedRand
      (pairPrecision, pairRecall) = (agreement.pairPrecision, agreement.pairRecall)
      (bCubedPrecision, bCubedRecall) = (agreement.bCubedPrecision, agreement.bCubedRecall)
      (pairF1, bCubedF1) = (agreement.pairF1, agreement.bCubedF1)
      (falseMerges, splits) = (agreement.falseMerges, agreement.splits)
    }
  }

  struct Mistake: Encodable {
    let a: String
    let b: String
    let label: String
    let said: Relation
    let why: String
  }

  struct GroupMistake: Encodable {
    let kind: ClusterMistake.Kind
    let wrongPairs: Int
    let parts: [[String]]
  }

  let set: String
  let sameFrom: Double
  let pairs: Int
  let sameByRelation: Binary?
  let sameByGroup: Binary?
  let threeWayAccuracy: Double?
  let relations: [String: Binary]?
  let confusion: [String: [String: Int]]?
  let clusters: Clusters?
  let worst: [Mistake]
  let worstGroups: [GroupMistake]

  init(_ evaluation: SetEvaluation, sameFrom: Double, worst: Int) {
    (set, self.sameFrom) = (evaluation.set.name, sameFrom)
    pairs = evaluation.pairCount
    let hasPairs = pairs > 0
    sameByRelation = hasPairs ? Binary(evaluation.byRelation) : nil
    sameByGroup = hasPairs ? Binary(evaluation.byGroup) : nil
    threeWayAccuracy = hasPairs ? Double(evaluation.threeWaysRight) / Double(pairs) : nil
    relations = hasPairs ? evaluation.byKind.mapValues { Binary($0) } : nil
    let confusion = evaluation.confusion.mapValues { counts in
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }
    self.confusion = hasPairs ? confusion : nil
    clusters = evaluation.agreement.map {
      Clusters($0, evaluation.labelledCount, unlabelled: evaluation.unlabelledCount)
    }
    self.worst = evaluation.mistakes.prefix(worst).map {
      Mistake(a: $0.pair.a, b: $0.pair.b, label: $0.pair.label, said: $0.said, why: $0.why)
    }
    worstGroups = evaluation.clusterMistakes.prefix(worst).map {
      GroupMistake(kind: $0.kind, wrongPairs: $0.wrongPairs, parts: $0.parts)
    }
  }
}
