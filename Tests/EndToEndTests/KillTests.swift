import Glibc
import Testing

extension EndToEnd {
  @Suite("Kill tests")
  struct KillTests {
    /// The daemon's fault points, each with the highest count at which it is made to fire.
    static let points = [
      ("after-claim", 3), ("before-commit", 3), ("after-commit", 3), ("after-dispose", 3),
      ("after-refuse", 3), ("after-publish", 3), ("mid-file", 2), ("in-recovery", 1),
    ]
    private static let livesAPoint = 20
    private static let livesAFolder = 10

    @Test(
      "killed at every named point 20 times, nothing is lost and nothing doubled", arguments: points
    )
    func everyPoint(_ point: String, _ highest: Int) async throws {
      let clock = ContinuousClock.now
      let lives = Tier.count(KillTests.livesAPoint)
      // Most of a life is waiting: the folders have theirs side by side.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for first in stride(from: 0, to: lives, by: KillTests.livesAFolder) {
          let count = min(KillTests.livesAFolder, lives - first)
          group.addTask { try await self.lives(count, seed: UInt64(first + 1), point, highest) }
        }
        try await group.waitForAll()
      }
      Tier.report("\(lives) kills at \(point) in \(ContinuousClock.now - clock)")
    }

    /// Lives in one folder, each ended at a point, and the comparison.
    private func lives(
      _ count: Int, seed: UInt64, _ point: String, _ highest: Int
    ) async throws {
      let workspace = try Workspace(seed: seed, more: "events:\n  file: events.jsonl")
      var feeder = Feeder(seed: seed)
      for _ in 0..<count {
        try await oneLife(workspace, &feeder, point, feeder.number(in: 1...highest))
        try feeder.dropText(into: workspace)  // so that the clean run has a step to finish
        try await workspace.drain()
      }
      try await workspace.compare(with: feeder, eventFile: "events.jsonl")
    }

    private func oneLife(
      _ workspace: Workspace, _ feeder: inout Feeder, _ point: String, _ count: Int
    ) async throws {
      if point == "in-recovery" {
        try await die(workspace, &feeder, "after-claim", 1)
      } else if point == "mid-file" {
        try feeder.dropLines(count * 500 + feeder.number(in: 1...40), words: 12, into: workspace)
      }
      try await die(workspace, &feeder, point, count)
    }

    /// Starts a daemon, feeds it until it dies, and sees to it that it died of the fault.
    private func die(
      _ workspace: Workspace, _ feeder: inout Feeder, _ point: String, _ count: Int
    ) async throws {
      let daemon = try workspace.serve(dyingAt: point, count: count)
      let deadline = ContinuousClock.now + .seconds(30)
      while daemon.isRunning, ContinuousClock.now < deadline {
        if point != "mid-file" { try feeder.dropAny(into: workspace) }
        try await Task.sleep(for: .milliseconds(25))
      }
      let ending = try await daemon.ending(within: .zero)
      workspace.check(
        ending == .killed(by: SIGKILL) && workspace.text("proof") == point,
        "\(point):\(count) did not fire: \(ending), \(daemon.errors)")
      if ending == .stillRunning { throw NotKilled() }
    }

    private struct NotKilled: Error {}
  }
}
