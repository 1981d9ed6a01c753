import ArgumentParser
import Foundation
import NearDuplicates
import Pipeline
import Settings
import Store
import Stories

/// `copytaster show`
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a story or a group of the store, and why it is there.",
    discussion: """
      EXAMPLES
        copytaster show g12          a group: its versions in time order
        copytaster show '#17'        a story by number: its group and what it was compared with
        copytaster show npa-002      a story by the id that its source gave

      OUTPUT with --json: an object. A story has "state" (killed, held, corrected) and "since" where it may not be used \
      as it is; a group has in "first" the stories that ran first, "by" what was published, or received where dates \
      are missing.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "g12 for a group; #17, an id or outlet/id for a story.")
  var name: String

  @Flag(help: "Print the story's text too.")
  var text = false

  func run() async throws {
    try await reporting {
      let reader = try StoreReader.open(try common.settings())
      if let group = try group(reader) {
        try show(group, reader)
      } else {
        guard let (story, takes) = try reader.newest(name) else {
          throw reader.hasNoStory(name)
        }
        try show(story, takes: takes, reader)
      }
    }
  }

  /// The group that is meant, unless the name is none's and some story's id.
  private func group(_ reader: StoreReader) throws -> GroupNumber? {
    guard name.hasPrefix("g"), let number = Int64(name.dropFirst()) else { return nil }
    let group = GroupNumber(number)
    let isThere = try !reader.stories(in: group).isEmpty || reader.mergedInto(group) != nil
    return try isThere || reader.find(name).isEmpty ? group : nil
  }

  private func show(_ group: GroupNumber, _ reader: StoreReader) throws {
    let settings = try common.settings()
    let stories = try reader.stories(in: group)
    guard !stories.isEmpty else { throw try GroupName.isNone(name, in: reader) }
    let states = try reader.states(of: stories.map(\.number))
    let lead = try GroupLead(reader).lead(of: group, by: settings.wire.lead)
    let elsewhere = try SharedElsewhere.of(stories, reader)
    let votes = StoredVotes(reader, settings)
    let history = try GroupHistory(stories, reader, votes, try settings.copyReader())
    if common.json {
      let pairs = try pairs(of: stories, reader)
      Terminal.say(
        try JSON.line(
          try GroupView(
            group, stories, states, pairs, votes, lead: lead,
            steps: history.steps, elsewhere: elsewhere)))
      return
    }
    GroupTable.show(
      stories.map { .init($0, states[$0.number], isNumbered: true) }, name: "\(group)")
    let names = StoryNames(stories)
    let of = lead.map { "the lead is \(names[$0.number.value])" }
    Terminal.sayFitting(
      "  " + [FirstRun(stories)?.sentence, of].compactMap { $0 }.joined(separator: "; "))
    history.show()
    SharedElsewhere.show(elsewhere, stories)
  }

  private func show(_ story: StoredStory, takes: Int, _ reader: StoreReader) throws {
    let pairs = try reader.pairs(of: story.number)
    let votes = StoredVotes(reader, try common.settings())
    let state = try reader.states(of: [story.number])[story.number]
    if common.json {
      Terminal.say(try JSON.line(try StoryView(story, state, pairs, votes, withText: text)))
      return
    }
    sayHead(story, state, takes: takes)
    if text {
      Terminal.say("")
      Terminal.sayText(story.story.text)
    }
    Terminal.say("")
    if pairs.isEmpty {
      Terminal.sayFitting(
        "Of no story it was compared with is anything kept: none is alike enough, or near enough in time. "
          + "'compare' holds it against any other.")
    }
    let others = try pairs.compactMap { try reader.story($0.other(than: story.number)) }
    let names = StoryNames([story] + others)
    for pair in pairs {
      let sentence = pair.sentence(seenFrom: story.number, names: names)
      for (number, line) in Terminal.lines(sentence, indentation: 4).enumerated() {
        Terminal.say((number == 0 ? "  " : "    ") + line)
      }
      guard let vote = try votes.vote(on: pair)?.sentence else { continue }
      for line in Terminal.lines(vote, indentation: 4) { Terminal.say("    " + Style.dim(line)) }
    }
  }

  /// What and whose it is, when it came, and whether it may be used.
  private func sayHead(_ story: StoredStory, _ state: StoryState?, takes: Int) {
    let title = Words.oneLine(story.story.title ?? story.story.id)
    for line in Terminal.fitting(title) { Terminal.say(Style.bold(line)) }
    let take = takes > 1 || story.version > 1 ? ", version \(story.version)" : ""
    Terminal.sayFitting(
      "\(story.number) \(story.story.id)\(take), \(story.story.outlet?.name ?? "outlet not known"), "
        .printable
        + "\(Words.time(story.story.published)), in \(story.group)")
    guard let state else { return }
    let note = state.note.map { ": " + Words.oneLine($0).prefix(200) } ?? ""
    for line in Terminal.fitting(state.words + note) { Terminal.say(Style.yellow(line)) }
  }

  private func pairs(of stories: [StoredStory], _ reader: StoreReader) throws -> [StoredPair] {
    let inside = Set(stories.map(\.number))
    return try stories.flatMap { story in
      try reader.pairs(of: story.number).filter {
        $0.second == story.number && inside.contains($0.first)
      }
    }
  }
}

extension StoredPair {
  /// The story that is not this one.
  func other(than story: StoryNumber) -> StoryNumber { first == story ? second : first }

  /// The decision as a sentence.
  func sentence(seenFrom story: StoryNumber, names: StoryNames) -> String {
    let name = names[other(than: story).value]
    let seen = first == story ? relation : relation.reversed
    let mine = first == story ? likeness : likeness.reversed
    let resemblance = "resemblance \(Words.percent(mine.resemblance))"
    return "\(seen.rawValue) of \(name): \(reason); "
      + (reason.contains(resemblance) ? "" : resemblance + ", ")
      + "\(Words.percent(mine.containmentOfFirst)) of it in the other"
  }
}
