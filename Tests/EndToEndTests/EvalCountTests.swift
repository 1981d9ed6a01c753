import Foundation
import Testing

extension EndToEnd {
  @Suite("What an evaluation counts")
  struct EvalCountTests {
    private func workspace(_ files: [String: String]) throws -> Workspace {
      let workspace = try Workspace()
      let copy = VoteTests.agency.joined(separator: " ")
      let texts = [copy, copy, "Ferries stay in port until the wind drops."]
      let stories = zip(["one", "two", "three"], texts).map {
        #"{"id": "\#($0)", "text": "\#($1)"}"#
      }
      try workspace.write(stories.joined(separator: "\n") + "\n", to: "stories.jsonl")
      for (name, text) in files { try workspace.write(text + "\n", to: name) }
      return workspace
    }

    @Test("stories that no cluster names are told, since nothing that befell them is counted")
    func leftOut() async throws {
      let workspace = try workspace([
        "clusters.jsonl": #"{"cluster": "c", "ids": ["one"]}"# + "\n"
          + #"{"cluster": "d", "ids": ["three"]}"#
      ])
      let finished = try await workspace.run("eval", "relations", "./")
      #expect(finished.output.contains("groups of 2 labelled stories"), "\(finished.output)")
      #expect(
        finished.output.contains("1 story without a label is not counted"), "\(finished.output)")
      let row = JSONShape.object(try await workspace.run("eval", "relations", ".", "--json").output)
      let clusters = row["clusters"] as? [String: Any]
      #expect(clusters?["stories"] as? Int == 2 && clusters?["unlabelled"] as? Int == 1, "\(row)")
    }

    @Test("every F1 is that of its own precision and recall, and each turned label counts once")
    func figures() async throws {
      let workspace = try workspace([
        "pairs.jsonl": #"{"a": "one", "b": "two", "label": "cut"}"# + "\n"
          + #"{"a": "two", "b": "one", "label": "expanded"}"#,
        // Three in one cluster, of which two are in one group: precision and recall differ, and so do pairs and stories.
        "clusters.jsonl": #"{"cluster": "c", "ids": ["one", "two", "three"]}"#,
      ])
      let row = JSONShape.object(try await workspace.run("eval", "relations", ".", "--json").output)
      let clusters = try #require(row["clusters"] as? [String: Any])
      func figure(_ name: String) -> Double { clusters[name] as? Double ?? -1 }
      #expect(figure("pair_precision") == 1 && abs(figure("pair_recall") - 1.0 / 3) < 1e-4)
      #expect(abs(figure("pair_f1") - 0.5) < 1e-4)
      #expect(figure("b_cubed_precision") == 1 && abs(figure("b_cubed_recall") - 5.0 / 9) < 1e-4)
      #expect(abs(figure("b_cubed_f1") - 5.0 / 7) < 1e-4)
      #expect(row["pairs"] as? Int == 1)
      try workspace.write(
        #"{"a": "one", "b": "two", "label": "cut"}"# + "\n"
          + #"{"a": "two", "b": "one", "label": "cut"}"# + "\n", to: "pairs.jsonl")
      let both = try await workspace.run("eval", "relations", ".")
      #expect(both.ending == .exit(66) && both.errors.contains("keep one"), "\(both)")
    }

    @Test("figures say for which threshold they are")
    func threshold() async throws {
      let workspace = try workspace(["pairs.jsonl": #"{"a": "one", "b": "two", "label": "same"}"#])
      let row = JSONShape.object(
        try await workspace.run("eval", "relations", ".", "--same-from", "0.7", "--json").output)
      #expect(row["same_from"] as? Double == 0.7, "\(row)")
      let told = try await workspace.run("eval", "relations", ".", "--same-from", "0.7").output
      #expect(told.contains("the same from .700"), "\(told)")
    }

    @Test("pairs that clusters or other pairs speak against are told")
    func contradictions() async throws {
      let workspace = try workspace([
        "pairs.jsonl": #"{"a": "one", "b": "two", "label": "same"}"# + "\n"
          + #"{"a": "two", "b": "three", "label": "same"}"# + "\n"
          + #"{"a": "one", "b": "three", "label": "none"}"#
      ])
      let transitive = try await workspace.run("eval", "relations", ".")
      #expect(transitive.ending == .exit(0))
      #expect(
        transitive.errors.contains(
          "1 pair contradicts other labels, so that no grouping can be right on all: 'one' and 'three' are labelled "
            + "none, and other pairs say that both are one copy"), "\(transitive.errors)")
      try workspace.write(
        #"{"id": "one", "group": 1}"# + "\n" + #"{"id": "two", "group": 2}"# + "\n",
        to: "clusters.jsonl")
      let both = try await workspace.run("eval", "relations", ".")
      #expect(
        both.errors.contains("2 pairs contradict") && both.errors.contains("its clusters say"),
        "\(both.errors)")
    }

    @Test(
      "labels that can't be read are refused with what to look at",
      arguments: [
        ("pairs.jsonl", #"{"a": "one", "b": "two", "label": 1}"#, #""label"}: see "label""#),
        ("pairs.jsonl", #"{"id1": "one", "id2": "two"}"#, #"there is no "a""#),
        (
          "pairs.jsonl", #"{"a": "four", "b": "five", "label": "none"}"#,
          "'four' and 1 other id are labelled and are no stories"
        ),
        ("pairs.csv", "a,b,label\none,two,same", "csv.DictReader("),
        ("clusters.tsv", "id\tgroup\none\t1", "> clusters.jsonl"),
      ])
    func unreadable(name: String, text: String, says: String) async throws {
      let finished = try await workspace([name: text]).run("eval", "relations", ".")
      #expect(finished.ending == .exit(66))
      #expect(finished.errors.contains(says), "\(finished.errors)")
    }

    @Test("the same labels give the same digits each time")
    func digits() async throws {
      let copies = (0..<15).flatMap { number in
        [Int](repeating: number, count: number % 7 + 1)
      }
      let workspace = try Workspace()
      let stories = copies.enumerated().map {
        #"{"id": \#($0), "text": "Ferry \#($1) stays in port."}"#
      }
      let labels = copies.indices.map { #"{"id": \#($0), "group": \#($0 * 7 % 11)}"# }
      try workspace.write(stories.joined(separator: "\n") + "\n", to: "stories.jsonl")
      try workspace.write(labels.joined(separator: "\n") + "\n", to: "clusters.jsonl")
      var outputs: Set<String> = []
      for _ in 0..<8 {
        outputs.insert(try await workspace.run("eval", "relations", ".", "--json").output)
      }
      #expect(outputs.count == 1, "\(outputs)")
    }

    @Test("a file is refused where a folder is wanted")
    func file() async throws {
      let finished = try await workspace([:]).run("eval", "relations", "stories.jsonl")
      #expect(finished.ending == .exit(66))
      #expect(finished.errors.contains("stories.jsonl: is a file; name the folder"))
    }
  }
}
