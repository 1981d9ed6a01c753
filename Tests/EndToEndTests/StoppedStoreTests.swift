import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite("The store of a daemon that has stopped")
  struct StoppedStoreTests {
    private let files = FileManager.default

    /// A workspace whose store has some stories.
    private func filled() async throws -> (workspace: Workspace, groups: String) {
      let workspace = try Workspace(seed: 61)
      var feeder = Feeder(seed: workspace.seed)
      for _ in 0..<20 { try feeder.dropText(into: workspace) }
      try await workspace.drain()
      let listed = try await workspace.run("group", "--json")
      workspace.check(listed.lines.count >= 10, "\(listed.output) \(listed.errors)")
      return (workspace, listed.output)
    }

    private func mode(_ mode: Int, of path: String) throws {
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func ask(_ workspace: Workspace) async throws -> Child {
      let child = try Child(
        ["group", "--json"], in: workspace.path, unprivileged: Workspace.isRoot)
      _ = try await child.ending()
      return child
    }

    @Test("after a stop all stories are in the store's one file, which can be copied alone")
    func alone() async throws {
      let (workspace, groups) = try await filled()
      for ending in ["-wal", "-shm"] {
        try? files.removeItem(atPath: "\(workspace.path)/store/copytaster.sqlite\(ending)")
      }
      let after = try await workspace.run("group", "--json")
      workspace.check(after.output == groups, "of it is left: \(after.output) \(after.errors)")
    }

    @Test(
      "a copy of a store can be read where nothing may be written, and is told where a part of it is missing"
    )
    func readOnly() async throws {
      let (workspace, groups) = try await filled()
      let folder = "\(workspace.path)/store"
      for name in files.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? []
      where name != "copytaster.sqlite" {
        try files.removeItem(atPath: "\(folder)/\(name)")
      }
      try mode(0o444, of: "\(folder)/copytaster.sqlite")
      try mode(0o555, of: folder)
      defer { try? mode(0o755, of: folder) }
      var child = try await ask(workspace)
      workspace.check(child.output == groups, "\(child.output) \(child.errors)")
      try mode(0o755, of: folder)
      // As a stop leaves it.
      try Data().write(to: URL(filePath: "\(folder)/copytaster.sqlite-wal"))
      try mode(0o555, of: folder)
      child = try await ask(workspace)
      workspace.check(
        child.output == groups, "beside an empty log: \(child.output) \(child.errors)")
      try mode(0o755, of: folder)
      try Data("a log".utf8).write(to: URL(filePath: "\(folder)/copytaster.sqlite-wal"))
      try mode(0o555, of: folder)
      child = try await ask(workspace)
      workspace.check(
        child.output.isEmpty && child.errors.contains("its last commits stand in"),
        "\(child.output) \(child.errors)")
    }
  }
}
