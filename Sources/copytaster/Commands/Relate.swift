import ArgumentParser
import Foundation
import NearDuplicates
import Pipeline
import Settings
import Stories
import Wire

/// `copytaster relate`
struct Relate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what named pairs of stories are to each other.",
    discussion: """
      The pairs are JSON Lines with "a" and "b", the ids of two stories.

      EXAMPLE
        copytaster relate stories.jsonl --pairs pairs.jsonl --json

      OUTPUT with --json: a line a pair, {"a","b","relation","share_a","share_b","resemblance",\
      "estimate","containment","reason","passages":[{"a":[start,end],"b":[start,end]}]}. Offsets are Unicode scalars \
      of each story's text; shares are the parts of each story's words that lie in passages.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Folders, text files or JSON Lines files.", completion: .file())
  var inputs: [String]

  @Option(help: "JSON Lines with the pairs.", completion: .file())
  var pairs: String

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let asked = try PairList(path: pairs)
      let reader = try settings.copyReader()
      var stories: [String: ComparableStory] = [:]
      var refusals = RefusalCount()
      var counted: UInt32 = 0
      var namesakes: Set<String> = []
      try Inputs(inputs, settings).forEach { outcome, file, _ in
        switch outcome {
        case .story(let delivered):
          // All stories count for what recurs in an outlet, those that nobody asks about too.
          let story = reader.comparable(delivered)
          reader.count(story.reading, as: counted)
          counted += 1
          let id = delivered.story.id
          guard asked.ids.contains(id) else { break }
          if let other = stories[id], other.story.text != delivered.story.text {
            namesakes.insert(id)
          }
          stories[id] = story
        case .refused(let refusal): refusals.note(refusal, file)
        }
      }
      if let first = namesakes.min() {
        Terminal.complain(
          "\(Words.count(namesakes.count, "id stands", "ids stand")) for several stories, such as "
            + "'\(first)': the last of each is meant; give them ids of their own")
      }
      try answer(asked, stories, reader, try settings.rule())
      try refusals.finish()
    }
  }

  private func answer(
    _ asked: PairList, _ stories: [String: ComparableStory], _ reader: CopyReader,
    _ rule: RelationRule
  ) throws {
    var output = OutputBuffer()
    var missing: Set<String> = []
    for pair in asked.pairs {
      let (a, b) = (pair.a.text, pair.b.text)
      guard let first = stories[a], let second = stories[b] else {
        missing.formUnion([a, b].filter { stories[$0] == nil })
        continue
      }
      let report = reader.compare(first, second, rule: rule)
      if common.json {
        output.say(try JSON.line(RelationRow(a: a, b: b, report)))
      } else {
        let likeness = report.evidence.likeness
        output.say(
          "\(report.verdict.relation.rawValue.fitted(to: 12)) \(a.printable)  \(b.printable)  "
            + "resemblance \(Words.percent(likeness.resemblance)), shared "
            + "\(Words.percent(report.shareOfFirst)) and \(Words.percent(report.shareOfSecond))")
      }
    }
    output.flush()
    if let example = missing.sorted().first {
      throw InputError(
        path: pairs, problem: "\(missing.count) ids are not among the stories, such as '\(example)'"
      )
    }
  }
}

/// A pair as `relate` prints it.
struct RelationRow: Encodable {
  struct Stretch: Encodable {
    let a: [Int]
    let b: [Int]
  }

  let a: String
  let b: String
  let relation: Relation
  let reason: String
  let resemblance: Double
  let estimate: Double
  let containment: Double
  let shareOfA: Double
  let shareOfB: Double
  let quotesOnly: Bool
  let passages: [Stretch]
  let changedA: [[Int]]
  let changedB: [[Int]]
  let boilerplateA: [[Int]]
  let boilerplateB: [[Int]]
  /// What their component made of them, if both are of one store.
  let component: VoteView?

  private enum CodingKeys: String, CodingKey {
    case a, b, relation, reason, resemblance, estimate, containment, passages, component
    case shareOfA = "share_a"
    case shareOfB = "share_b"
    case quotesOnly = "quotes_only"
    case changedA = "changed_a"
    case changedB = "changed_b"
    case boilerplateA = "boilerplate_a"
    case boilerplateB = "boilerplate_b"
  }

  init(a: String, b: String, _ report: PairReport, vote: NamedVote? = nil) {
    component = vote.map { VoteView($0) }
    (self.a, self.b) = (a, b)
    (relation, reason) = (report.verdict.relation, report.explanation.sentence)
    quotesOnly = report.verdict.isQuotesOnly
    resemblance = JSON.rounded(report.evidence.likeness.resemblance)
    estimate = JSON.rounded(report.estimate)
    containment = JSON.rounded(report.evidence.likeness.containment)
    (shareOfA, shareOfB) = (JSON.rounded(report.shareOfFirst), JSON.rounded(report.shareOfSecond))
    changedA = report.changed.first.map { [$0.lowerBound, $0.upperBound] }
    changedB = report.changed.second.map { [$0.lowerBound, $0.upperBound] }
    boilerplateA = report.boilerplate.first.map { [$0.lowerBound, $0.upperBound] }
    boilerplateB = report.boilerplate.second.map { [$0.lowerBound, $0.upperBound] }
    passages = report.passages.map { passage in
      Stretch(
        a: [passage.first.lowerBound, passage.first.upperBound],
        b: [passage.second.lowerBound, passage.second.upperBound])
    }
  }
}
