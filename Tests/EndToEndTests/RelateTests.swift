import Foundation
import Testing

extension EndToEnd {
  @Suite("Relating pairs")
  struct RelateTests {
    private static let keys = [
      "a", "b", "boilerplate_a", "boilerplate_b", "changed_a", "changed_b", "containment",
      "containment_a", "containment_b", "estimate", "passages", "pull", "quotes_only", "reason",
      "relation",
      "resemblance", "share_a", "share_b",
    ]
    private static let passage =
      "the old lighthouse keeper counted fourteen grey seals on the northern rocks before breakfast "
      + "and wrote every one of them into the leather book that his father had left him"
    /// Emoji of several scalars, a flag, combining marks, letters outside the basic plane.
    private static let before = "👩‍👩‍👧‍👦 🇫🇷 e\u{301}te\u{301} a\u{308}o\u{308} 𝒳𝒴 n\u{303}andu\u{301}. "

    @Test("offsets of passages are Unicode scalars, whatever stands before them")
    func scalars() async throws {
      let texts = [
        "a": RelateTests.before + RelateTests.passage + ". Nobody else was there to see it happen.",
        "b": "A short way in. " + RelateTests.passage + ". Different endings close both.",
      ]
      let workspace = try Workspace()
      let lines = try ["a", "b"].map { id in
        let object = ["id": id, "text": texts[id] ?? ""]
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      try workspace.write(#"{"a": "a", "b": "b"}"#, to: "pairs.jsonl")
      let finished = try await workspace.run(
        "relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
      #expect(finished.ending == .exit(0))
      let line = try #require(finished.lines.first)
      #expect(JSONShape.keys(line) == RelateTests.keys)
      let passages = JSONShape.object(line)["passages"] as? [[String: [Int]]] ?? []
      #expect(passages.count == 1)
      for id in ["a", "b"] {
        let text = slice(texts[id] ?? "", passages.first?[id] ?? [])
        #expect(text == RelateTests.passage, "of \(id)")
      }
    }

    @Test("compare --json of two files has the same shape as relate")
    func compare() async throws {
      let workspace = try Workspace()
      let finished = try await workspace.run(
        "compare", "--json", "\(Samples.inbox)/northgate/002-bridge-to-close.txt",
        "\(Samples.inbox)/harrow-post/003-bridge-closure.txt")
      #expect(finished.ending == .exit(0))
      #expect(finished.lines.count == 1)
      let line = finished.lines.first ?? ""
      #expect(JSONShape.keys(line) == (RelateTests.keys + ["outlet_b", "seconds_apart"]).sorted())
      let row = JSONShape.object(line)
      #expect(row["a"] as? String == "npa-002" && row["b"] as? String == "harrow-003")
      #expect((row["share_a"] as? Double ?? 0) > 0.9)
      let (one, two) = (row["containment_a"] as? Double ?? 0, row["containment_b"] as? Double ?? 0)
      #expect(one != two && row["containment"] as? Double == max(one, two))
      #expect((row["seconds_apart"] as? Int ?? 0) > 60)
    }

    @Test("boilerplate stands in the same places for group, relate and compare")
    func boilerplate() async throws {
      let workspace = try Workspace()
      let calls = [
        "Sign up for our free newsletter, straight to your inbox.",
        "Follow us on Facebook and download our app for more news.",
      ]
      for (name, ending) in [("a", "."), ("b", "!")] {
        let text = ([RelateTests.passage + ending] + calls).joined(separator: "\n\n")
        try workspace.write(text, to: "wire/\(name).txt")
      }
      let grouped = JSONShape.object(
        try #require(try await workspace.run("group", "wire", "--json").lines.first))
      let ranges = try #require(grouped["boilerplate"] as? [[Int]])
      #expect(ranges.count == 2)
      let related = try await workspace.run("relate", "wire", "--json")
      let compared = try await workspace.run("compare", "wire/a.txt", "wire/b.txt", "--json")
      for told in [related, compared] {
        let row = JSONShape.object(try #require(told.lines.first))
        #expect(row["boilerplate_a"] as? [[Int]] == ranges)
        #expect(row["boilerplate_b"] as? [[Int]] == ranges)
      }
    }

    @Test("without pairs all that share copy are told, as they are told when somebody names them")
    func allPairs() async throws {
      let workspace = try Workspace()
      let found = try await workspace.run("relate", Samples.inbox, "--json")
      #expect(found.ending == .exit(0), "\(found.errors)")
      let ids = try await workspace.run("group", Samples.inbox, "--json").lines
        .compactMap { JSONShape.object($0)["id"] as? String }
      let pairs = ids.indices.flatMap { one in
        ids[(one + 1)...].map { #"{"a": "\#(ids[one])", "b": "\#($0)"}"# }
      }
      try workspace.write(pairs.joined(separator: "\n"), to: "pairs.jsonl")
      let named = try await workspace.run(
        "relate", Samples.inbox, "--pairs", "pairs.jsonl", "--json")
      let all = Set(named.lines)
      #expect(found.lines.allSatisfy(all.contains) && found.lines.count > 50)
      #expect(Set(found.lines).count == found.lines.count)
      let sharing = named.lines.filter {
        let relation = JSONShape.object($0)["relation"] as? String
        return relation != "none" && relation != "boilerplate" && relation != "partial"
      }
      #expect(sharing.count > 30 && Set(sharing).subtracting(found.lines).isEmpty)
      #expect(
        named.lines.map(JSONShape.object).allSatisfy {
          $0["relation"] as? String != "partial" || ($0["passages"] as? [Any])?.isEmpty == false
        })
      // The same of the same stories in another order, each pair the other way round.
      try workspace.write(pairs.reversed().joined(separator: "\n"), to: "pairs.jsonl")
      let files = try FileManager.default.subpathsOfDirectory(atPath: Samples.inbox)
        .filter { $0.hasSuffix(".txt") }.sorted { $0.suffix(9) < $1.suffix(9) }
      for (number, file) in files.enumerated() {
        try FileManager.default.createDirectory(
          atPath: "\(workspace.path)/other/\((file as NSString).deletingLastPathComponent)",
          withIntermediateDirectories: true)
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.copyItem(
          atPath: "\(Samples.inbox)/\(file)",
          toPath: "\(workspace.path)/other/\(folder)/\(String(format: "%03d", number)).txt")
      }
      let turned = try await workspace.run(
        "relate", "other", "--pairs", "pairs.jsonl", "--json")
      #expect(Set(turned.lines) == all)
    }

    @Test("copies that are too far apart for versions are told as templates, without being named")
    func apart() async throws {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      let lines = ["2026-01-01", "2026-01-21"].enumerated().map {
        #"{"id": "\#($0)", "outlet": "o\#($0)", "published": "\#($1)", "text": "\#(text)"}"#
      }
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      let row = JSONShape.object(
        try #require(try await workspace.run("relate", "stories.jsonl", "--json").lines.first))
      #expect(row["relation"] as? String == "template")
    }

    @Test("what its source says a story was made from is related to it, however little they share")
    func madeFrom() async throws {
      let workspace = try Workspace()
      let lines = [
        #"{"id": "k1", "outlet": "npa", "text": "Ferries stay in port until the wind drops, the harbour master said."}"#,
        #"{"id": "k2", "outlet": "post", "derived_from": ["k1"], "text": "Nothing here was in the other one."}"#,
      ]
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      try workspace.write(#"{"a": "k1", "b": "k2"}"#, to: "pairs.jsonl")
      let finished = try await workspace.run(
        "relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
      let row = JSONShape.object(try #require(finished.lines.first))
      #expect(row["reason"] as? String == "the source gives both the same identity", "\(row)")
    }

    @Test("compare shows all of a text that has no spaces, and signs where there are no colours")
    func withoutSpaces() async throws {
      let workspace = try Workspace()
      let text =
        "港湾都市アンセルのコリン橋は月曜日から八週間にわたり閉鎖されると市当局が発表した。鋼材の腐食が見つかったためだという。"
        + "市長は記者会見で安全を最優先にすると述べた。修復費用は一億二千万円と見積もられている。"
      try workspace.write(text, to: "one.txt")
      try workspace.write(text.replacing("八週間", with: "十週間"), to: "two.txt")
      let finished = try await workspace.run("compare", "one.txt", "two.txt")
      #expect(finished.ending == .exit(0))
      let left = finished.lines.compactMap { $0.split(separator: "│").first }.joined()
      let shown = left.filter { !"[]{} ".contains($0) }
      #expect(shown.contains(text) && left.contains("{八}"), "\(finished.output)")
      #expect(finished.output.contains("{changed inside a passage}"))
    }

    private func slice(_ text: String, _ range: [Int]) -> String {
      guard range.count == 2, range[0] <= range[1] else { return "no range" }
      let scalars = text.unicodeScalars.dropFirst(range[0]).prefix(range[1] - range[0])
      return String(String.UnicodeScalarView(scalars))
    }
  }
}
