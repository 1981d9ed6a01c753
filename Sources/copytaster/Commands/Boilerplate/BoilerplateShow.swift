import ArgumentParser
import Store
import Stories

/// `copytaster boilerplate show`
struct BoilerplateShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Show a segment: its text, where it was seen, all that was said of it, stories that have it.",
    discussion: """
      EXAMPLES
        copytaster boilerplate show 5d2c91f0
        copytaster boilerplate show 5d2c91f0 --outlet ledger --json
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The segment's key, or the beginning of it.")
  var segment: String

  @Option(help: "Only what this outlet has of it.")
  var outlet: String?

  func run() async throws {
    try await reporting {
      let reader = try StoreReader.open(try common.settings())
      do {
        let key = try reader.segment(named: segment)
        let owner = outlet.map { Outlet($0) }
        guard let summary = try SegmentSummary.all(reader, of: owner, key: key).first else {
          throw NoSuchSegment(description: "'\(outlet ?? "")' has no segment \(key)")
        }
        try show(summary, try reader.rulings(on: key), reader)
      } catch let error as NoSuchSegment {
        Terminal.complain("\(error)")
        throw Exit.answerIsNo
      }
    }
  }

  private func show(
    _ summary: SegmentSummary, _ history: [StoredRuling], _ reader: StoreReader
  ) throws {
    let applied = try reader.appliedRuling()
    if common.json {
      let view = SegmentView(summary, rulings: history, appliedThrough: applied)
      return Terminal.say(try JSON.line(view))
    }
    Terminal.say(
      Style.bold("\(summary.segment)  \(summary.kind.rawValue)")
        + Style.dim(
          "  \(Words.count(summary.stories, "story", "stories")), "
            + Words.count(summary.groups, "group", "groups")))
    for line in summary.text.split(separator: "\n") { Terminal.say("  " + String(line).printable) }
    for row in summary.rows {
      let name = row.outlet?.name ?? "outlet not known"
      Terminal.say(
        "in \(name.printable): \(Words.count(row.stories, "story", "stories")) from "
          + "\(Words.time(row.firstSeen)) to \(Words.time(row.lastSeen))")
    }
    for stored in history {
      let ruling = stored.ruling
      let place = ruling.outlet.map { "in \($0.name)" } ?? "everywhere"
      let state = stored.sequence <= applied ? "" : ", not taken up by the daemon yet"
      Terminal.say(
        "\(ruling.answer.rawValue) \(place) by \(ruling.person), \(Words.time(ruling.at))\(state)"
          .printable)
    }
    let stories = try summary.rows.flatMap(\.samples).sorted(by: >).prefix(5)
      .compactMap { try reader.story($0) }
    for story in stories {
      let line =
        "  \(story.number) in \(story.group)  \(story.story.id)  \(story.story.title ?? "")"
      Terminal.say(line.columns > Terminal.width ? line.fitted(to: Terminal.width) : line.printable)
    }
  }
}
