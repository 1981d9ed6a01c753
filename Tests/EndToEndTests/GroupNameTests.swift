import Testing

extension EndToEnd {
  @Suite("Names of groups")
  struct GroupNameTests {
    private struct Row: Decodable {
      let id: String
      let outlet: String?
      let group: String
      let size: Int
    }

    @Test("groups of a batch never have one name, though their first stories have one id")
    func namesakes() async throws {
      let workspace = try Workspace()
      let texts = [
        "the ferry sailed at noon with two hundred people and a hold full of winter wheat",
        "seven judges of the upper court heard how the dam above the valley had been built",
        "rates rose by a quarter point after a long meeting of the central bank on tuesday",
        "the orchard trust planted nine thousand pear trees along the old railway line",
      ]
      let lines = zip(texts, [#""outlet": "A","#, #""outlet": "B","#, "", ""]).map {
        #"{"id": "1", \#($1) "text": "\#($0)"}"#
      }
      try workspace.write(lines.joined(separator: "\n"), to: "a.jsonl")
      let rows = try await workspace.rows(Row.self, "group", "a.jsonl", "--json")
      workspace.check(
        rows.count == 4 && rows.allSatisfy { $0.id == "1" && $0.size == 1 }, "\(rows)")
      workspace.check(Set(rows.map(\.group)).count == 4, "\(rows.map(\.group))")
      workspace.check(rows[0].group == "A/1" && rows[1].group == "B/1", "\(rows.map(\.group))")
      // The table calls them what the lines of JSON do.
      let table = try await workspace.run("group", "a.jsonl", "--at-least", "1").lines
      for name in rows.map(\.group) {
        workspace.check(table.contains { $0.hasPrefix("\(name)  ") }, "\(name): \(table)")
      }
    }

    @Test("an order among the inputs is in no group, and that is said")
    func orders() async throws {
      let workspace = try Workspace()
      let order = #"{"id": "k", "title": "KILL: Ferry", "text": "Eds: Kill the story \"Ferry\"."}"#
      try workspace.write(order + "\n" + #"{"id": "a", "text": "words"}"#, to: "a.jsonl")
      let finished = try await workspace.run("group", "a.jsonl", "--json")
      workspace.check(finished.ending == .exit(0) && finished.lines.count == 1, finished.errors)
      workspace.check(
        finished.errors.contains("in no group") && finished.errors.contains("k;"), finished.errors)
    }
  }
}
