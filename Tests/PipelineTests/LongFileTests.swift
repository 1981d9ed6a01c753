import Inbox
import Pipeline
import Store
import Stories
import Synchronization
import TestSupport
import Testing

@Suite struct LongFileTests {
  private static func picture(_ number: Int) -> String {
    #"{"uri": "urn:p:\#(number)", "type": "picture", "headline": "A picture", "version": "1"}"#
  }

  private static func stories(_ count: Int, seed: UInt64) -> [String] {
    var generator = StoryGenerator(seed: seed)
    return (0..<count).map { #"{"id": "n\#($0)", "text": "\#(generator.text(words: 12))"}"# }
      .map { $0.replacing("\n", with: " ") }
  }

  @Test("a stop is heard among parts that are no stories, and the file is read again")
  func stop() throws {
    let bench = Bench()
    let lines = [#"{"id": "a", "text": "The only story of a day."}"#] + (0..<3000).map(Self.picture)
    try bench.folder.write(lines.joined(separator: "\n"), to: "in/day.jsonl")
    let asked = Atomic(0)
    _ = try bench.ingest(
      door: SystemFileDoor(),
      pulse: {
        asked.add(1, ordering: .relaxed)
        return false
      }
    ).step()
    #expect(asked.load(ordering: .relaxed) == 1)
    #expect(bench.folder.names(in: "work") == ["day.jsonl"])
    try bench.ingest().settle()
    #expect(try bench.groups() == [["a"]])
    #expect(bench.folder.names(in: "work").isEmpty && bench.folder.names(in: "refused").isEmpty)
  }

  @Test("all parts of a file that are refused are counted, and the first thousand are listed")
  func counted() throws {
    let bench = Bench()
    let lines = (0..<2500).map(Self.picture) + ["broken"]
    try bench.folder.write(lines.joined(separator: "\n"), to: "in/day.jsonl")
    let ingest = try bench.ingest()
    ingest.settle()
    let status = ingest.status(
      process: 1, started: Instant(milliseconds: 0), rate: 0, isIdle: true)
    #expect(status.refused == 2501)
    #expect(try bench.reader().lastRefusals(limit: 1).map(\.refused) == [2501])
    let reason = try bench.folder.read("refused/day.jsonl.reason").split(separator: "\n")
    #expect(reason.count == 1001 && reason.last == "and 1501 more")
    #expect(reason.first?.hasPrefix("line 2501") == true, "what is broken comes first")
    #expect(try bench.reader().events(after: 0, limit: .max).count == 21)
  }

  @Test("a stop is heard while the groups are made anew from the store")
  func stopsWhileRebuilding() throws {
    let bench = Bench()
    let lines = Self.stories(1100, seed: 17)
    try bench.folder.write(lines.joined(separator: "\n"), to: "in/all.jsonl")
    try bench.ingest().settle()
    #expect(throws: CancellationError.self) {
      try bench.ingest(door: SystemFileDoor(), pulse: { false })
    }
    #expect(throws: Never.self) { try bench.ingest() }
  }

  @Test("what has been taken of a large file is told while it is read")
  func told() throws {
    let bench = Bench()
    try bench.folder.write(
      Self.stories(1300, seed: 18).joined(separator: "\n"), to: "in/all.jsonl")
    let ingest = try bench.ingest()
    var told: [Int] = []
    ingest.whileBusy = { ingest in
      let status = ingest.status(
        process: 1, started: Instant(milliseconds: 0), rate: 0, isIdle: false)
      #expect(status.state == "working")
      if told.last != status.accepted { told.append(status.accepted) }
    }
    _ = ingest.step()
    #expect(told == [0, 500, 1000])
  }
}
