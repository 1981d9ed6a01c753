import ArgumentParser
import Foundation
import Pipeline
import Settings
import Stories
import Wire

/// `copytaster group`
struct GroupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Group stories: of files and folders in one go, or those of the store.",
    discussion: """
      With inputs nothing else is needed: no daemon, no store. Inputs are folders and files in any format that \
      the daemon reads, or - for standard input. In a folder links to files are read, and names that start with a dot \
      or end in .tmp or .part are left alone. Without inputs the groups of the store are shown.

      EXAMPLES
        copytaster group samples/inbox
        copytaster group stories.jsonl --json > groups.jsonl
        zcat wire.jsonl.gz | copytaster group -
        copytaster group crawl.jsonl --json --clean > clean.jsonl
        copytaster group --at-least 3             groups of three or more in the store

      OUTPUT with --json: a line a story, {"id","group","outlet","size","boilerplate"}. "group" is \
      the id of the group's first story by publication, after its outlet where several groups would have \
      one name, and before a number where that is not enough; "size" counts its stories; "boilerplate" are the \
      ranges that did not count, in Unicode scalars of the text. With --clean the story is there again too, \
      {"published","title","url","lang","text"} as far as known, the text without these ranges. Of the store: \
      {"id","story","group","outlet","size","version","published","title","state"}; \
      there "group" is a number, 12 for g12, "story" the story's own, and "state" is killed, held or corrected where \
      that was ordered.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(
    help: "Folders, files in any format that is read, or - for standard input.", completion: .file()
  )
  var inputs: [String] = []

  @Option(help: "Show only groups of at least so many stories in the table.")
  var atLeast = 2

  @Option(help: "Show at most so many groups in the table.")
  var limit = 50

  @Option(
    help: ArgumentHelp(
      "Write to this file how strongly pairs that were compared pull into one group, from 0 to 1, as {\"a\",\"b\",\"strength\"} with the outlets that are known. Which of them end in one group is decided by all pairs of a component together."
    ),
    completion: .file())
  var ties: String?

  @Flag(help: "Let boilerplate of the inputs count like the rest, to see what marking it buys.")
  var countBoilerplate = false

  @Flag(
    help:
      "With --json, give each story's text as well, without its boilerplate: what recurs in its outlet included."
  )
  var clean = false

  @Option(
    help:
      "Hold the inputs against what people said of boilerplate: a file of 'boilerplate export'.",
    completion: .file(extensions: ["json"]))
  var rulings: String?

  private struct TieRow: Encodable {
    let a: String
    let outletOfA: String?
    let b: String
    let outletOfB: String?
    let strength: Double

    private enum CodingKeys: String, CodingKey {
      case a, b, strength
      case outletOfA = "outlet_a"
      case outletOfB = "outlet_b"
    }

    init(_ one: Batch.Entry, _ two: Batch.Entry, strength: Double) {
      (a, outletOfA, b, outletOfB) = (one.id, one.outlet?.name, two.id, two.outlet?.name)
      self.strength = JSON.rounded(strength)
    }
  }

  /// Writes through links and never replaces what a path names.
  private func writeTies(_ batch: Batch, to path: String) throws {
    var lines = ""
    for (first, second, strength) in batch.ties() {
      let (one, two) = (batch.entries[first], batch.entries[second])
      lines += try JSON.line(TieRow(one, two, strength: strength)) + "\n"
    }
    try OutputFile.write(lines, to: path)
  }

  func validate() throws {
    try AtLeastOne.check("--at-least", atLeast)
    try AtLeastOne.check("--limit", limit)
    if clean, !common.json || inputs.isEmpty {
      throw ValidationError(
        "--clean goes with --json and inputs; of one story 'copytaster boilerplate mark FILE --clean' gives the text"
      )
    }
  }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      if inputs.isEmpty {
        try StoredGroups(settings).show(atLeast: atLeast, limit: limit, json: common.json)
      } else {
        let reader = try settings.copyReader()
        reader.setsAside = !countBoilerplate
        if let rulings { reader.adopt(try RulingsFile.stored(rulings)) }
        let batch = Batch(
          reader: reader, plan: try settings.plan(), rule: try settings.rule(),
          noise: settings.grouping.noise, keepsReadings: common.json)
        var stories: [Story] = []
        let refusals = try read(into: batch, keeping: &stories, settings)
        if common.json { printJSON(batch, stories) } else { printTable(batch) }
        if let ties { try writeTies(batch, to: ties) }
        try refusals.finish()
      }
    }
  }

  /// Reads all inputs; keeps the stories, in the order of the batch's, where their texts are wanted.
  private func read(
    into batch: Batch, keeping stories: inout [Story], _ settings: Settings
  ) throws -> RefusalCount {
    let inputs = try Inputs(inputs, settings)
    var progress = Progress("reading", total: inputs.totalBytes)
    var refusals = RefusalCount()
    var orders = OrdersLeftOut()
    try inputs.forEach { outcome, file, done in
      switch outcome {
      case .story(let delivered):
        refusals.noteStory()
        if orders.note(delivered) { break }
        batch.add(delivered)
        if clean { stories.append(delivered.story) }
      case .refused(let refusal): refusals.note(refusal, file)
      }
      progress.update(done, detail: "\(batch.entries.count) stories")
    }
    progress.finish()
    var placing = Progress("grouping", total: batch.waitingCount)
    batch.place { placing.update($0, detail: "\($0) stories") }
    placing.finish()
    orders.say("in no group")
    return refusals
  }

  /// Stories in the order they came in, so that output lines up with input.
  private func printJSON(_ batch: Batch, _ stories: [Story]) {
    let groups = batch.groups()
    let names = GroupNames(groups, batch.entries)
    var groupOf = [Int?](repeating: nil, count: batch.entries.count)
    for (number, group) in groups.enumerated() {
      for position in group { groupOf[position] = number }
    }
    var output = OutputBuffer()
    for (position, number) in groupOf.enumerated() {
      guard let number else { continue }
      let (entry, group) = (batch.entries[position], groups[number])
      let boilerplate = batch.boilerplate(of: position)
      let story = clean ? stories[position] : nil
      output.put { bytes in
        RowJSON.append(to: &bytes) { row in
          row.add("boilerplate", boilerplate)
          row.add("group", names[group[0]])
          row.add("id", entry.id)
          row.add("lang", ifKnown: story?.language)
          row.add("outlet", ifKnown: entry.outlet?.name)
          row.add("published", ifKnown: story?.published?.description)
          row.add("size", group.count)
          row.add("text", ifKnown: story.map { CleanText.of($0.text, withoutScalars: boilerplate) })
          row.add("title", ifKnown: story?.title)
          row.add("url", ifKnown: story?.url)
        }
      }
    }
    output.flush()
  }

  private func printTable(_ batch: Batch) {
    let groups = batch.groups()
    let shown = groups.filter { $0.count >= atLeast }
    let names = GroupNames(groups, batch.entries)
    for group in shown.prefix(limit) {
      let (first, name) = (batch.entries[group[0]], names[group[0]])
      let title = first.title ?? ""
      // A group whose name is more than an id is called by it.
      GroupTable.show(
        group.map { GroupTable.Line(batch.entries[$0]) },
        name: title.isEmpty || name == first.id ? nil : name,
        headline: title.isEmpty ? name : title)
    }
    if shown.count > limit { Terminal.say("… and \(shown.count - limit) more; see --limit") }
    let inSeveral = shown.reduce(0) { $0 + $1.count }
    Terminal.sayFitting(
      "\(Words.stories(batch.entries.count)) in "
        + "\(Words.count(groups.count, "group", "groups")); \(inSeveral) of them in "
        + "\(Words.count(shown.count, "group", "groups")) of \(atLeast) or more"
    )
  }
}
