import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  @Suite("The daemon as a service")
  struct ServiceTests {
    @Test("SIGTERM under load ends it soon with exit code 0 and nothing half done")
    func terminate() async throws {
      let workspace = try Workspace(seed: 51, more: "events:\n  file: events.jsonl")
      var feeder = Feeder(seed: workspace.seed)
      for _ in 0..<Tier.count(1000) { try feeder.dropAny(into: workspace) }
      let daemon = try workspace.serve()
      let busy = try await eventually { !workspace.names(in: "work").isEmpty }
      workspace.check(busy, "it took nothing: \(daemon.errors)")
      let clock = ContinuousClock.now
      daemon.send(SIGTERM)
      let ending = try await daemon.ending(within: .seconds(10))
      Tier.report("SIGTERM under load took \(ContinuousClock.now - clock), promised are 5 s")
      workspace.check(ending == .exit(0), "it ended with \(ending): \(daemon.errors)")
      workspace.check(workspace.names(in: "work").isEmpty, "work is half done")
      try feeder.dropText(into: workspace)
      try await workspace.drain()
      try await workspace.compare(with: feeder, eventFile: "events.jsonl")
    }

    @Test("SIGHUP takes a good configuration over and refuses a bad one as a whole")
    func reload() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      try await wait(workspace, daemon, "started:")
      try workspace.configure(Workspace.configuration("limits:\n  file_bytes: 2000"))
      daemon.send(SIGHUP)
      try await wait(workspace, daemon, "configuration taken over")
      try workspace.configure(
        Workspace.configuration("limits:\n  file_bytes: 9000\n  depth: 1\nlog:\n  level: loud"))
      daemon.send(SIGHUP)
      try await wait(workspace, daemon, "configuration refused as a whole")
      let line = daemon.errors.split(separator: "\n").last ?? ""
      workspace.check(line.contains("limits.depth") && line.contains("log.level"), "said: \(line)")
      let other = Workspace.configuration("limits:\n  file_bytes: 9000")
      try workspace.configure(other.replacing("copytaster.sqlite", with: "other.sqlite"))
      daemon.send(SIGHUP)
      try await wait(workspace, daemon, "store.path can't change while the daemon runs")
      try workspace.drop("id: small\n\n" + String(repeating: "s ", count: 500), as: "small.txt")
      try workspace.drop("id: large\n\n" + String(repeating: "l ", count: 1500), as: "large.txt")
      workspace.check(try await eventually { workspace.isDrained }, daemon.errors)
      let refused = try await eventually {
        workspace.text("refused/large.txt.reason").contains("2000")
      }
      workspace.check(refused, "the old limit doesn't count: \(daemon.errors)")
      try await workspace.stop(daemon)
    }

    @Test("a second daemon on a store ends with code 69 and a clear line")
    func second() async throws {
      let workspace = try Workspace()
      let first = try workspace.serve()
      try await wait(workspace, first, "started:")
      let second = try await workspace.run("serve")
      workspace.check(second.ending == .exit(69), "it ended with \(second.ending)")
      workspace.check(
        second.errors.contains("another copytaster (process ")
          && second.errors.contains("is running on this store"), second.errors)
      workspace.check(first.isRunning, first.errors)
      try await workspace.stop(first)
    }

    @Test(
      "a second daemon that reaches the store by a link ends the same way",
      arguments: [true, false])
    func secondByLink(isThere: Bool) async throws {
      let (workspace, other) = (try Workspace(), try Workspace())
      let target = "\(workspace.path)/store/copytaster.sqlite"
      try FileManager.default.createDirectory(
        atPath: "\(workspace.path)/store", withIntermediateDirectories: true)
      if isThere { try await workspace.drain() }
      try FileManager.default.createDirectory(
        atPath: "\(other.path)/store", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(other.path)/store/copytaster.sqlite", withDestinationPath: target)
      let first = try other.serve()
      try await wait(other, first, "started:")
      let second = try await workspace.run("serve")
      workspace.check(second.ending == .exit(69), "it ended with \(second.ending)")
      workspace.check(second.errors.contains("is running on this store"), second.errors)
      try await other.stop(first)
    }

    @Test("of ten daemons started at once on a new store one runs")
    func tenAtOnce() async throws {
      let workspace = try Workspace()
      let daemons = try (0..<10).map { _ in try workspace.serve() }
      let settled = try await eventually { daemons.filter(\.isRunning).count == 1 }
      workspace.check(settled, "\(daemons.filter(\.isRunning).count) are running")
      for daemon in daemons where !daemon.isRunning {
        let ending = try await daemon.ending()
        workspace.check(ending == .exit(69), "one ended with \(ending): \(daemon.errors)")
      }
      guard let one = daemons.first(where: { $0.isRunning }) else { return }
      try await wait(workspace, one, "started:")
      try await workspace.stop(one)
    }

    @Test("the service manager hears that it is ready, how it is, that it lives and that it ends")
    func notices() async throws {
      let workspace = try Workspace()
      let path = "\(workspace.path)/notify"
      let socket = try #require(NoticeSocket(path))
      let daemon = try workspace.serve(["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "400000"])
      let lives = try await eventually {
        socket.messages().filter { $0 == "WATCHDOG=1" }.count > 2
      }
      workspace.check(lives, "heard \(socket.messages())")
      try await workspace.stop(daemon)
      let heard = socket.messages()
      workspace.check(heard.first == "READY=1", "heard \(heard)")
      workspace.check(heard.contains { $0.hasPrefix("STATUS=idle: 0 ") }, "heard \(heard)")
      workspace.check(heard.last == "STOPPING=1", "heard \(heard)")
    }

    @Test("how far stored stories are back is heard by the service manager before all else")
    func startNotices() async throws {
      let workspace = try Workspace()
      try workspace.drop("id: one\n\nThe bridge is closed for eight weeks.", as: "one.txt")
      try await workspace.drain()
      let path = "\(workspace.path)/notify"
      let socket = try #require(NoticeSocket(path))
      let daemon = try workspace.serve(["NOTIFY_SOCKET": path])
      try await wait(workspace, daemon, "started:")
      try await workspace.stop(daemon)
      let heard = socket.messages()
      let before = heard.prefix { $0 != "READY=1" }
      workspace.check(
        before.first == "STATUS=starting: 0 of 1 stories are back in the index"
          && before.allSatisfy { $0.hasPrefix("STATUS=starting: ") } && before.count < heard.count,
        "heard \(heard)")
    }

    private func wait(_ workspace: Workspace, _ daemon: Child, _ text: String) async throws {
      let said = try await eventually { daemon.errors.contains(text) }
      workspace.check(said, "never said '\(text)': \(daemon.errors)")
    }
  }
}
