import Foundation
import Testing

extension EndToEnd {
  @Suite("Files and folders of one name")
  struct NameClashTests {
    @Test("a folder that has the name of an earlier file holds nothing up")
    func folderAfterFile() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      for (name, id) in [("north", "file"), ("north/inside.txt", "inside"), ("z.txt", "later")] {
        try workspace.drop("id: \(id)\n\ntext of \(id)", as: name)
        let taken = try await eventually(within: .seconds(5)) { workspace.isDrained }
        workspace.check(taken, "\(name) is stuck: \(daemon.errors)")
      }
      try await workspace.stop(daemon)
    }

    @Test(
      "a refused file in a folder that has the name of an earlier refused file holds nothing up")
    func refusedFolderAfterFile() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      for name in ["north", "north/inside.txt"] {
        try workspace.drop([0xFF], as: name)
        let taken = try await eventually(within: .seconds(5)) { workspace.isDrained }
        workspace.check(taken, "\(name) is stuck: \(daemon.errors)")
      }
      try await workspace.stop(daemon)
    }

    @Test("a file that has the name of an earlier folder is taken")
    func fileAfterFolder() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      try workspace.drop("id: inside\n\ninside", as: "north/inside.txt")
      workspace.check(try await eventually { workspace.isDrained }, daemon.errors)
      try FileManager.default.removeItem(atPath: "\(workspace.path)/inbox/north")
      try workspace.drop("id: file\n\nthe file", as: "north")
      let taken = try await eventually(within: .seconds(5)) { workspace.isDrained }
      workspace.check(taken, "north is stuck: \(daemon.errors)")
      try await workspace.stop(daemon)
    }

    @Test("what can't be moved is said once, however often it is tried")
    func oneLine() async throws {
      let workspace = try Workspace()
      try workspace.drop("id: file\n\nthe file", as: "file.txt")
      try FileManager.default.removeItem(atPath: "\(workspace.path)/done")
      try workspace.write("in the way", to: "done")
      let daemon = try workspace.serve()
      let waits = try await eventually { daemon.errors.contains("waiting: ") || !daemon.isRunning }
      workspace.check(waits, daemon.errors)
      try await Task.sleep(for: .seconds(2))  // several attempts
      let lines = daemon.errors.split(separator: "\n").map { $0.dropFirst(9) }
      workspace.check(Set(lines).count == lines.count, "said again and again: \(daemon.errors)")
      try FileManager.default.removeItem(atPath: "\(workspace.path)/done")
      workspace.check(try await eventually { workspace.isDrained }, "it does not go on")
      try await workspace.stop(daemon)
    }
  }
}
