import Inbox
import NearDuplicates
import Pipeline
import Store
import Stories
import TestSupport
import Testing
import Text
import Wire

/// People's word on boilerplate, through the daemon's steps and its store.
@Suite struct RulingTests {
  private let bench = Bench()

  /// Unrelated briefs of an outlet, all with the same last line.
  private func briefs(_ count: Int, outlet: String, footer: String, seed: UInt64) -> [Story] {
    var generator = StoryGenerator(seed: seed)
    return (0..<count).map { number in
      let body = generator.text(words: 50).replacing("\n", with: " ")
      return Story(
        id: "\(outlet)-\(number)", outlet: Outlet(outlet),
        published: Instant(milliseconds: 1_772_400_000_000 + Int64(number) * Instant.hour),
        text: body + "\n" + footer)
    }
  }

  private func footer(seed: UInt64, words: Int = 110) -> String {
    var generator = StoryGenerator(seed: seed)
    return generator.text(words: words).replacing("\n", with: " ").replacing(".", with: "")
  }

  private func key(of text: String) throws -> SegmentKey {
    try #require(Segmenter().whole(text, tokens: try Tokeniser().tokens(of: text))).key
  }

  private func rule(
    _ answer: BoilerplateRuling.Answer, _ text: String, outlet: String? = nil
  ) throws {
    let ruling = BoilerplateRuling(
      segment: try key(of: text), outlet: outlet.map { Outlet($0) }, answer: answer,
      kind: .newsletter, text: text, person: "mk", at: Instant(milliseconds: 1_772_500_000_000))
    try Store(path: bench.storePath).add([ruling])
  }

  private func reasons(_ kind: String) throws -> [String] {
    try bench.reader().events(after: 0, limit: .max).filter { $0.draft.kind == kind }
      .map(\.draft.body)
  }

  @Test(
    "confirmed text splits a wrong group, the event says who said what, and it stays after a restart"
  )
  func confirm() throws {
    let footer = footer(seed: 1)
    let stories = briefs(2, outlet: "echo", footer: footer, seed: 2)
    for story in stories { try bench.drop(story) }
    let daemon = try bench.ingest()
    daemon.settle()
    #expect(try bench.groups() == [["echo-0", "echo-1"]], "the footer must mislead at first")
    try rule(.confirmed, footer, outlet: "echo")
    daemon.settle()
    #expect(try bench.groups() == [["echo-0"], ["echo-1"]])
    let reason = try #require(try reasons("group.split").last)
    #expect(reason.contains("was confirmed as boilerplate in echo by mk"))
    let first = try #require(try bench.reader().stories(id: "echo-0").first)
    let left = try bench.reader().pairs(of: first.number)
    #expect(left.isEmpty, "what was measured with the footer must not outlive it: \(left)")
    try bench.drop(briefs(3, outlet: "echo", footer: footer, seed: 3)[2])
    try bench.ingest().settle()
    #expect(try bench.groups() == [["echo-0"], ["echo-1"], ["echo-2"]])
    let segment = try #require(try bench.reader().segments(of: Outlet("echo")).first)
    #expect(segment.segment == (try key(of: footer)) && segment.stories == 3)
    #expect(segment.groups.count == 3)
  }

