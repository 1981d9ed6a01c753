import ArgumentParser
import Foundation
import Settings
import Stories
import SystemPackage
import Text
import Wire

/// `copytaster read`
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what the readers make of files: the format, and each story or why it is none.",
    discussion: """
      Reads and stores nothing. The format is told by the content, not by the name. Of a folder all files are read; \
      sub-folders name outlets.

      EXAMPLES
        copytaster read wire/*.xml
        copytaster read story.json --json --text
        zcat wire.jsonl.gz | copytaster read -

      OUTPUT with --json: a line an item, {"file","format","outcome",…}; "outcome" is story, notice, \
      passed-over or refused. Exit code 66 when something was refused or nothing is a story.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(
    help: "Folders, files in any format that is read, or - for standard input.",
    completion: .file())
  var files: [String]

  @Flag(help: "Show the text too.")
  var text = false

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      var output = OutputBuffer()
      var (refused, hasStories) = (false, false)
      try Inputs(files, settings).forEachFile { file, bytes, delivery in
        try ReadView.each(of: bytes, file.path.string, delivery, withText: text) { view in
          refused = refused || view.outcome == "refused"
          hasStories = hasStories || view.id != nil
          if common.json {
            output.say(try JSON.line(view))
          } else {
            Terminal.fitting(view.line).forEach { output.say($0) }
          }
        }
      }
      output.flush()
      if refused || !hasStories { throw Exit.inputMissing }
    }
  }
}

/// One item as `copytaster read` shows it.
struct ReadView: Encodable {
  let file: String
  let format: String
  let outcome: String
  var reason: String?
  var id, outlet, published, title, language, url, text: String?
  var words: Int?
  var facts: WireFacts?

  init(_ file: String, _ format: String, _ outcome: Outcome, withText: Bool) {
    (self.file, self.format) = (file, format)
    switch outcome {
    case .refused(let refusal):
      self.outcome = refusal.kind == .notAStory ? "passed-over" : "refused"
      reason = refusal.description
    case .story(let delivered):
      let story = delivered.story
      self.outcome = story.facts?.notice == nil ? "story" : "notice"
      (id, outlet, title) = (story.id, story.outlet?.name, story.title)
      (published, language, url) = (story.published?.description, story.language, story.url)
      words = WordCount.of(story.text)
      text = withText ? story.text : nil
      facts = story.facts
    }
  }

  /// Calls `body` with every item of a file, or with why there is none.
  static func each(
    of bytes: Result<Data, Refusal>, _ file: String, _ delivery: Delivery, withText: Bool,
    _ body: (ReadView) throws -> Void
  ) throws {
    switch bytes {
    case .failure(let refusal):
      try body(ReadView(file, "not known", .refused(refusal), withText: withText))
    case .success(let data):
      try data.withUnsafeBytes { buffer in
        let format = Readers().format(of: buffer) ?? "not known"
        try Readers().read(buffer, of: delivery) { outcome in
          try body(ReadView(file, format, outcome, withText: withText))
        }
      }
    }
  }

  /// The item on one line, with the text below it where that is wanted.
  var line: String {
    let head = "\(file)  \(format)  \(outcome)"
    if let reason { return "\(head): \(reason)".printable }
    let version = facts?.version.map { " v\($0)" } ?? ""
    let parts = [
      id.map { $0 + version }, outlet, facts?.agency.map { "agency \($0)" }, published, language,
      title, words.map { "\($0) words" },
    ]
    let line = "\(head): " + parts.compactMap { $0 }.joined(separator: " | ")
    return line.printable + (text.map { "\n\n\($0.printableLines)\n" } ?? "")
  }
}
