import NearDuplicates
import Pipeline
import Stories
import Training
import Wire

/// What the program says of a labelled set, held against the labels.
struct SetEvaluation {
  /// A pair that came out wrong.
  struct Mistake {
    let pair: LabelledSet.Pair
    let said: Relation
    let why: String
    /// How far the pull into one group is from what the label asks, from 0 to 1.
    let badness: Double
  }

  let set: LabelledSet
  private(set) var byRelation = PrecisionRecall()
  private(set) var byGroup = PrecisionRecall()
  private(set) var threeWaysRight = 0
  private(set) var pairCount = 0
  /// How often each label was called each relation.
  private(set) var confusion: [String: [Relation: Int]] = [:]
  /// Right and wrong answers by relation, for those that labels name: see `kind(of:)`.
  private(set) var byKind: [String: PrecisionRecall] = [:]
  private(set) var mistakes: [Mistake] = []
  private(set) var clusterMistakes: [ClusterMistake] = []
  private(set) var agreement: ClusterAgreement?

  /// Relates and groups all of a set's stories.
  init(_ set: LabelledSet, reader: CopyReader, grouping: Batch, rule: RelationRule) {
    self.set = set
    let groups = SetEvaluation.groups(set, grouping)
    let study = PairStudy(set, reader)
    for row in study.rows { note(row, study.verdict(row, reader, rule), groups, rule) }
    countKinds()
    mistakes.sort { ($0.badness, $1.pair.a) > ($1.badness, $0.pair.a) }
    if !set.clusters.isEmpty {
      let known = set.stories.map(\.story.id).filter { set.clusters[$0] != nil }
      let gold = known.map { set.clusters[$0] ?? "" }
      let predicted = known.map { groups[$0] ?? "" }
      agreement = ClusterAgreement(gold: gold, predicted: predicted)
      clusterMistakes = ClusterMistake.all(ids: known, gold: gold, predicted: predicted)
    }
  }

  /// Counts for each relation how often it was said, was labelled, and both.
  private mutating func countKinds() {
    let labels = Set(set.pairs.map { kind(of: $0.label) })
    for (label, counts) in confusion {
      let gold = kind(of: label)
      for (relation, count) in counts {
        let said = kind(of: relation.rawValue)
        for kind in labels.union([said]) where kind == gold || kind == said {
          byKind[kind, default: PrecisionRecall()]
            .note(predicted: kind == said, gold: kind == gold, times: count)
        }
      }
    }
  }

  /// What a label or a relation counts as. A set that says only that two are the same is not asked for more, and the
  /// simulator does not say which of two is the cut.
  private func kind(of label: String) -> String {
    if label == "none-hard" { return Relation.none.rawValue }
    if set.saysSameOnly, Relation(rawValue: label)?.isSame ?? true { return "same" }
    return set.isSimulated && label == Relation.expanded.rawValue ? Relation.cut.rawValue : label
  }

  private static func groups(_ set: LabelledSet, _ batch: Batch) -> [String: String] {
    for story in set.stories { batch.add(story) }
    var groups: [String: String] = [:]
    for (number, group) in batch.groups().enumerated() {
      for position in group { groups[batch.entries[position].id] = String(number) }
    }
    return groups
  }

  private mutating func note(
    _ row: PairStudy.Row, _ verdict: Verdict, _ groups: [String: String], _ rule: RelationRule
  ) {
    let (relation, pair) = (verdict.relation, row.pair)
    pairCount += 1
    byRelation.note(predicted: relation.isSame, gold: pair.isSame)
    byGroup.note(
      predicted: groups[pair.a] != nil && groups[pair.a] == groups[pair.b], gold: pair.isSame)
    confusion[pair.label, default: [:]][relation, default: 0] += 1
    let isRight = RelationFolds.coarse(relation) == RelationFolds.coarse(pair)
    if isRight { threeWaysRight += 1 }
    guard kind(of: relation.rawValue) != kind(of: pair.label) else { return }
    // Right as far as versions, passages and strangers go, such as a cut that is called a version: last in the list.
    mistakes.append(
      Mistake(
        pair: pair, said: relation, why: rule.explain(row.evidence, verdict).sentence,
        badness: isRight ? 0 : abs((pair.isSame ? 1 : 0) - verdict.strength)))
  }
}
