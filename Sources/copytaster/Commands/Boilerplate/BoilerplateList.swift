import ArgumentParser
import Store
import Stories

/// `copytaster boilerplate list`
struct BoilerplateListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List segments that count as boilerplate, and those that somebody spoke about.",
    discussion: """
      Those in most unrelated groups come first: furniture stands in many, agency copy in one. Groups are \
      those that the latest 32 or more stories of each outlet with the segment are in now; + where there were more. A segment that was not seen for four \
      windows is forgotten, unless somebody spoke about it.

      EXAMPLES
        copytaster boilerplate list
        copytaster boilerplate list --outlet ledger --at-least 1
        copytaster boilerplate list --ruled --json

      OUTPUT with --json: a line a segment, {"segment","kind","text","stories","groups","first_seen",\
      "last_seen","outlets":[…],"rulings":[…]}.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Only what stories of this outlet have.")
  var outlet: String?

  @Option(help: "Only segments that were seen in so many stories.")
  var atLeast = 2

  @OptionGroup var length: ListLimit

  @Flag(help: "Only segments that somebody confirmed or rejected.")
  var ruled = false

  func validate() throws {
    try AtLeastOne.check("--at-least", atLeast)
  }

  func run() async throws {
    try await reporting {
      let reader = try StoreReader.open(try common.settings())
      try OutletName.check(outlet, reader)
      let all = try SegmentSummary.all(reader, of: outlet.map { Outlet($0) }).filter {
        !$0.rulings.isEmpty || !ruled && $0.stories >= atLeast
      }
      let shown = length.first(of: all, json: common.json)
      if common.json {
        for summary in shown {
          let view = SegmentView(
            summary, rulings: summary.rulings, appliedThrough: try reader.appliedRuling())
          Terminal.say(try JSON.line(view))
        }
        return
      }
      SegmentListing.show(shown)
      length.sayWhatIsLeft(all.count, shown.count)
      if all.isEmpty {
        let whose = outlet.map { " of '\($0.printable)'" } ?? ""
        Terminal.say("no boilerplate\(whose) is known yet; see --at-least")
      }
    }
  }
}

/// Segments as a table that fits the terminal.
enum SegmentListing {
  private struct Column: Sendable {
    let name: String
    let width: Int
    /// Columns of a terminal from which on it is shown.
    var from = 0
    let value: @Sendable (SegmentSummary) -> String
  }

  private static let kindWidth = (BoilerplateKind.allCases.map(\.rawValue.count).max() ?? 0) + 2
  private static let columns = [
    Column(name: "SEGMENT", width: 9) { String($0.segment.description.prefix(8)) },
    Column(name: "KIND", width: kindWidth, from: 64) { $0.kind.rawValue },
    Column(name: "STORIES", width: 8) { "\($0.stories)" },
    Column(name: "GROUPS", width: 8) { "\($0.groups)\($0.isSampled ? "+" : "")" },
    Column(name: "LAST SEEN", width: 11, from: 88) {
      $0.lastSeen.map { String($0.description.prefix(10)) } ?? "never"
    },
    Column(name: "PEOPLE", width: 10, from: 52) { $0.answer },
  ]

  static func show(_ summaries: ArraySlice<SegmentSummary>) {
    guard !summaries.isEmpty else { return }
    let shown = columns.filter { $0.from <= Terminal.width }
    let rest = max(8, Terminal.width - shown.reduce(0) { $0 + $1.width })
    Terminal.say(
      Style.dim(shown.map { $0.name.fitted(to: $0.width) }.joined() + "TEXT"))
    for summary in summaries {
      let text = summary.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      Terminal.say(
        shown.map { $0.value(summary).fitted(to: $0.width - 1) + " " }.joined()
          + (text.columns > rest ? text.fitted(to: rest) : text.printable))
    }
  }
}
