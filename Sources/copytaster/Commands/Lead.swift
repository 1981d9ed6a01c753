import ArgumentParser
import Pipeline
import Settings
import Store
import Stories

/// `copytaster lead`
struct Lead: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which story stands for a group.",
    discussion: """
      The rule is wire.lead of the configuration, or the one that is asked for: first, longest, newest, or \
      agency for the agency's own copy. Of each story only the highest version counts, and what was killed, \
      held or corrected, and other outlets' copies that carry it or may, lead only where nothing else is left.

      EXAMPLES
        copytaster lead g12
        copytaster lead g12 --rule agency --json
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The group, such as g12.")
  var group: String

  @Option(help: "first, longest, newest or agency.")
  var rule: String?

  func validate() throws {
    if let rule, LeadRule(rawValue: rule) == nil {
      throw ValidationError("--rule must be first, longest, newest or agency, not '\(rule)'")
    }
  }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let reader = try StoreReader.open(settings)
      guard let number = GroupName.group(group),
        let stored = try GroupLead(reader).lead(
          of: number, by: rule.flatMap { LeadRule(rawValue: $0) } ?? settings.wire.lead
        )
      else {
        throw try GroupName.isNone(group, in: reader)
      }
      let state = try reader.states(of: [stored.number])[stored.number]
      if common.json { return Terminal.say(try JSON.line(try StoryView(stored, state))) }
      GroupTable.show(
        [.init(stored, state)], name: "\(number)", of: try reader.stories(in: number).count)
    }
  }
}
