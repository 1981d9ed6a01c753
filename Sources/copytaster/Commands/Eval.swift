import ArgumentParser
import Foundation
import Models
import NearDuplicates
import Text
import Training

/// `copytaster eval`
struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold what the program does against labelled stories.",
    discussion: """
      EXAMPLES
        copytaster eval relations my-pairs/        relations and groups against your labels
        copytaster eval boilerplate lines.jsonl    boilerplate against labelled lines
      """,
    subcommands: [EvalRelations.self, EvalBoilerplate.self], defaultSubcommand: EvalRelations.self)
}

/// `copytaster eval boilerplate`
struct EvalBoilerplate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boilerplate",
    abstract:
      "Precision, recall and news lost of the boilerplate model at first sight, by characters.",
    discussion: """
      Takes JSON Lines of stories with labelled lines ({"id","lines":[{"text","label"}]}; what is neither \
      news nor furniture is not scored), of pages with labelled paragraphs, or folders with stories.jsonl \
      and gold/boilerplate.jsonl.

      EXAMPLES
        copytaster eval boilerplate lines.jsonl --list
        copytaster eval boilerplate wire/ --seen pages/     leave out boilerplate that stands in these pages
      """)

  @Argument(help: "Labelled files or folders.", completion: .file())
  var corpora: [String]

  @Option(help: "Model file. Otherwise the one installed.", completion: .file(extensions: ["json"]))
  var model: String?

  @Option(help: "Pages that were trained on: boilerplate that stands in them is not scored.")
  var seen: [String] = []

  @Flag(help: "Print every line that was lost or missed.")
  var list = false

  @Flag(help: "Print JSON, one object a set.")
  var json = false

  func run() async throws {
    try await reporting {
      let model = try ModelLocation.boilerplate(named: model)
      let judge = BoilerplateJudge(try Tokeniser())
      let known = Set(
        try BoilerplateCorpora(seen).pages.flatMap { $0.parts.map(\.text) })
      for path in corpora {
        let corpus = try BoilerplateCorpora([path])
        let stories = (corpus.stories + corpus.pages.map(\.whole)).map { $0.settingAside(known) }
        let tally = judge.tally(model, stories)
        guard tally.boilerplate + tally.news > 0 else {
          throw InputError(
            path: path,
            problem: "nothing in it is labelled news or furniture, so there is nothing to score")
        }
        if list { stories.forEach { say(judge.mistakes(of: model, in: $0)) } }
        Terminal.say(
          try json ? JSON.line(EvalLine(path, stories.count, tally)) : sentence(path, tally))
      }
    }
  }

  private func say(_ mistakes: [BoilerplateJudge.Mistake]) {
    for mistake in mistakes {
      let probability = FigureRow.fixed(mistake.probability, 3)
      Terminal.say(
        "\(mistake.isLoss ? "lost  " : "missed") \(probability) \(mistake.id) \(mistake.text.printable)"
      )
    }
  }

  private func sentence(_ path: String, _ tally: CharacterTally) -> String {
    "\(path): precision \(FigureRow.fixed(tally.precision, 4)), recall "
      + "\(FigureRow.fixed(tally.recall, 4)), F1 \(FigureRow.fixed(tally.f1, 4)), news lost "
      + "\(FigureRow.fixed(tally.newsLost * 100, 3)) %; of \(tally.boilerplate) characters of boilerplate and "
      + "\(tally.news) of news"
  }
}

/// The figures as JSON.
private struct EvalLine: Encodable {
  let set: String
  let stories: Int
  let precision: Double
  let recall: Double
  let f1: Double
  let newsLost: Double
  /// Characters that were scored.
  let boilerplate: Int
  let news: Int

  enum CodingKeys: String, CodingKey {
    case set, stories, boilerplate, news, precision, recall, f1
    case newsLost = "news_lost"
  }

  init(_ set: String, _ stories: Int, _ tally: CharacterTally) {
    (self.set, self.stories) = (set, stories)
    (boilerplate, news) = (tally.boilerplate, tally.news)
    precision = JSON.rounded(tally.precision)
    recall = JSON.rounded(tally.recall)
    f1 = JSON.rounded(tally.f1)
    newsLost = JSON.rounded(tally.newsLost)
  }
}
