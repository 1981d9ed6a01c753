import ArgumentParser
import Pipeline
import Store

/// `copytaster events`
struct Events: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what happened, a line of JSON an event.",
    discussion: """
      Events come in order of "sequence", which has no gaps, each at least once; "id" never repeats for different \
      events, unless an older copy of the store is put in its place. Kinds are story.accepted, story.refused, \
      story.expired, story.killed, story.held, story.released, story.corrected, story.carries, order.lapsed, \
      group.opened, group.joined, group.merged and group.split; docs/events.md says what each has. To go on later, remember the \
      last sequence and give it to --after.

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
      "Only what names this story, all takes of it, and merges and splits of its group: an id, or #number of the store.",
      valueName: "story"))
  var of: String?

  @Option(help: "Stop after so many events.")
  var limit: Int?

  private static let batch = 1000
  private static let pause = Duration.milliseconds(200)

  func validate() throws {
    if let limit { try AtLeastOne.check("--limit", limit) }
    guard common.json, why || pretty else { return }
    throw ValidationError("--why and --pretty are for people; without them events are JSON")
  }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let reader = try StoreReader.open(settings)
      let printer = EventPrinter(
        reader, identity: try reader.identity(), as: why ? .reasons : pretty ? .people : .json)
      var filter = try of.map { try StoryFilter($0, reader) }
      try checkBeginning(reader)
      // A story's path is followed from the first event.
      var last = filter == nil ? after : 0
      var left = limit ?? .max
      while left > 0 {
        let events = try reader.events(after: last, limit: Events.batch)
        for event in events where left > 0 {
          last = event.sequence
          let isMeant = try filter?.takes(event) ?? true
          guard isMeant, event.sequence > after, try printer.say(event) else { continue }
          left -= 1
        }
        printer.flush()
        // Who can't be told now must not be told later as if nothing were missing.
        guard Terminal.outputProblem == nil else { return }
        if events.isEmpty {
          filter?.complainOfGaps()
          guard follow else { return }
          try await Task.sleep(for: Events.pause)
        }
      }
    }
  }

  /// Says so where what was asked for can't follow on what was read before.
  private func checkBeginning(_ reader: StoreReader) throws {
    let last = try reader.lastEvent()
    if after > last {
      Terminal.complain(
        "there is no event \(after): the last of \(reader.path) is \(last); who has read more has read another store, "
          + "or this one before an older copy was put in its place, and must begin anew")
      throw Exit.answerIsNo
    }
    let next = try reader.events(after: after, limit: 1).first?.sequence ?? last + 1
    if after > 0, next > after + 1 {
      Terminal.complain(
        "events \(after + 1) to \(next - 1) are forgotten, see events.retention_days; 'group --json' has the groups as "
          + "they are now")
    }
  }
}
