import ArgumentParser
import Pipeline
import Store

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
        copytaster events --follow | jq -c 'select(.kind == "group.merged")'
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Only events with a higher sequence number.")
  var after: Int64 = 0

  @Flag(help: "Go on printing events as they come.")
  var follow = false

  @Flag(help: "Print a line for people instead, such as who ran what and how much of it is shared.")
  var pretty = false

  @Option(help: "Stop after so many events.")
  var limit = Int.max

  private static let batch = 1000
  private static let pause = Duration.milliseconds(200)

  func run() async throws {
    try await reporting {
      let reader = try StoreReader.open(try common.settings())
      let identity = try reader.identity()
      var last = after
      var left = limit
      while left > 0 {
        let events = try reader.events(after: last, limit: min(left, Events.batch))
        var output = OutputBuffer()
        for event in events {
          if !pretty {
            output.say(event.line(store: identity))
          } else if let sentence = try EventSentence(event, reader).text {
            output.say(sentence)
          }
        }
        output.flush()
        left -= events.count
        if let newest = events.last { last = newest.sequence }
        if events.isEmpty {
          guard follow else { return }
          try await Task.sleep(for: Events.pause)
        }
      }
    }
  }
}
