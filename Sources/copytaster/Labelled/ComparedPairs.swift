import NearDuplicates
import Pipeline
import Stories

/// The pairs of a set with clusters that grouping its stories compares. What a model that groups is asked is not
/// what a labelled set names: most of it are pairs that share something and belong to two clusters.
struct ComparedPairs {
  /// One compared pair, by positions of its stories.
  struct Row {
    let first: Int
    let second: Int
    let evidence: PairEvidence
    let isTogether: Bool
  }

  private(set) var rows: [Row] = []

  /// Groups the stories by the plain rule, which forgets fewer pairs than a model, and keeps what was compared.
  ///
  /// - Parameters:
  ///   - set: must have clusters; stories without one are left out.
  ///   - reader: of this set alone.
  ///   - plan: how signatures are cut into bands.
  init(_ set: LabelledSet, _ reader: CopyReader, plan: BandPlan) {
    let batch = Batch(reader: reader, plan: plan, rule: RelationRule())
    var pairs: [JudgedPair] = []
    batch.whenJudged = { pairs += $0 }
    for story in set.stories { batch.add(story) }
    batch.place { _ in }
    var seen: Set<[Int]> = []
    for pair in pairs where !pair.evidence.sameIdentity {
      guard let first = batch.position(of: pair.first),
        let second = batch.position(of: pair.second),
        let one = set.clusters[batch.entries[first].id],
        let two = set.clusters[batch.entries[second].id], seen.insert([first, second]).inserted
      else { continue }
      rows.append(
        Row(first: first, second: second, evidence: pair.evidence, isTogether: one == two))
    }
  }
}
