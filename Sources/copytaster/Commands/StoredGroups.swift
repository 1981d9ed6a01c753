import Settings
import Store
import Stories

/// The groups of a store.
struct StoredGroups {
  let reader: StoreReader

  init(_ settings: Settings) throws { reader = try StoreReader.open(settings) }

  private struct Row: Encodable {
    let id: String
    let story: Int64
    let group: Int64
    let outlet: String?
    let size: Int
    let version: Int
    let published: String?
    let title: String?
    let state: StoryState.Kind?
  }

  /// Prints the groups, the one with the latest arrival first.
  func show(atLeast: Int, limit: Int, json: Bool) throws {
    var output = OutputBuffer()
    let groups = try reader.groups(atLeast: json ? 1 : atLeast, limit: json ? .max : limit)
    for group in groups {
      let stories = try reader.stories(in: group)
      let states = try reader.states(of: stories.map(\.number))
      if json {
        for stored in stories {
          output.say(try JSON.row(row(stored, states[stored.number], size: stories.count)))
        }
      } else {
        GroupTable.show(stories.map { .init($0, states[$0.number]) }, name: "\(group)")
      }
    }
    output.flush()
    if !json {
      let counts = try reader.counts()
      Terminal.sayFitting(
        "\(Words.stories(counts.stories)) in \(Words.count(counts.groups, "group", "groups")), "
          + "\(counts.groupsOfSeveral) of them of two or more"
      )
    }
  }

  private func row(_ stored: StoredStory, _ state: StoryState?, size: Int) -> Row {
    Row(
      id: stored.story.id, story: stored.number.value, group: stored.group.value,
      outlet: stored.story.outlet?.name, size: size, version: stored.version,
      published: stored.story.published?.description, title: stored.story.title,
      state: state?.kind)
  }
}
