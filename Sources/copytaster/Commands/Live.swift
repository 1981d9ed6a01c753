import ArgumentParser
import Pipeline
import Settings
import Store
import Stories

/// `copytaster live`
struct Live: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which outlets of a group still carry a killed, held or corrected version.",
    discussion: """
      An outlet's latest version counts. After a correction an outlet is listed when its text still has the \
      words that were mended, in the same place or a sentence like it; what differs from the correction is shown. \
      What a correction says of itself, and sentences that it adds besides, count for nothing. An outlet whose \
      copy is from before the correction and has neither the words that were mended nor the right ones, but others \
      in their place, is listed as one that "may carry" it. After a kill every outlet is listed \
      that has not withdrawn the story itself. Stories in other groups are listed too, and marked "in gN", when \
      they name a killed, held or corrected version as their origin or were found to be the same copy.

      EXAMPLES
        copytaster live g12
        copytaster live g12 --json

      OUTPUT with --json: a line an outlet, {"outlet","story","story_id","group","carries","state",\
      "certain","differences",…}; "group" is the outlet's story's own, "certain" is false for one that may carry it. Exit code 2 when the group is not there.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The group, such as g12.")
  var group: String

  func run() async throws {
    try await reporting {
      let reader = try StoreReader.open(try common.settings())
      guard let number = GroupName.group(group), try !reader.stories(in: number).isEmpty else {
        throw try GroupName.isNone(group, in: reader)
      }
      let entries = try LiveList(reader).entries(of: number)
      for entry in entries {
        let view = LiveView(entry)
        if common.json {
          Terminal.say(try JSON.line(view))
        } else {
          Terminal.sayFitting(view.sentence)
        }
      }
      if entries.isEmpty, !common.json {
        Terminal.sayFitting("no outlet of \(number) carries a killed, held or corrected version")
      }
    }
  }
}

/// One outlet as `copytaster live` and `copytaster kills` show it.
struct LiveView: Encodable {
  let outlet: String?
  let story: Int64
  let storyID: String
  let group: Int64
  let title: String?
  let published: String?
  /// The number of the version that it carries.
  let carries: Int64
  let state: StoryState.Kind
  let since: String
  /// Whether the words of that version stand in it.
  let certain: Bool
  let differences: [String]
  private let isElsewhere: Bool

  private enum CodingKeys: String, CodingKey {
    case outlet, story, group, title, published, carries, state, since, certain, differences
    case storyID = "story_id"
  }

  init(_ entry: LiveList.Entry) {
    let stored = entry.story
    (outlet, story, storyID) = (stored.story.outlet?.name, stored.number.value, stored.story.id)
    (group, title) = (stored.group.value, stored.story.title)
    published = stored.story.published?.description
    (carries, state) = (entry.carries.value, entry.state.kind)
    (since, differences) = (entry.state.since.description, entry.differences)
    (certain, isElsewhere) = (entry.isCertain, entry.isElsewhere)
  }

  /// For people.
  var sentence: String {
    let place = isElsewhere ? " in g\(group)" : ""
    let verb = certain ? "carries" : "may carry"
    let head =
      "\(outlet ?? "outlet not known"): \(storyID)\(place) \(verb) #\(carries), \(state.rawValue) \(since)"
    // Each part is made printable by itself, so that the breaks between them stay.
    return ([head] + differences.prefix(5).map { "    \($0)" }).map(\.printable)
      .joined(separator: "\n")
  }
}
