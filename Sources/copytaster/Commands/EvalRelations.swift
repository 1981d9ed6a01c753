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
      verbatim, version, cut, expanded, template, boilerplate, none), or clusters.jsonl ({"id","group"} or \
      {"cluster","ids"}), or both. A cut is a pair whose "a" is "b" shortened; expanded the other way round. A story \
      without a cluster is not counted where groups are judged, with whatever it was grouped: one that belongs with \
      none needs a cluster of its own. Prints how well the relations and the groups agree with the labels, and with \
      --worst the pairs and groups that came out most wrong, for reading. Precision where nothing was called so, and \
      recall where nothing is labelled so, are 1 (scikit-learn's zero_division=1): a right answer has nothing but ones. \
      Where no pair of the set is labelled template, or boilerplate, none takes it in. A story that stands in stories.jsonl \
      several times counts once.

      To choose grouping.same_from, judge some values on one part of your labels, and the one that you chose on \
      another: figures of the labels that a value was chosen on flatter it.

      EXAMPLES
        copytaster eval relations my-pairs/
        copytaster eval relations my-pairs/ --same-from 0.7     judge a stricter threshold
        copytaster eval relations my-pairs/ --worst 20
        copytaster compare npa-002 ledger-011 --from my-pairs/stories.jsonl     read one of them
        copytaster eval relations my-pairs/ other-pairs/ --json
        for from in 0.3 0.4 0.5 0.6 0.7 0.8; do
          copytaster eval relations my-pairs/ --same-from $from --json
        done | jq -c '[.same_from, .same_by_relation, .same_by_group.f1, .clusters.ari]'
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Folders of labelled sets.", completion: .directory)
  var sets: [String]

  @Option(
    help:
      "Probability from which two stories are the same copy and in one group, instead of the configured one."
  )
  var sameFrom: Double?

  @Option(help: "List so many of the worst pairs, and of the worst groups.")
  var worst = 0

  func validate() throws {
    if worst < 0 { throw ValidationError("--worst must be 0 or more") }
    guard let sameFrom, !(0.05...0.95).contains(sameFrom) else { return }
    throw ValidationError("--same-from must be from 0.05 to 0.95")
  }

  func run() async throws {
    try await reporting {
      var settings = try common.settings()
      if let sameFrom { settings.grouping.sameFrom = sameFrom }
      let rule = try settings.rule()
      for folder in sets {
        let batch = Batch(
          reader: try settings.copyReader(), plan: try settings.plan(), rule: rule,
          noise: settings.grouping.noise)
        let evaluation = SetEvaluation(
          try LabelledSet(folder: folder, settings), reader: try settings.copyReader(),
          grouping: batch,
          rule: rule)
        complain(of: evaluation)
        if common.json {
          Terminal.say(
            try JSON.line(
              EvaluationRow(evaluation, sameFrom: settings.grouping.sameFrom, worst: worst)))
        } else {
          EvaluationView(
            evaluation: evaluation, sameFrom: settings.grouping.sameFrom, worst: worst
          ).show()
        }
      }
    }
  }

  /// Says where labels contradict each other, and where several stories of a set have one id.
  private func complain(of evaluation: SetEvaluation) {
    let name = evaluation.set.name
    let contradictions = evaluation.set.contradictions
    if let first = contradictions.first {
      let pair = "'\(first.pair.a.printable)' and '\(first.pair.b.printable)'"
      Terminal.complain(
        "\(name): \(Words.count(contradictions.count, "pair contradicts", "pairs contradict")) other labels, so that "
          + "no grouping can be right on all: \(pair) are labelled \(first.pair.label), and \(first.problem)"
      )
    }
    if evaluation.repeatedCount > 0 {
      let (stand, count) = evaluation.repeatedCount == 1 ? ("stands", "is") : ("stand", "are")
      Terminal.complain(
        "\(name): \(Words.count(evaluation.repeatedCount, "story", "stories")) \(stand) there more than once, and "
          + "\(count) counted once")
    }
    guard let example = evaluation.scattered.first else { return }
    Terminal.complain(
      "\(name): \(Words.count(evaluation.scattered.count, "id stands", "ids stand")) for stories in several groups, "
        + "such as '\(example.printable)': the first group is meant; give them ids of their own")
  }
}
