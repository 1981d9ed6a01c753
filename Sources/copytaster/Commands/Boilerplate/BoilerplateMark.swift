import ArgumentParser
import Foundation
import Models
import NearDuplicates
import Settings
import Stories
import Text
import Wire

/// `copytaster boilerplate mark`
struct BoilerplateMarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark the boilerplate in stories, as far as it can be told at first sight.",
    discussion: """
      With --json a line a story: {"id","boilerplate":[[start,end,kind,why,probability],…]}, offsets in \
      Unicode scalars of the text, of whole lines and sentences with their signs. What 'group', 'relate' and 'compare' \
      call boilerplate goes from the first word that did not count to the last of a line, and takes in what recurs.
      With --clean --json: {"id","outlet","published","title","url","lang","text"}, stories again, without what is \
      marked; what is not known is left out.

      EXAMPLES
        copytaster boilerplate mark story.txt            the text, boilerplate dimmed, and why
        copytaster boilerplate mark stories.jsonl --json
        copytaster boilerplate mark story.txt --clean    the text without it
        copytaster boilerplate mark wire/ --clean --json > clean.jsonl
      """)

  @OptionGroup var configuration: ConfigurationOption

  @Argument(help: "Files or folders of stories, or - for standard input.", completion: .file())
  var stories: [String]

  @Flag(help: "Print JSON, one object a line.")
  var json = false

  @Flag(help: "Print the texts without their boilerplate.")
  var clean = false

  @Option(help: "Model file. Otherwise the one installed.", completion: .file(extensions: ["json"]))
  var model: String?

  func run() async throws {
    try await reporting {
      let model = try ModelLocation.boilerplate(named: model)
      let tokeniser = try Tokeniser()
      var output = OutputBuffer()
      var refusals = RefusalCount()
      var orders = OrdersLeftOut()
      try Inputs(stories, try configuration.source.load()).forEach { outcome, file, _ in
        switch outcome {
        case .story(let delivered):
          refusals.noteStory()
          // As a story it would stand for what it takes back.
          if json, clean, orders.note(delivered) { return }
          output.say(try self.output(of: MarkedStory(delivered.story, model, tokeniser)))
        case .refused(let refusal): refusals.note(refusal, file)
        }
      }
      output.flush()
      orders.say("left out")
      try refusals.finish()
    }
  }

  private func output(of marked: MarkedStory) throws -> String {
    if json, clean { return try JSON.line(marked.cleanLine) }
    if json { return try JSON.line(marked.line) }
    return clean ? marked.cleanText : marked.view
  }
}
