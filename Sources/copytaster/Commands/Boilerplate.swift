import ArgumentParser

/// `copytaster boilerplate`
struct BoilerplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boilerplate",
    abstract: "Find what stories carry whatever they report: policies, calls, links, credits.",
    discussion: """
      EXAMPLE
        copytaster boilerplate mark story.txt
      """,
    subcommands: [BoilerplateMarkCommand.self])
}
