import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// The settle time is an hour: only a change notice can tell that a file is whole.
  @Suite("Change notices of the inbox")
  struct InboxNoticeTests {
    private let workspace: Workspace
    private var inbox: String { "\(workspace.path)/inbox" }

    init() throws {
      workspace = try Workspace()
      try workspace.configure(
        Workspace.configuration().replacing("settle_seconds: 0.2", with: "settle_seconds: 3600"))
    }

    private func start() async throws -> Child {
      let daemon = try workspace.serve()
      let isUp = try await eventually { daemon.errors.contains("started:") }
      workspace.check(isUp, daemon.errors)
      return daemon
    }

    private func dropAndWait(_ name: String, _ daemon: Child) async throws {
      try workspace.drop("id: \(name)\n\ntext of \(name)", as: "\(name).txt")
      let taken = try await eventually(within: .seconds(10)) { workspace.isDrained }
      workspace.check(taken, "\(name) was not taken: \(daemon.errors)")
    }

    @Test("an inbox that is removed or moved away, and made again, is watched again")
    func madeAgain() async throws {
      let daemon = try await start()
      try await dropAndWait("before", daemon)
      try FileManager.default.removeItem(atPath: inbox)
      for (number, name) in ["removed", "moved"].enumerated() {
        if number > 0 { workspace.check(rename(inbox, inbox + ".old") == 0, "can't rename") }
        try FileManager.default.createDirectory(
          atPath: inbox, withIntermediateDirectories: false)
        let isWatched = try await eventually {
          daemon.errors.split(separator: "\n").count { $0.contains("watched again") } == number + 1
        }
        workspace.check(isWatched, "not watched: \(daemon.errors)")
        try await dropAndWait(name, daemon)
      }
      try await workspace.stop(daemon)
    }

    @Test("an inbox that is a symbolic link is watched")
    func link() async throws {
      try FileManager.default.moveItem(atPath: inbox, toPath: inbox + ".real")
      workspace.check(symlink("inbox.real", inbox) == 0, "can't link")
      let daemon = try await start()
      try await dropAndWait("linked", daemon)
      try await workspace.stop(daemon)
    }
  }
}
