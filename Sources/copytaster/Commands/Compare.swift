import ArgumentParser
import Foundation
import NearDuplicates
import Pipeline
import Settings
import Store
import Stories
import Wire

/// `copytaster compare`
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what two stories share, and why they are or are not the same copy.",
    discussion: """
      A story is a file with one story in it, or a story of the store by its id or number (#17). The first is told by \
      what it is to the second: a cut is the second shortened, expanded is the second lengthened. With --from the two \
      are ids of stories in files, compared as 'relate' and 'eval' compare them, with what all of these stories teach.

      EXAMPLES
        copytaster compare samples/inbox/northgate/002*.txt samples/inbox/ansel-ledger/011*.txt
        copytaster compare '#2' '#11'
        copytaster compare npa-002 ledger-011 --from stories.jsonl
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "A file, an id, or #number.", completion: .file())
  var first: String

  @Argument(help: "A file, an id, or #number.", completion: .file())
  var second: String

  @Option(
    name: .customLong("from"),
    help: "A file or folder in which the two ids are looked up; may be given often.",
    completion: .file())
  var files: [String] = []

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let reader = try settings.copyReader()
      guard files.isEmpty else {
        let (one, two, refusals) = try stories(in: files, settings, reader)
        try show(one, two, reader.compare(one, two, rule: try settings.rule()))
        return try refusals.finish()
      }
      let finder = StoryFinder(settings)
      let (one, two) = (try finder.ready(first, reader), try finder.ready(second, reader))
      let remembered = try finder.remembered(first, second)
      let vote = remembered?.vote
      let report = reader.compare(
        one, two, rule: try settings.rule(),
        sameIdentity: remembered?.pair.sameIdentity)
      try show(one, two, report, vote)
    }
  }

  private func show(
    _ one: ComparableStory, _ two: ComparableStory, _ report: PairReport, _ vote: NamedVote? = nil
  ) throws {
    if common.json {
      Terminal.say(try JSON.line(RelationRow(one.story, two.story, report, vote: vote)))
    } else {
      ComparisonView(first: one.story, second: two.story, report: report, vote: vote).show()
    }
  }
}

/// Finds a story by what a person typed.
struct StoryFinder {
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// A file's one story, or the newest take in the store with what was decided about its boilerplate.
  func ready(_ name: String, _ copyReader: CopyReader) throws -> ComparableStory {
    if FileManager.default.fileExists(atPath: name) {
      return copyReader.comparable(try story(inFile: name))
    }
    let reader = try store(lookedIntoFor: name)
    guard let stored = try reader.newest(name)?.story else {
      if name.hasPrefix("#") { throw reader.hasNoStory(name) }
      throw InputError(
        path: name, problem: "is neither a file nor a story in \(settings.store.path)")
    }
    return copyReader.comparable(
      DeliveredStory(stored.story, identityIsGiven: stored.identityIsGiven),
      decided: try reader.boilerplate(of: stored.number))
  }

  /// The store; where there is none, a name that is no number may as well be that of a file.
  private func store(lookedIntoFor name: String) throws -> StoreReader {
    do {
      return try StoreReader.open(settings)
    } catch StoreError.missing(let path) where !name.hasPrefix("#") {
      throw InputError(
        path: name, problem: "there is no such file, and no store at \(path) to look it up in")
    }
  }

  /// What is remembered of two stories of the store, and what their component makes of them; nil for files, and for
  /// stories that were not compared.
  func remembered(
    _ first: String, _ second: String
  ) throws -> (pair: StoredPair, vote: NamedVote?)? {
    guard !FileManager.default.fileExists(atPath: first),
      !FileManager.default.fileExists(atPath: second)
    else { return nil }
    let reader = try StoreReader.open(settings)
    guard let one = try reader.newest(first)?.story, let two = try reader.newest(second)?.story,
      let pair = try reader.pairs(of: one.number).first(where: {
        $0.other(than: one.number) == two.number
      })
    else { return nil }
    return (pair, try StoredVotes(reader, settings).vote(on: pair))
  }

  private func story(inFile path: String) throws -> DeliveredStory {
    var found: [DeliveredStory] = []
    try Inputs([path], settings).forEach { outcome, file, _ in
      switch outcome {
      case .story(let delivered): found.append(delivered)
      case .refused(let refusal): throw InputError(path: file, problem: "\(refusal)")
      }
    }
    guard let story = found.first, found.count == 1 else {
      throw InputError(
        path: path,
        problem:
          "holds \(found.count) stories; name a file that holds one, or two ids and the file "
          + "with --from")
    }
    return story
  }
}