  @Test("rejected text that recurs counts again, for good, and groups are healed with a reason")
  func reject() throws {
    let footer = footer(seed: 4)
    // Longer than the briefs, and no model knows it: of what looks like takes of a running story one in four counts.
    let stories = briefs(11, outlet: "echo", footer: footer, seed: 5)
    for story in stories.prefix(10) { try bench.drop(story) }
    let daemon = try bench.ingest()
    daemon.settle()
    #expect(try bench.groups().count == 10, "what recurs must be known as boilerplate")
    let registered = try bench.reader().segments(of: nil).map(\.segment)
    #expect(registered == [try key(of: footer)])
    try rule(.rejected, footer)
    daemon.settle()
    #expect(try bench.groups() == [Set(stories.prefix(10).map(\.id))])
    #expect(
      try reasons("group.merged").contains { $0.contains("was rejected as boilerplate by mk") })
    try bench.drop(stories[10])
    try bench.ingest().settle()
    #expect(try bench.groups() == [Set(stories.map(\.id))])
    #expect(try bench.reader().segments(of: nil).map(\.stories) == [11], "it is still watched")
    let applied = try bench.reader().appliedRuling()
    #expect(applied == 1)
  }

  @Test("a ruling given while no daemon runs is held against the stories at the next start")
  func whileStopped() throws {
    let footer = footer(seed: 6)
    for story in briefs(2, outlet: "echo", footer: footer, seed: 7) { try bench.drop(story) }
    try bench.ingest().settle()
    try rule(.confirmed, footer)
    #expect(try bench.groups().count == 1)
    try bench.ingest().settle()
    #expect(try bench.groups().count == 2)
  }

  @Test("a ruling on one outlet leaves the others alone, and goes before one on all")
  func outlets() throws {
    let footer = footer(seed: 8)
    for name in ["echo", "post"] {
      let seed: UInt64 = name == "echo" ? 9 : 10
      for story in briefs(2, outlet: name, footer: footer, seed: seed) { try bench.drop(story) }
    }
    let daemon = try bench.ingest()
    try rule(.confirmed, footer)
    try rule(.rejected, footer, outlet: "post")
    daemon.settle()
    #expect(try bench.groups() == [["echo-0"], ["echo-1"], ["post-0", "post-1"]])
  }

  @Test("a stream with rulings in its midst ends as one in which they were known from the start")
  func sameEnd() throws {
    let (learned, rare) = (footer(seed: 11), footer(seed: 12))
    let stories =
      briefs(12, outlet: "echo", footer: learned, seed: 13)
      + briefs(2, outlet: "post", footer: rare, seed: 14)
      + briefs(5, outlet: "star", footer: footer(seed: 15, words: 35), seed: 16)
    var order = SeededGenerator(seed: 17)
    let shuffled = stories.shuffled(using: &order)
    let daemon = try bench.ingest()
    for (position, story) in shuffled.enumerated() {
      try bench.drop(story)
      daemon.settle()
      if position == 8 { try rule(.rejected, learned, outlet: "echo") }
      if position == 12 { try rule(.confirmed, rare) }
    }
    daemon.settle()
    let reader = CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()), boilerplate: nil)
    reader.adopt(try Store(path: bench.storePath).rulings())
    let batch = Batch(reader: reader, plan: bench.plan, rule: RelationRule())
    for story in shuffled { batch.add(DeliveredStory(story, identityIsGiven: true)) }
    let known = Set(batch.groups().map { Set($0.map { batch.entries[$0].id }) })
    #expect(try bench.groups() == known)
    #expect(known.contains(Set(stories.prefix(12).map(\.id))))
    #expect(known.contains(["post-0"]) && known.contains(["star-3"]))
  }

  @Test("of a story under an embargo nothing is registered before its release")
  func embargo() throws {
    let desk = WireOrderTests.Desk()
    let footer = footer(seed: 21)
    var texts = briefs(3, outlet: "echo", footer: footer, seed: 22).map(\.text)
    let secret = texts.removeLast().replacing("\n", with: "\\n")
    for (number, text) in texts.enumerated() {
      try desk.bench.drop(Story(id: "\(number)", outlet: Outlet("echo"), text: text))
    }
    let ingest = try desk.start()
    ingest.settle()
    let ruling = BoilerplateRuling(
      segment: try key(of: footer), outlet: nil, answer: .confirmed, kind: .other, text: footer,
      person: "mk", at: desk.clock.now)
    try Store(path: desk.bench.storePath).add([ruling])
    ingest.settle()
    try desk.bench.folder.write(
      line("secret", "echo", secret, more: EmbargoTests.until), to: "in/secret.txt")
    ingest.settle()
    func segment() throws -> RegisteredSegment? {
      try desk.bench.reader().segments(of: Outlet("echo")).first
    }
    #expect(try segment()?.stories == 2)
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle()
    #expect(try segment()?.stories == 3)
  }
}
