import Foundation
import Glibc
import Stories
import TestSupport
import Testing

extension EndToEnd {
  @Suite("Bursts")
  struct BurstTests {
    @Test("20,000 files renamed in while the daemon is stopped are all found, none twice")
    func overflow() async throws {
      let clock = ContinuousClock.now
      let count = Tier.count(20_000)
      let workspace = try Workspace(seed: 41)
      var generator = StoryGenerator(seed: workspace.seed)
      let stories = generator.stories(groups: count, most: 2, words: 40).prefix(count).map(\.story)
      let daemon = try workspace.serve()
      let started = try await eventually { daemon.errors.contains("started:") }
      workspace.check(started, daemon.errors)
      daemon.send(SIGSTOP)
      for story in stories { try workspace.drop(Format.plainText(story), as: "\(story.id).txt") }
      if !Tier.isShort {
        let setting = FileManager.default.contents(atPath: "/proc/sys/fs/inotify/max_queued_events")
        let queue = Int(String(decoding: setting ?? Data(), as: UTF8.self).filter(\.isNumber)) ?? 0
        workspace.check(count > queue, "the queue of \(queue) doesn't overflow")
      }
      daemon.send(SIGCONT)
      let drained = try await workspace.drains(daemon)
      workspace.check(drained && daemon.isRunning, daemon.errors)
      try await workspace.stop(daemon)
      let stored = try await workspace.rows(StoredRow.self, "group", "--json").map(\.id)
      workspace.check(
        stored.count == count && Set(stored) == Set(stories.map(\.id)),
        "\(stored.count) stories, \(Set(stored).count) different, of \(count)")
      Tier.report("burst of \(count) files in \(ContinuousClock.now - clock)")
    }
  }
}
