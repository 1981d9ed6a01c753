import NearDuplicates
import Pipeline
import Stories

/// A pair as `relate` prints it.
struct RelationRow: Encodable {
  struct Stretch: Encodable {
    let a: [Int]
    let b: [Int]
  }

  let a: String
  let b: String
  let outletA: String?
  let outletB: String?
  let relation: Relation
  let reason: String
  /// How strongly the two pull into one group by themselves, from 0 to 1; 0.5 is enough.
  let pull: Double
  let resemblance: Double
  let estimate: Double
  /// The larger of the next two.
  let containment: Double
  /// How much of the first is in the second, in exact runs of words.
  let containmentOfA: Double
  let containmentOfB: Double
  /// Between publications, if both are known.
  let secondsApart: Int64?
  let shareOfA: Double
  let shareOfB: Double
  let quotesOnly: Bool
  let passages: [Stretch]
  let changedA: [[Int]]
  let changedB: [[Int]]
  let boilerplateA: [[Int]]
  let boilerplateB: [[Int]]
  /// What their component made of them, if both are of one store.
  let component: VoteView?

  private enum CodingKeys: String, CodingKey {
    case a, b, relation, reason, pull, resemblance, estimate, containment, passages, component
    case outletA = "outlet_a"
    case outletB = "outlet_b"
    case shareOfA = "share_a"
    case shareOfB = "share_b"
    case containmentOfA = "containment_a"
    case containmentOfB = "containment_b"
    case secondsApart = "seconds_apart"
    case quotesOnly = "quotes_only"
    case changedA = "changed_a"
    case changedB = "changed_b"
    case boilerplateA = "boilerplate_a"
    case boilerplateB = "boilerplate_b"
  }

  init(_ one: Story, _ two: Story, _ report: PairReport, vote: NamedVote? = nil) {
    component = vote.map { VoteView($0) }
    (a, b) = (one.id, two.id)
    (outletA, outletB) = (one.outlet?.name, two.outlet?.name)
    (relation, reason) = (report.verdict.relation, report.sentence(on: one, two))
    pull = JSON.rounded(report.verdict.strength)
    quotesOnly = report.verdict.isQuotesOnly
    resemblance = JSON.rounded(report.evidence.likeness.resemblance)
    estimate = JSON.rounded(report.estimate)
    let likeness = report.evidence.likeness
    containment = JSON.rounded(likeness.containment)
    containmentOfA = JSON.rounded(likeness.containmentOfFirst)
    containmentOfB = JSON.rounded(likeness.containmentOfSecond)
    secondsApart = report.evidence.apart.map { $0 / 1000 }
    (shareOfA, shareOfB) = (JSON.rounded(report.shareOfFirst), JSON.rounded(report.shareOfSecond))
    changedA = report.changed.first.map { [$0.lowerBound, $0.upperBound] }
    changedB = report.changed.second.map { [$0.lowerBound, $0.upperBound] }
    boilerplateA = report.boilerplate.first.map { [$0.lowerBound, $0.upperBound] }
    boilerplateB = report.boilerplate.second.map { [$0.lowerBound, $0.upperBound] }
    passages = report.passages.map { passage in
      Stretch(
        a: [passage.first.lowerBound, passage.first.upperBound],
        b: [passage.second.lowerBound, passage.second.upperBound])
    }
  }
}
