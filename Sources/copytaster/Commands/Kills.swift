import ArgumentParser
import Pipeline
import Settings
import Store
import Stories

/// `copytaster kills`
struct Kills: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what was killed, held or corrected, and which outlets still carry it.",
    discussion: """
      The latest first. Orders that have found no story yet stand at the end; they are carried out when the \
      story comes, within 14 days.

      EXAMPLES
        copytaster kills
        copytaster kills --json --limit 20

      OUTPUT with --json: a line a version, {"story","story_id","state","since","note","group","live":[…]}, \
      and a line an open order, {"order","names","at",…}.
      """)

  @OptionGroup var common: CommonOptions

  @OptionGroup var length: ListLimit

  private struct Version: Encodable {
    let story: Int64
    let storyID: String
    let outlet: String?
    let title: String?
    let state: StoryState.Kind
    let since: String
    let note: String?
    let correction: Int64?
    let group: Int64
    let live: [LiveView]

    private enum CodingKeys: String, CodingKey {
      case story, outlet, title, state, since, note, correction, group, live
      case storyID = "story_id"
    }
  }

  private struct Open: Encodable {
    let order: WireNotice.Kind
    let id: String
    let outlet: String?
    let names: [String]
    let note: String?
    let at: String
  }

  func run() async throws {
    try await reporting {
      let reader = try StoreReader.open(try common.settings())
      var entries: [GroupNumber: [LiveList.Entry]] = [:]
      let states = try reader.states()
      let orders = try reader.openOrders(at: .now())
      if states.isEmpty, orders.isEmpty, !common.json {
        Terminal.sayFitting(
          "no story is killed, held or corrected, and no order waits for its story")
      }
      let shown = length.first(of: states, json: common.json)
      for state in shown {
        guard let stored = try reader.story(state.story) else { continue }
        if entries[stored.group] == nil {
          entries[stored.group] = try LiveList(reader).entries(of: stored.group)
        }
        let live = (entries[stored.group] ?? []).filter { $0.carries == state.story }
        try show(
          stored, state, live.map { LiveView($0) }, ofMany: !(entries[stored.group] ?? []).isEmpty)
      }
      let waiting = length.first(of: orders, json: common.json)
      for (at, order) in waiting { try show(order, at) }
      if !common.json {
        length.sayWhatIsLeft(states.count + orders.count, shown.count + waiting.count)
      }
    }
  }

  /// One version. Of many whose outlets are named each outlet is named once, with the version that weighs most.
  private func show(
    _ stored: StoredStory, _ state: StoryState, _ live: [LiveView], ofMany isOneOfMany: Bool
  ) throws {
    let version = Version(
      story: stored.number.value, storyID: stored.story.id, outlet: stored.story.outlet?.name,
      title: stored.story.title, state: state.kind, since: state.since.description,
      note: state.note, correction: state.correction?.value, group: stored.group.value, live: live)
    if common.json {
      return Terminal.say(try JSON.line(version))
    }
    let name = stored.story.title ?? stored.story.id
    let head =
      "\(state.kind.rawValue) \(stored.number) in \(stored.group) since \(state.since): \(name)"
    for line in Terminal.fitting(Words.oneLine(head)) { Terminal.say(Style.bold(line)) }
    if let note = state.note { Terminal.sayFitting("  " + Words.oneLine(note).prefix(200)) }
    for view in live {
      Terminal.sayFitting("  \(view.certain ? "still" : "perhaps still") live: \(view.sentence)")
    }
    if live.isEmpty {
      Terminal.sayFitting(
        isOneOfMany
          ? "  carried by no outlet that is not named with another version"
          : "  carried by no other outlet")
    }
  }

  private func show(_ order: WireOrder, _ at: Instant) throws {
    let open = Open(
      order: order.notice.kind, id: order.id, outlet: order.outlet, names: order.notice.names,
      note: order.note, at: at.description)
    if common.json {
      Terminal.say(try JSON.line(open))
    } else {
      let names = order.notice.names.isEmpty ? order.id : order.notice.names.joined(separator: "; ")
      Terminal.sayFitting(
        Words.oneLine("waits for its story: \(order.notice.kind.rawValue) of \(names)"))
    }
  }
}
