import GRDB
import Inbox
import Pipeline
import Stories
import SystemPackage
import TestSupport
import Testing

@Suite struct WaitingTests {
  /// Stories of three outlets, of which each prints the same under all of its own.
  private func drop(into bench: Bench) throws {
    var random = SeededGenerator(seed: 41)
    func words(_ count: Int, _ kind: String) -> String {
      (0..<count).map { _ in "\(kind)\(Int.random(in: 0..<9000, using: &random))" }
        .joined(separator: " ")
    }
    let footers = (0..<3).map { _ in words(120, "foot") + "\n" + words(30, "rule") }
    for number in 0..<90 {
      let (outlet, footer) = (number % 3, footers[number % 3])
      try bench.drop(
        Story(
          id: "s\(number)", outlet: Outlet("outlet \(outlet)"),
          text: words(70, "word") + "\n" + footer))
    }
  }

  @Test(
    "what can't be stored while stories are looked at again is waited for longer and longer, and said once",
    arguments: 0..<3
  )
  func growing(outlet: Int) throws {
    let bench = Bench()
    try drop(into: bench)
    let ingest = try bench.ingest()
    let queue = try DatabaseQueue(path: bench.storePath)
    try queue.write {
      try $0.execute(
        sql: """
          CREATE TRIGGER full BEFORE INSERT ON signature
          WHEN EXISTS (SELECT 1 FROM signature JOIN story ON number = signature.story
            WHERE number = new.story AND outlet = 'outlet \(outlet)')
          BEGIN SELECT raise(ABORT, 'no room'); END
          """)
    }
    var (pauses, steps): ([Duration], Int) = ([], 0)
    while pauses.count < 9, steps < 500 {
      steps += 1
      switch ingest.step() {
      case .wait(let pause): pauses.append(pause)
      case .idle, .settling: Issue.record("nothing was in the way")
      case .more: continue
      }
    }
    #expect(pauses == pauses.sorted() && Set(pauses).count > 6, "\(pauses)")
    #expect(
      ingest.status(process: 1, started: Instant(milliseconds: 0), rate: 0, isIdle: false).state
        == "waiting")
    try queue.write { try $0.execute(sql: "DROP TRIGGER full") }
    ingest.settle()
    #expect(
      ingest.status(process: 1, started: Instant(milliseconds: 0), rate: 0, isIdle: true).state
        == "idle")
  }
}
