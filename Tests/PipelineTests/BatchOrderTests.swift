import NearDuplicates
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite struct BatchOrderTests {
  /// Stories of one outlet, nine of which carry words that are in just enough of them to be furniture: counting in
  /// bounded memory misses that where the first of these nine stands alone among the first hundred. Of some stories
  /// there is a version without an outlet, some come twice, and some have no date.
  private func stream() -> [DeliveredStory] {
    var random = SeededGenerator(seed: 97)
    func words(_ count: Int) -> String {
      (0..<count).map { _ in "word\(Int.random(in: 0..<9000, using: &random))" }
        .joined(separator: " ")
    }
    let (seldom, often) = (words(24), words(24))
    var stories: [DeliveredStory] = []
    func add(_ id: String, _ outlet: String?, _ hour: Int?, _ text: String) {
      stories.append(
        DeliveredStory(
          Story(
            id: id, outlet: outlet.map { Outlet($0) },
            published: hour.map { Instant(milliseconds: Int64($0) * Instant.hour) }, title: nil,
            text: text), identityIsGiven: false))
    }
    for number in 0..<230 {
      let body = words(60)
      add(
        "mine-\(number)", "Mine", number % 9 == 0 ? nil : number,
        (isSeldom(number) ? seldom + ". " : number % 4 == 1 ? often + ". " : "") + body)
      if number % 5 == 0 { add("other-\(number)", nil, number + 2, words(9) + " " + body) }
      if number % 11 == 0, let last = stories.last { stories.append(last) }
    }
    return stories
  }

  private func isSeldom(_ number: Int) -> Bool { number == 3 || number > 120 && number % 14 == 5 }

  private struct Outcome: Equatable {
    var groups: Set<[String]> = []
    var boilerplate: [String: [Range<Int>]] = [:]
    var repeats: Set<String> = []
  }

  private func outcome(of stories: [DeliveredStory]) throws -> Outcome {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let batch = Batch(
      reader: CopyReader(signer: signer, boilerplate: nil), plan: BandPlan(bands: 32, rows: 2),
      rule: RelationRule(), keepsReadings: true)
    for story in stories { batch.add(story) }
    var outcome = Outcome()
    for group in batch.groups() {
      outcome.groups.insert(group.map { batch.entries[$0].id })
      for position in group {
        let id = batch.entries[position].id
        outcome.boilerplate[id] = batch.boilerplate(of: position)
        if batch.entries[position].repeated != nil { outcome.repeats.insert(id) }
      }
    }
    return outcome
  }

  @Test("a batch ends the same in whatever order its stories were added")
  func anyOrder() throws {
    let stories = stream()
    let straight = try outcome(of: stories)
    #expect(straight.groups.contains { $0.count > 1 })
    #expect(straight.boilerplate.values.contains { !$0.isEmpty })
    #expect(straight.repeats.count == 21)
    for seed in 0..<6 {
      var random = SeededGenerator(seed: UInt64(seed))
      #expect(try outcome(of: stories.shuffled(using: &random)) == straight)
    }
  }

  @Test("what is added after placing is placed after it, in groups of what was there")
  func addedLater() throws {
    let stories = stream()
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let batch = Batch(
      reader: CopyReader(signer: signer, boilerplate: nil), plan: BandPlan(bands: 32, rows: 2),
      rule: RelationRule())
    for story in stories.dropLast(40) { batch.add(story) }
    _ = batch.groups()
    for story in stories.suffix(40) { batch.add(story) }
    let grouped = batch.groups().flatMap { $0 }.sorted()
    #expect(grouped == Array(stories.indices))
    let together = Set(batch.groups().map { Set($0.map { batch.entries[$0].id }) })
    let apart = together.filter { $0.contains { $0.hasPrefix("other-") } && $0.count == 1 }
    #expect(apart.isEmpty)
  }

  @Test("a batch ties what its sources tie, whatever the texts say")
  func tied() throws {
    var random = SeededGenerator(seed: 5)
    func delivered(_ id: String, _ outlet: String, _ hour: Int, _ facts: WireFacts?)
      -> DeliveredStory
    {
      let text = (0..<50).map { _ in "word\(Int.random(in: 0..<90_000, using: &random))" }
      return DeliveredStory(
        Story(
          id: id, outlet: Outlet(outlet),
          published: Instant(milliseconds: Int64(hour) * Instant.hour),
          title: nil, text: text.joined(separator: " "), facts: facts), identityIsGiven: true)
    }
    func facts(_ change: (inout WireFacts) -> Void) -> WireFacts {
      var facts = WireFacts(format: "test")
      change(&facts)
      return facts
    }
    let stories = [
      delivered("origin", "Ledger", 1, nil),
      delivered("made of it", "Courier", 2, facts { $0.derivedFrom = ["origin"] }),
      delivered("first", "Agency", 3, facts { $0.slugline = "BRIDGE-CLOSING" }),
      delivered(
        "second", "Agency", 4,
        facts { ($0.slugline, $0.take) = ("BRIDGE-CLOSING", TakeMark(.lead, 1)) }),
      delivered("another", "Agency", 5, facts { $0.slugline = "HARBOUR-TREATY" }),
    ]
    let tied: Set<[String]> = [["origin", "made of it"], ["first", "second"], ["another"]]
    for seed in 0..<4 {
      let shuffled = stories.shuffled(using: &random)
      #expect(try outcome(of: shuffled).groups == tied, "order \(seed)")
    }
  }
  @Test("stories without a date are tied by their slug as by a daemon to which they come together")
  func undated() throws {
    let texts = [Copy.one, LiveElsewhereTests.rewritten]
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    var stories: [DeliveredStory] = []
    for (number, text) in texts.enumerated() {
      var facts = WireFacts(format: "test")
      facts.slugline = "BRIDGE-CLOSING"
      if number > 0 { facts.take = TakeMark(.lead, 1) }
      stories.append(
        DeliveredStory(
          Story(id: "\(number)", outlet: Outlet("NPA"), title: nil, text: text, facts: facts),
          identityIsGiven: true))
      let slug = "BRIDGE-CLOSING" + (number > 0 ? ", 1st Ld-Writethru" : "")
      try desk.drop(
        #"{"id": "\#(number)", "outlet": "NPA", "slug": "\#(slug)", "text": "\#(text)"}"# + "\n")
    }
    ingest.settle()
    #expect(try desk.bench.groups() == [["0", "1"]])
    for stories in [stories, stories.reversed()] {
      #expect(try outcome(of: stories).groups.map { Set($0) } == [["0", "1"]])
    }
  }
}
