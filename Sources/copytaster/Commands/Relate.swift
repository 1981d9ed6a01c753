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
    abstract: "Say what pairs of stories are to each other, and what they share.",
    discussion: """
      The pairs are JSON Lines with "a" and "b", the ids of two stories. Without --pairs the pairs are told that share \
      copy: versions, passages and templates, among the stories that are found alike (bands of signatures, up to 64 \
      that share prints of passages, and what is tied to either, at most 512 for each story; of a passage that many have, \
      the newest two dozen are found: name the pairs for all). A story whose text is letter for \
      letter that of an earlier one is told with that one, and with what that one shares copy with; two such repeats are not told with each other.

      EXAMPLES
        copytaster relate stories.jsonl --pairs pairs.jsonl --json
        copytaster relate archive/ --json > reuse.jsonl      who has whose words, and where

      OUTPUT with --json: a line a pair, {"a","b","outlet_a","outlet_b","relation","share_a","share_b","resemblance",\
      "estimate","containment","containment_a","containment_b","seconds_apart","reason","pull",\
      "passages":[{"a":[start,end],"b":[start,end]}],"boilerplate_a","boilerplate_b",…}. Offsets are Unicode scalars \
      of each story's text; "relation" is what "a" is to "b": a cut is "b" shortened, expanded is "b" lengthened; \
      "pull" is how strongly the two pull into one group by themselves, from 0 to 1, where 0.5 is enough: a group may \
      hold two that share passages alone; \
      "containment" is the larger of the two that follow, how much of one story is in the other; shares are the \
      parts of each story's words that lie in shared stretches, as they are \
      measured: passages are these as a reader would mark them, to the ends of their sentences. Two passages may overlap \
      in one of the stories, which says something twice that the other says once: take the shares, not the lengths of \
      the passages, for how much is reused.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(
    help: "Folders, files in any format that is read, or - for standard input.", completion: .file()
  )
  var inputs: [String]

  @Option(
    help:
      "JSON Lines with the pairs that are asked about, instead of all that share copy; - for standard input.",
    completion: .file())
  var pairs: String?

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      if let pairs { try relate(pairs, settings) } else { try relateAll(settings) }
    }
  }

  private func relateAll(_ settings: Settings) throws {
    let related = try RelatedPairs(settings)
    var refusals = RefusalCount()
    let inputs = try Inputs(inputs, settings)
    var reading = Progress("reading", total: inputs.totalBytes)
    var orders = OrdersLeftOut()
    try inputs.forEach { outcome, file, done in
      switch outcome {
      case .story(let delivered):
        refusals.noteStory()
        if !orders.note(delivered) { related.add(delivered) }
      case .refused(let refusal): refusals.note(refusal, file)
      }
      reading.update(done, detail: "\(related.storyCount) stories")
    }
    reading.finish()
    orders.say("in no pair")
    var output = OutputBuffer()
    var count = 0
    var relating = Progress("relating", total: 100)
    try related.forEach { part in
      relating.update(Int(part * 100), detail: Words.count(count, "pair", "pairs"))
    } _: { one, two, report in
      count += 1
      try say(one, two, report, &output)
    }
    relating.finish()
    output.flush()
    if !common.json {
      Terminal.say(
        "\(Words.count(count, "pair", "pairs")) of "
          + Words.count(related.storyCount, "story", "stories"))
    }
    try refusals.finish()
  }

  private func relate(_ pairs: String, _ settings: Settings) throws {
    let asked = try PairList(path: pairs)
    let reader = try settings.copyReader()
    var stories = AskedStories(asked.ids)
    var refusals = RefusalCount()
    var order = CountingOrder()
    var read = 0
    let inputs = try Inputs(inputs, settings)
    var reading = Progress("reading", total: inputs.totalBytes)
    try inputs.forEach { outcome, file, done in
      reading.update(done, detail: Words.stories(read))
      switch outcome {
      case .story(let delivered):
        refusals.noteStory()
        if stories.leavesOut(delivered) { break }
        // All stories count for what recurs in an outlet, those that nobody asks about too.
        let story = reader.comparable(delivered)
        order.add(story)
        read += 1
        stories.note(story)
      case .refused(let refusal): refusals.note(refusal, file)
      }
    }
    reading.finish()
    stories.say()
    order.count(with: reader)
    try answer(asked, pairs, stories, reader, try settings.rule())
    try refusals.finish()
  }

  private func say(
    _ one: Story, _ two: Story, _ report: PairReport, _ output: inout OutputBuffer
  ) throws {
    if common.json {
      output.say(try JSON.row(RelationRow(one, two, report)))
      return
    }
    let likeness = report.evidence.likeness
    let sentence =
      "\(one.id.printable)  \(two.id.printable)  "
      + "resemblance \(Words.percent(likeness.resemblance)), shared "
      + "\(Words.percent(report.shareOfFirst)) and \(Words.percent(report.shareOfSecond))"
    let relation = report.verdict.relation.rawValue.fitted(to: 12)
    for (number, line) in Terminal.lines(sentence, indentation: 13).enumerated() {
      output.say((number == 0 ? relation : String(repeating: " ", count: 12)) + " " + line)
    }
  }

  private func answer(
    _ asked: PairList, _ path: String, _ stories: AskedStories, _ reader: CopyReader,
    _ rule: RelationRule
  ) throws {
    var output = OutputBuffer()
    var missing: [String: Int] = [:]
    var relating = Progress("relating", total: asked.pairs.count)
    for (number, pair) in asked.pairs.enumerated() {
      relating.update(number, detail: Words.count(number, "pair", "pairs"))
      let (a, b) = (pair.a.text, pair.b.text)
      guard let first = stories[a], let second = stories[b] else {
        for id in [a, b] where stories.lacks(id) { missing[id] = missing[id] ?? pair.line }
        continue
      }
      try say(first.story, second.story, reader.compare(first, second, rule: rule), &output)
    }
    relating.finish()
    output.flush()
    if let example = missing.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      throw InputError(
        path: path,
        problem: Words.count(missing.count, "id is", "ids are")
          + " not among the stories, such as '\(example.key)' in line \(example.value)")
    }
  }
}
