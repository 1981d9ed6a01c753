import ArgumentParser
import Pipeline
import Settings
import Store
import Stories

/// `copytaster events`
struct Events: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what happened, a line of JSON an event.",
    discussion: """
      Events come in order of "sequence", each at least once; "id" never repeats for different events. Kinds \
      are story.accepted, story.refused, story.expired, story.killed, story.held, story.released, \
      story.corrected, group.opened, group.joined, group.merged and group.split. To go on later, remember the last sequence and give it to --after.

      EXAMPLES
        copytaster events --after 1200
        copytaster events --follow --pretty
        copytaster events --of '#17' --why
        copytaster events --follow | jq -c 'select(.kind == "group.merged")'
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Only events with a higher sequence number.")
  var after: Int64 = 0

  @Flag(help: "Go on printing events as they come.")
  var follow = false

  @Flag(help: "Print a line for people instead, such as who ran what and how much of it is shared.")
  var pretty = false

  @Flag(help: "The same, and below each change of a group what decided it, as it was known then.")
  var why = false

  @Option(
    help: ArgumentHelp(
      "Only what befell this story: an id, or #number of the store.", valueName: "story"))
  var of: String?

  @Option(help: "Stop after so many events.")
  var limit = Int.max

  private static let batch = 1000
  private static let pause = Duration.milliseconds(200)

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let reader = try StoreReader.open(settings)
      let printer = EventPrinter(
        reader, identity: try reader.identity(), as: why ? .reasons : pretty ? .people : .json)
      var path = try of.map { StoryPath(of: try story($0, reader, settings)) }
      // A story's path is followed from the first event.
      var last = path == nil ? after : 0
      var left = limit
      while left > 0 {
        let events = try reader.events(after: last, limit: Events.batch)
        for event in events where left > 0 {
          let isMeant = try path?.takes(EventReading(event), kind: event.draft.kind) ?? true
          last = event.sequence
          guard isMeant, event.sequence > after else { continue }
          try printer.say(event)
          left -= 1
        }
        printer.flush()
        if events.isEmpty {
          guard follow else { return }
          try await Task.sleep(for: Events.pause)
        }
      }
    }
  }

  private func story(
    _ name: String, _ reader: StoreReader, _ settings: Settings
  ) throws -> StoryNumber {
    guard let found = try reader.find(name).last else {
      throw InputError(path: name, problem: "is no story in \(settings.store.path)")
    }
    return found.number
  }
}
