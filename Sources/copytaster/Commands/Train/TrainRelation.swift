import ArgumentParser
import Foundation
import Models
import NearDuplicates
import Pipeline
import Stories

/// `copytaster train relation`
struct TrainRelation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relation",
    abstract: "Train the model that decides what two stories are to each other.",
    discussion: """
      Sets are folders with stories.jsonl and labelled pairs, see 'copytaster eval --help'. Of each set with \
      hand-labelled pairs one half is held back in turn and judged by a model trained on the other, so that \
      the figures printed are of stories that the model did not see.

      EXAMPLE
        copytaster train relation corpora/wire-pairs corpora/web-pairs --output models/relation.json
      """)

  @Argument(help: "Folders of labelled sets.", completion: .directory)
  var sets: [String]

  @Option(help: "Where to write the model.", completion: .file(extensions: ["json"]))
  var output = "models/relation.json"

  @Option(help: "The model's name, recorded with every decision.")
  var name = "trees/1"

  @Option(help: "Write the measured pairs to a file of JSON Lines.", completion: .file())
  var features: String?

  func run() async throws {
    try await reporting {
      let studies = try sets.map { folder in
        // A reader a set: what recurs in one set's outlets is nothing to another's.
        PairStudy(
          try LabelledSet(folder: folder),
          CopyReader(
            signer: try ModelSource.standard.signer(), boilerplate: try ModelLocation.boilerplate())
        )
      }
      if let features { try write(studies, features) }
      for study in studies where !study.set.isSimulated {
        say(try RelationFolds(studies).judge(study))
      }
      guard let model = RelationTraining(studies).model(named: name) else {
        throw InputError(path: sets.joined(separator: ", "), problem: "has not pairs of each label")
      }
      try RelationModelFile(path: output).save(model)
      Terminal.say("\(output): trained on \(studies.reduce(0) { $0 + $1.rows.count }) pairs")
    }
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

  private func say(_ fold: RelationFolds.Figures) {
    Terminal.say(
      "\(fold.set), held back by halves: same \(fold.same), three ways "
        + "\(Words.percent(fold.threeWays)) of \(fold.count) right")
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
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
