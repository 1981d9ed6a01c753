import Glibc
import TestSupport
import Testing

extension EndToEnd {
  @Suite("Random kill tests")
  struct RandomKillTests {
    private static let folders = 20
    private static let livesAFolder = 50
    /// Folders that have their lives side by side: most of each is waiting.
    private static let atOnce = 4

    /// What a folder's lives came to.
    struct Tally {
      var lives = 0
      /// Kills that left a file claimed but not finished.
      var duringWork = 0
      /// Lives in which files were taken before the kill.
      var afterProgress = 0
      var stories = 0
    }

    @Test("killed a thousand times at random under load, nothing is lost and nothing doubled")
    func atRandom() async throws {
      let clock = ContinuousClock.now
      let folders = Tier.count(RandomKillTests.folders)
      let total = try await withThrowingTaskGroup(of: Tally.self) { group in
        var total = Tally()
        for folder in 0..<folders {
          if folder >= RandomKillTests.atOnce, let tally = try await group.next() {
            total.add(tally)
          }
          group.addTask { try await lives(seed: UInt64(1000 + folder)) }
        }
        while let tally = try await group.next() { total.add(tally) }
        return total
      }
      Tier.report(
        "\(total.lives) random kills, \(total.duringWork) with files in work, "
          + "\(total.afterProgress) after progress, \(total.stories) stories, "
          + "in \(ContinuousClock.now - clock)")
      #expect(total.lives == folders * RandomKillTests.livesAFolder)
      // One kill in ten or fewer falls into work: of fifty it may well be none.
      #expect(total.duringWork > 0 || total.lives < 500)
      #expect(total.afterProgress > 0)
    }

    /// Lives in one folder, a clean run, and the comparison.
    private func lives(seed: UInt64) async throws -> Tally {
      let workspace = try Workspace(seed: seed, more: "events:\n  file: events.jsonl")
      var feeder = Feeder(seed: seed)
      var tally = Tally()
      // How long a whole life takes on this machine now: kills must fall into all of it, not into starts alone.
      let clock = ContinuousClock.now
      try feeder.dropText(into: workspace)
      try await workspace.drain()
      let longest = min(max(250, 2 * ((ContinuousClock.now - clock) / .milliseconds(1))), 1500)
      for _ in 0..<RandomKillTests.livesAFolder {
        try await life(workspace, &feeder, &tally, within: Int(longest))
      }
      try feeder.dropText(into: workspace)  // so that the clean run has a step to finish
      try await workspace.drain()
      try await workspace.compare(with: feeder, eventFile: "events.jsonl")
      tally.stories = feeder.stories.count
      return tally
    }

    private func life(
      _ workspace: Workspace, _ feeder: inout Feeder, _ tally: inout Tally,
      within milliseconds: Int
    ) async throws {
      let before = workspace.names(in: "done").count + workspace.names(in: "refused").count
      let daemon = try workspace.serve()
      let start = ContinuousClock.now
      let end = Duration.milliseconds(feeder.number(in: 20...milliseconds))
      var drops = (0..<feeder.number(in: 3...5)).map { _ in end * feeder.number(in: 0...100) / 100 }
      drops.sort()
      for drop in drops {
        try await Task.sleep(until: start + drop, tolerance: .zero)
        try feeder.dropAny(into: workspace)
      }
      try await Task.sleep(until: start + end, tolerance: .zero)
      daemon.send(SIGKILL)
      let ending = try await daemon.ending()
      workspace.check(
        ending == .killed(by: SIGKILL), "ended by itself: \(ending), \(daemon.errors)")
      tally.lives += 1
      let after = workspace.names(in: "done").count + workspace.names(in: "refused").count
      if after > before { tally.afterProgress += 1 }
      if !workspace.names(in: "work").isEmpty { tally.duringWork += 1 }
    }
  }
}

extension EndToEnd.RandomKillTests.Tally {
  mutating func add(_ other: Self) {
    lives += other.lives
    duringWork += other.duringWork
    afterProgress += other.afterProgress
    stories += other.stories
  }
}
