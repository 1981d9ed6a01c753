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
  /// Right and wrong answers for *same* and for each relation that labels name.
  private(set) var byKind: [String: PrecisionRecall] = [:]
  private(set) var mistakes: [Mistake] = []
  private(set) var clusterMistakes: [ClusterMistake] = []
  private(set) var agreement: ClusterAgreement?
  /// Stories that clusters name, and those that they don't: these are not counted.
  private(set) var (labelledCount, unlabelledCount) = (0, 0)
  private let grouped: GroupedNames
  /// The labels that the set's pairs have.
  private let labels: Set<String>
  /// Ids of which the set has several stories that came to stand in several groups, in order.
  var scattered: [String] { grouped.scattered }
  /// Ids that stand several times in the set, each counted once.
  var repeatedCount: Int { grouped.repeatedCount }

  /// Relates and groups all of a set's stories.
  init(_ set: LabelledSet, reader: CopyReader, grouping: Batch, rule: RelationRule) {
    self.set = set
    labels = Set(set.pairs.map(\.label))
    grouped = GroupedNames(set, grouping)
    let groups = grouped.groups
    let study = PairStudy(set, reader)
    for row in study.rows { note(row, study.verdict(row, reader, rule), groups, rule) }
    countKinds()
    mistakes.sort { ($0.badness, $1.pair.a) > ($1.badness, $0.pair.a) }
    if !set.clusters.isEmpty {
      let known = grouped.ids.filter { set.clusters[$0] != nil }
      (labelledCount, unlabelledCount) = (known.count, grouped.ids.count - known.count)
      let gold = known.map { set.clusters[$0] ?? "" }
      let predicted = known.map { groups[$0] ?? "" }
      agreement = ClusterAgreement(gold: gold, predicted: predicted)
      clusterMistakes = ClusterMistake.all(ids: known, gold: gold, predicted: predicted)
    }
  }

  /// Counts for each relation that labels name how often it was said, was labelled, and both.
  private mutating func countKinds() {
    let named = Set(confusion.keys.map(gold)).subtracting(["same"])
    for (label, counts) in confusion {
      let gold = gold(label)
      for (relation, count) in counts {
        let said = said(relation, label)
        byKind["same", default: PrecisionRecall()]
          .note(predicted: relation.isSame, gold: isSame(label), times: count)
        // A label that says only that two are the same copy tells nothing of how.
        for kind in named where label != "same" || !isSame(kind) {
          byKind[kind, default: PrecisionRecall()]
            .note(predicted: said == kind, gold: gold == kind, times: count)
        }
      }
    }
  }

  /// What a label counts as. The simulator does not say which of two is the cut, and its strangers that look alike are
  /// strangers.
  private func gold(_ label: String) -> String {
    if label == "none-hard" { return Relation.none.rawValue }
    return set.isSimulated && label == Relation.expanded.rawValue ? Relation.cut.rawValue : label
  }

  /// What a relation counts as that was said of a pair with some label. Where no label of the set is finer than "none",
  /// that says nothing of how two strangers are alike.
  private func said(_ relation: Relation, _ label: String) -> String {
    let isStrange = relation == .boilerplate || relation == .template
    let isUntold = label == "none" && !labels.contains(relation.rawValue)
    return isStrange && (label == "none-hard" || isUntold)
      ? Relation.none.rawValue : gold(relation.rawValue)
  }

  private func isSame(_ label: String) -> Bool {
    label == "same" || Relation(rawValue: label)?.isSame ?? false
  }

  /// Whether a relation is what a label says, as far as it says it.
  private func agrees(_ relation: Relation, _ label: String) -> Bool {
    label == "same" ? relation.isSame : said(relation, label) == gold(label)
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
    guard !agrees(relation, pair.label) else { return }
    // Right as far as versions, passages and strangers go, such as a cut that is called a version: last in the list.
    mistakes.append(
      Mistake(
        pair: pair, said: relation, why: rule.explain(row.evidence, verdict).sentence,
        badness: isRight ? 0 : abs((pair.isSame ? 1 : 0) - verdict.strength)))
  }
}
