import Foundation
import Testing

extension EndToEnd {
  @Suite("Two outlets a quarter of an hour apart")
  struct OtherEventTests {
    private func workspace(_ pair: TwoOutletTexts.Pair) throws -> Workspace {
      let workspace = try Workspace()
      let stories = [
        ("a", "npa", "07:00", pair.first), ("b", "ledger", "07:15", pair.second),
      ].map { id, outlet, time, text in
        [
          "id": id, "outlet": outlet, "published": "2026-03-02T\(time):00Z", "text": text,
        ]
      }
      let lines = try stories.map {
        String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n") + "\n", to: "stories.jsonl")
      return workspace
    }

    private func groups(_ workspace: Workspace) async throws -> Set<String> {
      let lines = try await workspace.run("group", "stories.jsonl", "--json").output.split(
        separator: "\n")
      return Set(
        lines.compactMap { JSONShape.object(String($0))["group"] as? String })
    }

    @Test(
      "a form filled in for another event is a template, and no group",
      arguments: TwoOutletTexts.forms)
    func forms(_ pair: TwoOutletTexts.Pair) async throws {
      let workspace = try workspace(pair)
      #expect(try await groups(workspace).count == 2)
      try workspace.write(#"{"a": "a", "b": "b"}"# + "\n", to: "pairs.jsonl")
      let told = try await workspace.run(
        "relate", "--pairs", "pairs.jsonl", "stories.jsonl", "--json"
      ).output
      #expect(told.contains(#""relation":"template""#), "\(told)")
      #expect(told.contains("the figures are others and so are names"), "\(told)")
    }

    @Test(
      "an event told again with other figures is the same story", arguments: TwoOutletTexts.updates)
    func updates(_ pair: TwoOutletTexts.Pair) async throws {
      #expect(try await groups(workspace(pair)).count == 1)
    }
  }
}
