import ArgumentParser

/// `copytaster version`
struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract:
      "Say which versions of program, tokeniser, ICU, signature and relation model these are.",
    discussion: """
      Signatures are compared only where tokeniser, icu, unicode and signature agree, and in the configuration \
      grouping.registers and grouping.words_per_shingle. The relation model has no part in signatures; its name \
      and mark stand with each decision.

      EXAMPLES
        copytaster version
        copytaster version --json
      """)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      if common.json {
        Terminal.say(
          try JSON.line(Dictionary(uniqueKeysWithValues: Version.parts.map { ($0.name, $0.value) }))
        )
      } else {
        let width = Version.parts.map(\.name.count).max() ?? 0
        for part in Version.parts {
          Terminal.say("\(part.name.fitted(to: width)) \(part.value)")
        }
      }
    }
  }
}
