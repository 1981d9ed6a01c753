import ArgumentParser
import Foundation
import Models
import NearDuplicates
import Text
import Training

/// `copytaster train`
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the models that the program loads.",
    discussion: """
      EXAMPLES
        copytaster train boilerplate pages/ --wire wire/ --output models/boilerplate.json
        copytaster train rarity archive.jsonl
        copytaster train relation wire-pairs/ web-pairs/ --output mine/relation.json
      """,
    subcommands: [TrainBoilerplate.self, TrainRarity.self, TrainRelation.self])
}

/// `copytaster train boilerplate`
struct TrainBoilerplate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boilerplate",
    abstract: "Train the model that tells boilerplate from news at first sight.",
    discussion: """
      Takes web pages with labelled paragraphs, and makes stories with a little boilerplate of them. Prints \
      figures on hosts that the judging model had not seen, and writes the model and its card. The same \
      input and seed give the same model.

      Name a wire where you can. Without one, pages cropped to their article teach what surroundings mean; of the \
      boilerplate of 70 real stories a model of the same pages then finds .27 instead of .77.

      EXAMPLES
        copytaster train boilerplate pages/ --output models/boilerplate.json
        copytaster train boilerplate pages/ --wire wire/ --judge lines.jsonl --output boilerplate.json
      """)

  @Argument(
    help: "JSON Lines of pages: {\"id\",\"outlet\",\"paragraphs\":[{\"text\",\"content\"}]}.")
  var corpus: [String]

  @Option(
    help: "Folder of wire stories with gold/boilerplate.jsonl, for their news; may be given often.")
  var wire: [String] = []

  @Option(
    help: "Labelled stories to judge the finished model on; never trained on. May be given often.")
  var judge: [String] = []

  @Option(help: "Where the model goes; the card goes beside it, ending in .md.")
  var output: String

  @Option(help: "Decides splits and orders.")
  var seed: UInt64 = 1

  func run() async throws {
    try await reporting {
      try OutputFile.check(output)
      var plan = TrainingPlan()
      plan.seed = seed
      let tokeniser = try Tokeniser()
      let pages = try BoilerplateCorpora(corpus).pages
      guard !pages.isEmpty else {
        throw InputError(path: corpus[0], problem: "holds no labelled pages")
      }
      let news = try wire.map { try WireGold(folder: $0).stories }
      let course = TrainingCourse(plan, tokeniser: tokeniser, pages: pages, wires: news)
      let result = course.train()
      try check(result)
      try BoilerplateModelFile(path: output).save(result.parameters)
      let card = try ModelCard(course, result, judged: judged(result.parameters, tokeniser))
      Terminal.say(card.text)
      try write(card.text)
    }
  }

  /// Refuses pages that leave too little to learn from: nothing is written that could not be loaded.
  private func check(_ result: BoilerplateTrainer.Result) throws {
    do {
      for parameters in [result.parameters] + result.withoutPart {
        _ = try BoilerplateModel(parameters, tokeniser: Tokeniser.version)
      }
    } catch {
      throw InputError(
        path: corpus.joined(separator: ", "),
        problem: "too few stories come of these pages to learn from: give pages of more outlets, "
          + "with news and boilerplate in each")
    }
  }

  private func judged(
    _ parameters: BoilerplateParameters, _ tokeniser: Tokeniser
  ) throws -> [ModelCard.Judged] {
    let model = try BoilerplateModel(parameters, tokeniser: Tokeniser.version)
    let judge = BoilerplateJudge(tokeniser)
    return try self.judge.map { path in
      let stories = try BoilerplateCorpora([path]).stories
      let name = path.split(separator: "/").suffix(2).joined(separator: "/")
      return ModelCard.Judged(
        name: name, stories: stories.count, tally: judge.tally(model, stories))
    }
  }

  private func write(_ card: String) throws {
    let path = (output as NSString).deletingPathExtension + ".md"
    try OutputFile.write(card + "\n", to: path)
  }
}
