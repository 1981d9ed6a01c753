import Foundation
import Testing

extension EndToEnd {
  @Suite("The event file")
  struct EventFileTests {
    @Test("the event file's folder is made")
    func folder() async throws {
      let workspace = try Workspace(more: "events:\n  file: events/of/today.jsonl")
      try workspace.drop("id: only\n\nthe only story", as: "only.txt")
      try await workspace.drain()
      let lines = workspace.text("events/of/today.jsonl").split(separator: "\n")
      workspace.check(lines.count == 2, "the event file has \(lines)")
    }

    @Test("stories are taken while the event file can't be written, and events follow later")
    func notWritable() async throws {
      let workspace = try Workspace(more: "events:\n  file: events/today.jsonl")
      try workspace.write("in the way", to: "events")
      let daemon = try workspace.serve()
      for number in 1...8 {
        try workspace.drop("id: story-\(number)\n\nstory \(number)", as: "\(number).txt")
        let taken = try await eventually(within: .seconds(3)) { workspace.isDrained }
        workspace.check(taken, "story \(number) waits for the event file: \(daemon.errors)")
      }
      try FileManager.default.removeItem(atPath: "\(workspace.path)/events")
      try FileManager.default.createDirectory(
        atPath: "\(workspace.path)/events", withIntermediateDirectories: true)
      // The longest pause between two attempts is half a minute.
      let written = try await eventually(within: .seconds(60)) {
        workspace.text("events/today.jsonl").split(separator: "\n").count == 16
      }
      workspace.check(written, "events: \(workspace.text("events/today.jsonl"))")
      try await workspace.stop(daemon)
    }
  }
}
