import ArgumentParser
import Foundation
import Models
import NearDuplicates
import Pipeline
import Settings
import Stories

/// `copytaster train relation`
struct TrainRelation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relation",
    abstract: "Train the model that decides what two stories are to each other.",
    discussion: """
      Sets are folders with stories.jsonl and labelled pairs, see 'copytaster eval --help'. Of each set with \
      hand-labelled pairs one half is held back in turn and judged by a model trained on the other, and then one \
      eighth by a model trained on the other seven, so that the figures printed are of stories that the model did \
      not see. The model that is written has seen all: 'copytaster eval' on these sets flatters it. Labels must hold \
      pairs of one copy, partial ones, and such as are neither. That one is a cut of the other is learned from labels \
      that say cut, expanded or version, or from simulated sets; what a pair's component says of it, from two \
      simulated sets or more.

      A folder that $COPYTASTER_MODELS names is looked at for models, and no other: put boilerplate.json and \
      rarity.json beside relation.json. 'copytaster version' says which model is used.

      EXAMPLES
        copytaster train relation corpora/wire-pairs corpora/web-pairs --output mine/relation.json --name mine/1
        COPYTASTER_MODELS=mine copytaster eval relations held-back-pairs/
        copytaster train relation pairs/ --without titles --without titlesAlike --output bare.json   what headlines buy
      """)

  @Argument(help: "Folders of labelled sets.", completion: .directory)
  var sets: [String]

  @Option(
    help: ArgumentHelp(
      """
      A folder with further labels of the sets' stories, NAME.jsonl for a set whose folder is \
      called NAME: they are learned from, and nothing is judged by them.
      """,
      valueName: "folder"), completion: .directory)
  var labels: String?

  @Option(help: "Where to write the model.", completion: .file(extensions: ["json"]))
  var output = "models/relation.json"

  @Option(help: "The model's name, recorded with every decision.")
  var name = "trees/8"

  @Option(help: "Write the measured pairs to a file of JSON Lines.", completion: .file())
  var features: String?

  @Option(
    help: ArgumentHelp(
      "A measurement that trees must do without, to see what it buys; may be given several times.",
      valueName: "measurement"), transform: measurement)
  var without: [PairFeatures.Name] = []

  @Flag(help: "Only write the model: judge nothing held back, which takes most of the time.")
  var quick = false

  func run() async throws {
    try await reporting {
      for path in [output, features].compactMap({ $0 }) { try OutputFile.check(path) }
      if let labels { try LabelledSet.checkFurtherLabels(in: labels, of: sets) }
      let studies = try sets.map(study)
      try checkLabels(studies)
      if let features { try write(studies, features) }
      let folds = RelationFolds(studies, unused: Set(without))
      for cut in quick ? [] : RelationFolds.cuts {
        for figures in folds.judge(cut) { say(figures) }
      }
      let sameFrom = folds.threshold(within: { _ in true }, seed: 0)
      let training = RelationTraining(studies, unused: Set(without))
      guard let model = training.model(named: name, sameFrom: sameFrom) else {
        throw InputError(
          path: sets.joined(separator: ", "), problem: "hold no pairs of both answers to learn from"
        )
      }
      try RelationModelFile(path: output).save(model)
      Terminal.say("\(output): trained on \(studies.reduce(0) { $0 + $1.rows.count }) pairs")
      sayWhatLacks(model)
    }
  }

  /// A measurement by its name.
  private static func measurement(_ name: String) throws -> PairFeatures.Name {
    let all = PairFeatures.Name.allCases
    guard let found = all.first(where: { "\($0)" == name }) else {
      throw ValidationError(
        "there is no measurement '\(name)'; there are \(all.map { "\($0)" }.joined(separator: ", "))"
      )
    }
    return found
  }

  /// Refuses labels of which nothing could be learned.
  private func checkLabels(_ studies: [PairStudy]) throws {
    let pairs = studies.flatMap { $0.rows.map(\.pair) }
    let lacking = [
      ("the same copy", pairs.contains(where: \.isSame)),
      ("partial", pairs.contains { $0.label == "partial" }),
      ("neither", pairs.contains { !$0.isSame && $0.label != "partial" }),
    ].filter { !$0.1 }.map(\.0)
    guard !lacking.isEmpty else { return }
    throw InputError(
      path: sets.joined(separator: ", "),
      problem:
        "no pair is labelled \(lacking.joined(separator: ", and none ")); a model learns from pairs that are the same "
        + "copy, pairs that are partial, and pairs that are neither")
  }

  /// Names the trees for which there was nothing to learn from.
  private func sayWhatLacks(_ model: RelationModel) {
    if model.contained == nil {
      Terminal.say(
        "  no trees for cuts: no pair is labelled cut or expanded beside such as are versions, so a cut is what shares "
          + "less than three quarters of the longer text")
    }
    if model.context == nil {
      Terminal.say(
        "  no trees for components: they take two simulated sets with clusters, so groups go by what pairs share alone"
      )
    }
  }

  private func study(_ folder: String) throws -> PairStudy {
    var set = try LabelledSet(folder: folder)
    if let labels { try set.addFurtherLabels(in: labels) }
    var study = PairStudy(set, try reader())
    if set.isSimulated, !set.clusters.isEmpty {
      let plan = try Settings().plan()
      study.compared = ComparedPairs(set, try reader(), plan: plan)
      let exposing = try reader()
      exposing.setsAside = false
      study.exposed = ComparedPairs(set, exposing, plan: plan)
      study.takes = RunningTakes(set, try reader())
      study.retold = RetoldFigures(set, try reader())
      study.forms = FilledForms(set, try reader())
    }
    return study
  }

  /// A reader a set: what recurs in one set's outlets is nothing to another's.
  private func reader() throws -> CopyReader {
    CopyReader(
      signer: try ModelSource.standard.signer(), boilerplate: try ModelLocation.boilerplate())
  }

  private struct Row: Encodable {
    let set: String
    let a: String
    let b: String
    let label: String
    let together: Bool
    let component: Int
    let quoteOnly: Bool?
    let values: [Float]
  }

  private func say(_ figures: RelationFolds.Figures) {
    let same = figures.same
    let how = "\(figures.set), held back in \(figures.cut.parts) parts"
    guard figures.judged > 0 else {
      return Terminal.say("\(how): what is left has too few labels to learn from")
    }
    let judged = figures.judged < figures.count ? "\(figures.judged) of its " : ""
    Terminal.say(
      "\(how), \(figures.cut.times) times: same "
        + "P \(spread(same.map(\.precision))) R \(spread(same.map(\.recall))) "
        + "F1 \(spread(same.map(\.f1))), where the label is sure "
        + "\(spread(figures.firm.map(\.f1))), three ways \(spread(figures.threeWays)) of "
        + "\(judged)\(figures.count)")
  }

  /// Mean and standard deviation; of one value itself.
  private func spread(_ values: [Double]) -> String {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    guard values.count > 1 else { return Words.share(mean) }
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (square / Double(max(1, values.count - 1))).squareRoot()
    return "\(Words.share(mean)) ± \(Words.share(deviation))"
  }

  private func write(_ studies: [PairStudy], _ path: String) throws {
    var text = try JSON.line(PairFeatures.Name.allCases.map { "\($0)" }) + "\n"
    for study in studies {
      for row in study.rows {
        text +=
          try JSON.line(
            Row(
              set: study.set.name, a: row.pair.a, b: row.pair.b, label: row.pair.label,
              together: row.isTogether, component: row.component,
              quoteOnly: row.pair.isQuotesOnly, values: row.features.values)) + "\n"
      }
    }
    try OutputFile.write(text, to: path)
  }
}
