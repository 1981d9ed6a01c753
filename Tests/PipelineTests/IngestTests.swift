import Inbox
import NearDuplicates
import Pipeline
import Store
import Stories
import SystemPackage
import TestSupport
import Testing
import Text
import Wire

@Suite struct IngestTests {
  @Test("stories dropped as files end in the groups that they were made in")
  func groups() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 1)
    let known = generator.stories(groups: 20)
    for story in known { try bench.drop(story.story) }
    let ingest = try bench.ingest()
    ingest.settle()
    #expect(try bench.groups() == partition(known))
    #expect(bench.folder.names(in: "in").isEmpty && bench.folder.names(in: "work").isEmpty)
    #expect(bench.folder.names(in: "done").count == known.count)
  }

  @Test("after a restart groups go on as if there had been none")
  func restart() throws {
    let (one, other) = (Bench(), Bench())
    var generator = StoryGenerator(seed: 2)
    let known = generator.stories(groups: 15)
    let steady = try one.ingest()
    for (position, story) in known.enumerated() {
      try one.drop(story.story)
      steady.settle()
      try other.drop(story.story)
      if position % 4 == 0 { try other.ingest().settle() }
    }
    try other.ingest().settle()
    #expect(try one.groups() == other.groups())
    #expect(try one.groups() == partition(known))
  }

  @Test("batch and daemon come to the same groups")
  func batch() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 3)
    let known = generator.stories(groups: 15)
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    let batch = Batch(reader: reader, plan: bench.plan, rule: RelationRule())
    for story in known {
      batch.add(DeliveredStory(story.story, identityIsGiven: true))
      try bench.drop(story.story)
    }
    try bench.ingest().settle()
    let groups = Set(batch.groups().map { Set($0.map { batch.entries[$0].id }) })
    #expect(try bench.groups() == groups)
  }

  @Test("the same bytes under a hundred names are one story, and the ledger knows every name")
  func duplicates() throws {
    let bench = Bench()
    for number in 0..<100 { try bench.folder.write("The same text.", to: "in/name-\(number).txt") }
    try bench.ingest().settle()
    let counts = try bench.reader().counts()
    #expect(counts.stories == 1 && counts.deliveries == 100)
  }

  @Test("new text under the same id of the same outlet is a new version in the same group")
  func versions() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 4)
    let first = Story(id: "a", outlet: Outlet("echo"), text: generator.text(words: 80))
    let second = Story(id: "a", outlet: Outlet("echo"), text: generator.text(words: 80))
    let elsewhere = Story(id: "a", outlet: Outlet("post"), text: generator.text(words: 80))
    let ingest = try bench.ingest()
    for (name, story) in [("1", first), ("2", second), ("3", elsewhere)] {
      try bench.drop(story, name: name)
      ingest.settle()
    }
    let stories = try bench.reader().stories(id: "a").sorted { $0.number < $1.number }
    #expect(stories.map(\.version) == [1, 2, 1])
    #expect(stories[0].group == stories[1].group && stories[2].group != stories[0].group)
  }

  @Test(
    "a file with good and bad lines: the good are taken, the bad refused, dropped again nothing doubles"
  )
  func partial() throws {
    let bench = Bench()
    let lines = (1...3).map {
      #"{"id": \#($0), "outlet": "o", "text": "text number \#($0) of three"}"#
    }
    let file = lines.joined(separator: "\n") + "\nbroken\n"
    for _ in 0..<2 {
      try bench.folder.write(file, to: "in/day.jsonl")
      try bench.ingest().settle()
    }
    #expect(try bench.reader().counts().stories == 3)
    #expect(bench.folder.names(in: "refused").count == 4)
    #expect(try bench.folder.read("refused/day.jsonl.reason").contains("line 4: "))
    #expect(
      try bench.folder.read("refused/day.jsonl.reason").contains(
        "3 stories of this file were taken"))
  }

  @Test("the reason of a file of which one story was taken says so in the singular")
  func partialOfOne() throws {
    let bench = Bench()
    let line = #"{"id": 1, "outlet": "o", "text": "the only text"}"#
    try bench.folder.write(line + "\nbroken\n", to: "in/day.jsonl")
    try bench.ingest().settle()
    #expect(
      try bench.folder.read("refused/day.jsonl.reason").contains("1 story of this file was taken"))
  }

  @Test("a large file is committed in parts, and each story counts once")
  func large() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 6)
    let lines = (0..<1300).map { #"{"id": "n\#($0)", "text": "\#(generator.text(words: 12))"}"# }
      .map { $0.replacing("\n", with: " ") }
    try bench.folder.write(lines.joined(separator: "\n"), to: "in/all.jsonl")
    try bench.ingest().settle()
    #expect(try bench.reader().counts().stories == 1300)
  }

  @Test(
    "a stop in the midst of a large file is heard at the next commit, and nothing is lost or doubled"
  )
  func stopsInside() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 16)
    let lines = (0..<1300).map { #"{"id": "n\#($0)", "text": "\#(generator.text(words: 12))"}"# }
      .map { $0.replacing("\n", with: " ") }
    try bench.folder.write(lines.joined(separator: "\n"), to: "in/all.jsonl")
    _ = try bench.ingest(door: SystemFileDoor(), pulse: { false }).step()
    #expect(try bench.reader().counts().stories == 500)
    #expect(bench.folder.names(in: "work") == ["all.jsonl"])
    try bench.ingest().settle()
    let counts = try bench.reader().counts()
    #expect(counts.stories == 1300)
    let accepted = try bench.reader().events(after: 0, limit: .max).count {
      $0.draft.kind == "story.accepted"
    }
    #expect(accepted == 1300)
  }

  @Test("changing the signature signs the store anew and keeps the groups")
  func signsAnew() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 7)
    let known = generator.stories(groups: 10)
    for story in known.dropLast(10) { try bench.drop(story.story) }
    try bench.ingest().settle()
    for story in known.suffix(10) { try bench.drop(story.story) }
    try bench.ingest(door: SystemFileDoor(), registers: 256).settle()
    #expect(try bench.groups() == partition(known))
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch(registers: 256))
    #expect(try bench.reader().findings(stamp: signer.stamp).isEmpty)
  }

  @Test("a retention shorter than the window leaves no trace of what it deleted")
  func shortRetention() throws {
    var bench = Bench()
    bench.options.retention = Instant.day
    var generator = StoryGenerator(seed: 9)
    let text = generator.text(words: 80)
    let clock = HandMovedClock(start: 1_772_500_000_000)
    let ingest = try bench.ingest(door: SystemFileDoor()) { clock.now }
    for day in 0..<6 {
      try bench.drop(Story(id: "s\(day)", text: text + " day \(day)"))
      ingest.settle()
      clock.advance(by: 2 * Instant.day)
    }
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    #expect(try bench.reader().findings(stamp: signer.stamp).isEmpty)
    #expect(try bench.reader().counts().stories == 1)
  }

  @Test("stories leave the index after the window and the store after their retention")
  func expiry() throws {
    var bench = Bench()
    bench.options.retention = 30 * Instant.day
    var generator = StoryGenerator(seed: 8)
    let text = generator.text(words: 80)
    let start: Int64 = 1_772_500_000_000
    for (number, day) in [Int64(0), 1, 20, 40].enumerated() {
      try bench.drop(Story(id: "s\(number)", text: text + " day \(day)"))
      let now = Instant(milliseconds: start + day * Instant.day)
      let ingest = try bench.ingest(door: SystemFileDoor()) { now }
      ingest.settle()
      #expect(ingest.status(process: 1, started: now, rate: 0, isIdle: true).indexedStories <= 2)
    }
    #expect(try bench.groups() == [["s2"], ["s3"]])
    let kinds = try bench.reader().events(after: 0, limit: 100).map(\.draft.kind)
    #expect(kinds.filter { $0 == "story.expired" }.count == 2)
  }
}
