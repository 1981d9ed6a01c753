import Foundation
import Testing

extension EndToEnd {
  @Suite("Two outlets a quarter of an hour apart")
  struct OtherEventTests {
    private func workspace(
      _ pair: TwoOutletTexts.Pair, titles: [String]? = nil
    ) throws -> Workspace {
      let workspace = try Workspace()
      let stories = [
        ("a", "npa", "07:00", pair.first), ("b", "ledger", "07:15", pair.second),
      ].enumerated().map { place, story in
        let (id, outlet, time, text) = story
        let fields = [
          "id": id, "outlet": outlet, "published": "2026-03-02T\(time):00Z", "text": text,
        ]
        return fields.merging(titles.map { ["title": $0[place]] } ?? [:]) { $1 }
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
      try await checkTemplate(pair, says: "the figures are others and so are names")
    }

    @Test(
      "a form with few figures in which most names are others is a template, and no group",
      arguments: TwoOutletTexts.names)
    func names(_ pair: TwoOutletTexts.Pair) async throws {
      try await checkTemplate(pair, says: "most names are others")
    }

    private func checkTemplate(_ pair: TwoOutletTexts.Pair, says reason: String) async throws {
      let workspace = try workspace(pair)
      #expect(try await groups(workspace).count == 2)
      try workspace.write(#"{"a": "a", "b": "b"}"# + "\n", to: "pairs.jsonl")
      let told = try await workspace.run(
        "relate", "--pairs", "pairs.jsonl", "stories.jsonl", "--json"
      ).output
      #expect(told.contains(#""relation":"template""#), "\(told)")
      #expect(told.contains(reason), "\(told)")
    }

    @Test("headlines of one form that name two towns part two reports of one form")
    func headlines() async throws {
      let titles = ["Einbruch in Tarnstedt", "Einbruch in Merzau"]
      let pair = TwoOutletTexts.burglaries("Tarnstedt", "Merzau")
      #expect(try await groups(workspace(pair, titles: titles)).count == 2)
    }

    @Test(
      "an event told again with other figures is the same story", arguments: TwoOutletTexts.updates)
    func updates(_ pair: TwoOutletTexts.Pair) async throws {
      #expect(try await groups(workspace(pair)).count == 1)
    }

    @Test(
      "two towns' tides are two groups where the town is the first word, and stands in the headline",
      arguments: [["Boston tides", "Chicago tides"], ["Tides at Boston", "Low water at Chicago"]])
    func firstWords(titles: [String]) async throws {
      let pair = TwoOutletTexts.tides("Boston", "Chicago")
      #expect(try await groups(workspace(pair, titles: titles)).count == 2)
    }

    @Test("two headlines' words for who was there, above few figures, make no other event")
    func otherWords() async throws {
      func text(_ word: String, _ values: [String]) -> String {
        """
        \(word) fought a fire at a paint works in the old harbour for most of Monday night. It left \(values[0]) people \
        in hospital, and \(values[1]) others had to leave their houses until the smoke had gone. Flames stood \
        \(values[2]) metres above the roof, and \(values[3]) engines came from towns along the coast.
        """
      }
      let pair = TwoOutletTexts.Pair(
        name: "fire", first: text("Firefighters", ["3", "200", "20", "14"]),
        second: text("Crews", ["7", "450", "35", "22"]))
      let titles = [
        "Firefighters battle blaze at paint works", "Crews battle blaze at paint works",
      ]
      #expect(try await groups(workspace(pair, titles: titles)).count == 1)
    }

    @Test("another first word that no headline has is another way to begin")
    func otherBeginning() async throws {
      let pair = TwoOutletTexts.tides("Boats", "Sailors")
      let workspace = try workspace(pair, titles: ["Tides corrected", "Tides"])
      #expect(try await groups(workspace).count == 1)
    }
  }
}
