import ArgumentParser
import Models
import Stories
import Text
import Wire

/// `copytaster train rarity`
struct TrainRarity: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rarity",
    abstract: "Count in how many stories each word occurs: what a fresh install knows of rarity.",
    discussion: """
      EXAMPLE
        copytaster train rarity archive.jsonl --output models/rarity.json

      The table holds hashed single words, no text.
      """)

  @Argument(help: "Folders, text files or JSON Lines files.", completion: .file())
  var inputs: [String]

  @Option(help: "Where to write the table.", completion: .file(extensions: ["json"]))
  var output = "models/rarity.json"

  func run() async throws {
    try await reporting {
      try OutputFile.check(output)
      let tokeniser = try Tokeniser()
      var counts: [TokenKey: Int] = [:]
      var documents = 0
      let inputs = try Inputs(inputs)
      var progress = Progress("counting", total: inputs.totalBytes)
      var refusals = RefusalCount()
      try inputs.forEach { outcome, file, done in
        switch outcome {
        case .refused(let refusal): refusals.note(refusal, file)
        case .story(let delivered):
          refusals.noteStory()
          documents += 1
          for key in Set(tokeniser.tokens(of: delivered.story.text).keys) {
            counts[key, default: 0] += 1
          }
        }
        progress.update(done, detail: "\(documents) stories")
      }
      progress.finish()
      try RarityFile(path: output).save(
        counts, documents: documents, tokeniser: Tokeniser.version)
      Terminal.say("\(output): \(counts.count) words counted in \(documents) stories")
      try refusals.finish()
    }
  }
}
