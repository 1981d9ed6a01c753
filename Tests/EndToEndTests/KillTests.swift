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
      for first in stride(from: 0, to: lives, by: KillTests.livesAFolder) {
        let seed = UInt64(first + 1)
        let workspace = try Workspace(seed: seed, more: "events:\n  file: events.jsonl")
        var feeder = Feeder(seed: seed)
        for _ in first..<min(first + KillTests.livesAFolder, lives) {
          let count = feeder.number(in: 1...highest)
          try await oneLife(workspace, &feeder, point, count)
          try feeder.dropText(into: workspace)  // so that the clean run has a step to finish
          try await workspace.drain()
        }
        try await workspace.compare(with: feeder, eventFile: "events.jsonl")
      }
      Tier.report("\(lives) kills at \(point) in \(ContinuousClock.now - clock)")
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
