import ArgumentParser

/// `copytaster boilerplate`
struct BoilerplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boilerplate",
    abstract: "Find what stories carry whatever they report: policies, calls, links, credits.",
    discussion: """
      What recurs in an outlet's stories is learned while the daemon runs. What you confirm or reject goes \
      before that and before the model, at once and for good.

      EXAMPLES
        copytaster boilerplate mark story.txt
        copytaster boilerplate list --outlet ledger
        copytaster boilerplate reject 5d2c91f0
      """,
    subcommands: [
      BoilerplateMarkCommand.self, BoilerplateListCommand.self, BoilerplateShowCommand.self,
      BoilerplateConfirmCommand.self, BoilerplateRejectCommand.self,
      BoilerplateExportCommand.self, BoilerplateImportCommand.self,
    ])
}
