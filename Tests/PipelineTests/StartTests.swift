import Foundation
import Inbox
import Store
import Stories
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("Starts") struct StartTests {
  private final class Supervisor: ServiceNotices {
    let said = Mutex<[String]>([])
    func ready() {}
    func status(_ text: String) { said.withLock { $0.append(text) } }
    func alive() {}
    func stopping() {}
  }

  @Test("how far a start is, is told from nothing to all, and stands in the store meanwhile")
  func progress() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 5)
    for story in generator.stories(groups: 600, words: 60).prefix(1100) {
      try bench.drop(story.story)
    }
    try bench.ingest().settle(steps: 1000)
    let count = try bench.reader().counts().stories
    #expect(count > 1000, "too few for a second part")
    let (store, supervisor) = (try Store(path: bench.storePath), Supervisor())
    let log = IngestLog.silent
    let reporter = StartReporter(
      process: 7, started: Instant(milliseconds: 0), store: store, log: log, notices: supervisor)
    var told: [StartWork] = []
    var stored: String?
    _ = try Ingest(
      foundation: bench.foundation(), options: bench.options, store: store, door: SystemFileDoor(),
      tracker: WriteTracker(), log: log, wall: { Instant(milliseconds: 1_772_500_000_000) },
      starting: {
        told.append($0)
        reporter.report($0)
        // Only the first is told whatever the clock says.
        stored = stored ?? (try? bench.reader().status()) ?? nil
      })
    #expect(told.map(\.done) == [0, 1000, count])
    #expect(told.allSatisfy { $0.kind == .indexing && $0.total == count })
    let status = try JSONDecoder().decode(
      IngestStatus.self, from: Data(try #require(stored).utf8))
    #expect(status.state == "starting" && status.process == 7)
    let first = "0 of \(count) stories are back in the index"
    #expect(status.progress == first)
    #expect(supervisor.said.withLock { $0.first } == "starting: " + first)
  }
}
