import Foundation
import Testing

extension EndToEnd {
  @Suite("Languages that no table knows")
  struct OtherLanguageTests {
    private func workspace(_ stories: [(id: String, text: String)]) throws -> Workspace {
      let workspace = try Workspace()
      let lines = try stories.enumerated().map { number, story in
        let object = [
          "id": story.id, "outlet": "outlet-\(number)", "text": story.text,
          "published": "2026-03-03T07:\(10 + 5 * number):00Z",
        ]
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      return workspace
    }

    private func groups(_ workspace: Workspace) async throws -> Set<Set<String>> {
      let lines = try await workspace.run("group", "stories.jsonl", "--json").lines
      let rows = lines.map { JSONShape.object($0) }
      return Set(
        Dictionary(grouping: rows) { $0["group"] as? String ?? "" }.values.map {
          Set($0.map { $0["id"] as? String ?? "" })
        })
    }

    private func relation(
      _ one: String, _ other: String, in workspace: Workspace
    ) async throws -> [String: Any] {
      try workspace.write(#"{"a": "\#(one)", "b": "\#(other)"}"#, to: "pairs.jsonl")
      let told = try await workspace.run(
        "relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
      return JSONShape.object(try #require(told.lines.first))
    }

    @Test(
      "a form filled in for another company is a template, new figures of one company are a version",
      arguments: FilledForms.all)
    func forms(_ form: FilledForms.Form) async throws {
      let workspace = try workspace([
        ("agency", form.filled(with: form.one, FilledForms.figures)),
        ("update", form.filled(with: form.one, FilledForms.later)),
        ("company", form.filled(with: form.other, FilledForms.others)),
        ("unrelated", form.unrelated),
      ])
      #expect(try await groups(workspace) == [["agency", "update"], ["company"], ["unrelated"]])
      let company = try await relation("agency", "company", in: workspace)
      #expect(company["relation"] as? String == "template")
      let update = try await relation("agency", "update", in: workspace)
      #expect(update["relation"] as? String == "version")
    }

    @Test(
      "news that has nothing in common shares nothing, whatever its words are",
      arguments: FilledForms.all)
    func unrelated(_ form: FilledForms.Form) async throws {
      let workspace = try workspace([
        ("agency", form.filled(with: form.one, FilledForms.figures)), ("other", form.unrelated),
      ])
      let row = try await relation("agency", "other", in: workspace)
      #expect(row["relation"] as? String == "none", "\(row)")
      #expect((row["share_a"] as? Double ?? 1) < 0.05)
    }
  }
}
