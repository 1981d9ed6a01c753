import NearDuplicates
import Stories
import Training

/// How a labelled set came out, for reading.
struct EvaluationView {
  let evaluation: SetEvaluation
  /// The probability from which two stories are the same copy.
  let sameFrom: Double
  /// How many of the worst pairs, and of the worst groups, are listed.
  let worst: Int

  func show() {
    Terminal.say(Style.bold(evaluation.set.name) + ", the same from \(Words.share(sameFrom))")
    if evaluation.pairCount > 0 { showPairs() }
    if let agreement = evaluation.agreement { show(agreement) }
    for mistake in evaluation.mistakes.prefix(worst) {
      say(
        "\(mistake.pair.a.printable) and \(mistake.pair.b.printable): labelled \(mistake.pair.label), called "
          + "\(mistake.said.rawValue): \(mistake.why)")
    }
    for mistake in evaluation.clusterMistakes.prefix(worst) { say(sentence(mistake)) }
  }

  private func showPairs() {
    let right = Double(evaluation.threeWaysRight) / Double(evaluation.pairCount)
    Terminal.say("  same by relation   \(evaluation.byRelation)")
    Terminal.say("  same by group      \(evaluation.byGroup)")
    Terminal.say(
      "  same, partial or neither: \(Words.percent(right)) of \(Words.count(evaluation.pairCount, "pair", "pairs")) right"
    )
    for (kind, counts) in evaluation.byKind.sorted(by: { $0.key < $1.key }) {
      Terminal.say(
        "    \(kind.fitted(to: 12)) \(counts); \(counts.gold) labelled, \(counts.predicted) called so"
      )
    }
    for (label, counts) in evaluation.confusion.sorted(by: { $0.key < $1.key }) {
      let said = counts.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
      Terminal.say(
        "    \(label.fitted(to: 12)) called "
          + said.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", "))
    }
  }

  private func show(_ agreement: ClusterAgreement) {
    func figures(_ precision: Double, _ recall: Double, _ f1: Double) -> String {
      "P \(Words.share(precision)) R \(Words.share(recall)) F1 \(Words.share(f1))"
    }
    let left = evaluation.unlabelledCount
    let labelled = Words.count(evaluation.labelledCount, "labelled story", "labelled stories")
    Terminal.say("  groups of \(labelled)")
    if left > 0 {
      Terminal.say(
        "  \(Words.stories(left)) without a label \(left == 1 ? "is" : "are") not counted, whatever the group"
      )
    }
    Terminal.say("  adjusted Rand index \(Words.share(agreement.adjustedRand))")
    Terminal.say(
      "  pairs    \(figures(agreement.pairPrecision, agreement.pairRecall, agreement.pairF1))")
    Terminal.say(
      "  B-cubed  \(figures(agreement.bCubedPrecision, agreement.bCubedRecall, agreement.bCubedF1))"
    )
    Terminal.say(
      "  \(Words.count(agreement.falseMerges, "group mixes", "groups mix")) copy, "
        + "\(Words.count(agreement.splits, "is", "are")) split")
  }

  private func sentence(_ mistake: ClusterMistake) -> String {
    let parts = mistake.parts.map { $0.map(\.printable).joined(separator: ", ") }
      .joined(separator: " | ")
    let what =
      mistake.kind == .mixed ? "one group holds copy of" : "one copy is spread over"
    return
      "\(what) \(mistake.parts.count) groups, \(Words.count(mistake.wrongPairs, "pair", "pairs")) wrong: \(parts)"
  }

  private func say(_ sentence: String) {
    for (number, line) in Terminal.lines(sentence, indentation: 4).enumerated() {
      Terminal.say((number == 0 ? "  " : "    ") + line)
    }
  }
}
