import ArgumentParser
import Foundation
import NearDuplicates
import Pipeline
import Settings
import Stories
import Training
import Wire

/// `copytaster eval relations`
struct EvalRelations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations",
    abstract: "Precision, recall and group agreement on your own labelled pairs or clusters.",
    discussion: """
      A set is a folder with stories.jsonl, and pairs.jsonl ({"a","b","label"}; the labels same, partial, \
      template, boilerplate, none), or clusters.jsonl ({"id","group"} or {"cluster","ids"}), or both. \
      Prints how well the relations and the groups agree with the labels, and with --worst the pairs that \
      came out most wrong, for reading.

      EXAMPLES
        copytaster eval relations my-pairs/
        copytaster eval relations my-pairs/ --same-from 0.7     judge a stricter threshold
        copytaster eval relations my-pairs/ --worst 20
        copytaster eval relations my-pairs/ other-pairs/ --json
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Folders of labelled sets.", completion: .directory)
  var sets: [String]

  @Option(
    help: "Probability from which two stories are the same copy, instead of the configured one.")
  var sameFrom: Double?

  @Option(help: "List so many of the worst mistakes.")
  var worst = 0

  func validate() throws {
    if worst < 0 { throw ValidationError("--worst must be 0 or more") }
    guard let sameFrom, !(0.05...0.95).contains(sameFrom) else { return }
    throw ValidationError("--same-from must be from 0.05 to 0.95")
  }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      var rule = try settings.rule()
      if let sameFrom { rule.model?.sameFrom = sameFrom }
      for folder in sets {
        let batch = Batch(
          reader: try settings.copyReader(), plan: try settings.plan(), rule: rule)
        let evaluation = SetEvaluation(
          try LabelledSet(folder: folder), reader: try settings.copyReader(), grouping: batch,
          rule: rule)
        if common.json {
          Terminal.say(try JSON.line(EvaluationRow(evaluation, worst: worst)))
        } else {
          say(evaluation)
        }
      }
    }
  }

  private func say(_ evaluation: SetEvaluation) {
    Terminal.say(Style.bold(evaluation.set.name))
    if evaluation.pairCount > 0 {
      let right = Double(evaluation.threeWaysRight) / Double(evaluation.pairCount)
      Terminal.say("  same by relation   \(evaluation.byRelation)")
      Terminal.say("  same by group      \(evaluation.byGroup)")
      Terminal.say(
        "  same, partial or neither: \(Words.percent(right)) of \(evaluation.pairCount) pairs right"
      )
      for (label, counts) in evaluation.confusion.sorted(by: { $0.key < $1.key }) {
        let said = counts.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
        Terminal.say(
          "    \(label.fitted(to: 12)) called "
            + said.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", "))
      }
    }
    if let agreement = evaluation.agreement { say(agreement) }
    for mistake in evaluation.mistakes.prefix(worst) {
      Terminal.say(
        "  \(mistake.pair.a.printable) and \(mistake.pair.b.printable): labelled \(mistake.pair.label), called "
          + "\(mistake.said.rawValue): \(mistake.why)")
    }
  }

  private func say(_ agreement: ClusterAgreement) {
    Terminal.say("  adjusted Rand index \(Words.share(agreement.adjustedRand))")
    Terminal.say(
      "  pairs    P \(Words.share(agreement.pairPrecision)) R \(Words.share(agreement.pairRecall))")
    Terminal.say(
      "  B-cubed  P \(Words.share(agreement.bCubedPrecision)) R \(Words.share(agreement.bCubedRecall))"
    )
    Terminal.say("  \(agreement.falseMerges) groups mix copy, \(agreement.splits) are split")
  }
}

/// An evaluation as JSON.
private struct EvaluationRow: Encodable {
  struct Binary: Encodable {
    let precision: Double
    let recall: Double
    let f1: Double

    init(_ counts: PrecisionRecall) {
      (precision, recall, f1) = (counts.precision, counts.recall, counts.f1)
    }
  }

  struct Clusters: Encodable {
    let ari: Double
    let pairPrecision: Double
    let pairRecall: Double
    let bCubedPrecision: Double
    let bCubedRecall: Double
    let falseMerges: Int
    let splits: Int

    init(_ agreement: ClusterAgreement) {
      ari = agreement.adjustedRand
      (pairPrecision, pairRecall) = (agreement.pairPrecision, agreement.pairRecall)
      (bCubedPrecision, bCubedRecall) = (agreement.bCubedPrecision, agreement.bCubedRecall)
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

  let set: String
  let pairs: Int
  let sameByRelation: Binary
  let sameByGroup: Binary
  let threeWayAccuracy: Double
  let confusion: [String: [String: Int]]
  let clusters: Clusters?
  let worst: [Mistake]

  init(_ evaluation: SetEvaluation, worst: Int) {
    set = evaluation.set.name
    pairs = evaluation.pairCount
    sameByRelation = Binary(evaluation.byRelation)
    sameByGroup = Binary(evaluation.byGroup)
    threeWayAccuracy =
      pairs == 0 ? 0 : Double(evaluation.threeWaysRight) / Double(evaluation.pairCount)
    confusion = evaluation.confusion.mapValues { counts in
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }
    clusters = evaluation.agreement.map { Clusters($0) }
    self.worst = evaluation.mistakes.prefix(worst).map {
      Mistake(a: $0.pair.a, b: $0.pair.b, label: $0.pair.label, said: $0.said, why: $0.why)
    }
  }
}
