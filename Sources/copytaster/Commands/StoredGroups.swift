import Settings
import Store
import Stories

/// The groups of a store.
struct StoredGroups {
  let reader: StoreReader

  init(_ settings: Settings) throws { reader = try StoreReader.open(settings) }

  fileprivate struct Row: Encodable {
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
    try json ? list() : showTables(atLeast: atLeast, limit: limit)
  }

  private func list() throws {
    var output = OutputBuffer()
    for stored in try reader.listing() { output.say(try JSON.row(Row(stored))) }
    output.flush()
  }

  private func showTables(atLeast: Int, limit: Int) throws {
    let (groups, counts) = try reader.atOnce {
      let groups = try reader.groups(atLeast: atLeast, limit: limit).map { group in
        let stories = try reader.stories(in: group)
        let states = try reader.states(of: stories.map(\.number))
        return (group, stories.map { GroupTable.Line($0, states[$0.number]) })
      }
      return (groups, try reader.counts())
    }
    for (group, lines) in groups { GroupTable.show(lines, name: "\(group)") }
    Terminal.sayFitting(
      "\(Words.stories(counts.stories)) in \(Words.count(counts.groups, "group", "groups")), "
        + "\(counts.groupsOfSeveral) of them of two or more")
  }
}

extension StoredGroups.Row {
  fileprivate init(_ stored: ListedStory) {
    self.init(
      id: stored.id, story: stored.number.value, group: stored.group.value,
      outlet: stored.outlet?.name, size: stored.size, version: stored.version,
      published: stored.published?.description, title: stored.title, state: stored.state)
  }
}
