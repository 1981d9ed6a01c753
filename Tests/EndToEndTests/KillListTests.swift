import Foundation
import Testing

extension EndToEnd {
  @Suite("Lists of what was killed")
  struct KillListTests {
    private static let count = 60

    /// Stories about as many towns, each of which is killed.
    private func workspace() async throws -> Workspace {
      let workspace = try Workspace()
      let lines = (1...Self.count).flatMap { number in
        let name = #""id": "town-\#(number)", "outlet": "npa""#
        return [
          "{\(name), \"text\": \"The council of town \(number) said nothing on day \(number * 3).\"}",
          "{\(name), \"text\": \"\", \"status\": \"killed\"}",
        ]
      }
      try workspace.drop(lines.joined(separator: "\n") + "\n", as: "npa/all.jsonl")
      try await workspace.drain()
      return workspace
    }

    @Test("programs get all of them, people the latest fifty and how many more there are")
    func all() async throws {
      let workspace = try await workspace()
      let rows = try await workspace.run("kills", "--json")
      #expect(rows.lines.count == Self.count, "\(rows.lines.count) \(rows.errors)")
      let told = try await workspace.run("kills")
      #expect(told.lines.count { $0.hasPrefix("killed") } == 50, "\(told.output)")
      #expect(told.lines.last?.contains("… and 10 more; see --limit") == true, "\(told.output)")
      let some = try await workspace.run("kills", "--json", "--limit", "20")
      #expect(some.lines == Array(rows.lines.prefix(20)), "\(some.output)")
    }
  }
}
