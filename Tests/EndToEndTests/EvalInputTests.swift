import Foundation
import Testing

extension EndToEnd {
  @Suite("Labelled pairs with mistakes")
  struct EvalInputTests {
    private func set(_ pairs: String, clusters: String? = nil) throws -> Workspace {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      func write(_ text: String, _ name: String) throws {
        try text.write(
          toFile: "\(workspace.path)/\(name)", atomically: true, encoding: .utf8)
      }
      let stories = ["one", "two"].map { #"{"id": "\#($0)", "text": "\#(text)"}"# }
      try write(stories.joined(separator: "\n") + "\n", "stories.jsonl")
      try write(pairs + "\n", "pairs.jsonl")
      if let clusters { try write(clusters + "\n", "clusters.jsonl") }
      return workspace
    }

    private static let good = #"{"a": "one", "b": "two", "label": "same"}"#

    @Test("a set whose labels mean something is judged")
    func judged() async throws {
      let finished = try await set(Self.good).run("eval", "relations", ".")
      #expect(finished.ending == .exit(0) && finished.output.contains("100 % of 1 pair right"))
    }

    @Test(
      "a label that is none, a story that is not there and a line of another shape are refused with file and line",
      arguments: [
        (#"{"a": "one", "b": "two", "label": "Same"}"#, "line 2: 'Same' is none of same, verbatim"),
        (#"{"a": "one", "b": "two"}"#, #"line 2: has no "label""#),
        (
          #"{"a": "one", "b": "three", "label": "none"}"#,
          "pairs.jsonl: line 2: 'three' is labelled and is no story"
        ),
        (#"{"a": [1], "b": "two"}"#, #"line 2 is no JSON of {"a","b","label"}"#),
        (#"{"a": 1, "b": "two", "label": "none"}"#, "'1' is labelled and is no story"),
        (#"{"a": "one", "b": "one", "label": "same"}"#, "line 2: pairs 'one' with itself"),
        (
          #"{"a": "two", "b": "one", "label": "none"}"#,
          "line 2: labels 'two' and 'one' both 'same' and 'none', the first in line 1"
        ),
      ])
    func refused(line: String, says: String) async throws {
      let finished = try await set(Self.good + "\n" + line).run("eval", "relations", ".")
      #expect(finished.ending == .exit(66))
      #expect(finished.errors.contains(says), "\(finished.errors)")
    }

    @Test(
      "clusters of another shape, and a story in two of them, are refused",
      arguments: [
        (#"{"id": "one"}"#, "line 1: is no"),
        (
          #"{"cluster": "c", "ids": ["one"]}"# + "\n" + #"{"cluster": "d", "ids": ["one"]}"#,
          "line 2: puts 'one' into both 'c' and 'd', the first in line 1"
        ),
        (
          #"{"ids": ["one"]}"# + "\n\n" + #"{"ids": ["one"]}"#,
          "line 3: puts 'one' into both the cluster of line 1 and the cluster of line 3"
        ),
        (
          #"{"id": "four", "group": 1}"#,
          "clusters.jsonl: line 1: 'four' is labelled and is no story"
        ),
      ])
    func clusters(lines: String, says: String) async throws {
      let finished = try await set(Self.good, clusters: lines).run("eval", "relations", ".")
      #expect(finished.ending == .exit(66) && finished.errors.contains(says), "\(finished.errors)")
    }

    @Test("with --worst the groups that came out wrong are named, and ids may be numbers")
    func worstGroups() async throws {
      let workspace = try Workspace()
      let texts = [
        VoteTests.agency.joined(separator: " "), "Ferries stay in port until the wind drops.",
      ]
      let lines = [0, 0, 1].enumerated().map { #"{"id": \#($0 + 1), "text": "\#(texts[$1])"}"# }
      try workspace.write(lines.joined(separator: "\n") + "\n", to: "stories.jsonl")
      try workspace.write(
        #"{"id": 1, "group": 7}"# + "\n" + #"{"cluster": "c", "ids": [2, "3"]}"# + "\n",
        to: "clusters.jsonl")
      let finished = try await workspace.run("eval", "relations", ".", "--worst", "5")
      #expect(finished.ending == .exit(0), "\(finished.errors)")
      #expect(finished.output.contains("one group holds copy of 2 groups, 1 pair wrong: 1 | 2"))
      #expect(finished.output.contains("one copy is spread over 2 groups, 1 pair wrong: 2 | 3"))
      let row = JSONShape.object(
        try await workspace.run("eval", "relations", ".", "--json", "--worst", "1").output)
      #expect(row["same_by_relation"] == nil && row["three_way_accuracy"] == nil)
      #expect((row["worst_groups"] as? [Any])?.count == 1)
    }

    @Test("a copy that is called the wrong kind is no longer right in every figure, and is listed")
    func kinds() async throws {
      let finished = try await set(#"{"a": "one", "b": "two", "label": "cut"}"#)
        .run("eval", "relations", ".", "--worst", "1")
      #expect(finished.output.contains("100 % of 1 pair right"))
      #expect(finished.output.contains("P 1.000 R .000 F1 .000; 1 labelled, 0 called so"))
      #expect(finished.output.contains("one and two: labelled cut, called verbatim"))
    }

    @Test(
      "labels that say how two are one copy count for that beside such as say only that they are")
    func mixedLabels() async throws {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      let lines = ["a", "b", "c"].map { #"{"id": "\#($0)", "text": "\#(text)"}"# }
      try workspace.write(lines.joined(separator: "\n") + "\n", to: "stories.jsonl")
      try workspace.write(
        #"{"a": "a", "b": "b", "label": "same"}"# + "\n"
          + #"{"a": "a", "b": "c", "label": "verbatim"}"# + "\n"
          + #"{"a": "b", "b": "c", "label": "none-hard"}"# + "\n", to: "pairs.jsonl")
      let finished = try await workspace.run("eval", "relations", ".")
      #expect(finished.output.contains("same         P .667 R 1.000"), "\(finished.output)")
      #expect(finished.output.contains("verbatim     P .500 R 1.000"), "\(finished.output)")
      #expect(finished.output.contains("none         P 1.000 R .000"), "\(finished.output)")
    }

    @Test("a cluster without a name is none that has a number for one")
    func unnamed() async throws {
      let clusters = #"{"id": "one", "group": 1}"# + "\n" + #"{"ids": ["two"]}"#
      let row = JSONShape.object(
        try await set(Self.good, clusters: clusters).run("eval", "relations", ".", "--json").output)
      #expect((row["clusters"] as? [String: Any])?["false_merges"] as? Int == 1)
    }

    @Test("a threshold is judged on groups as well as on relations")
    func threshold() async throws {
      func groups(from threshold: String) async throws -> Int {
        let workspace = try Workspace(more: "grouping:\n  same_from: \(threshold)")
        let lines = try await workspace.run("group", Program.samples.path, "--json").lines
        return Set(lines.compactMap { JSONShape.object($0)["group"] as? String }).count
      }
      let (lenient, strict) = (try await groups(from: "0.05"), try await groups(from: "0.95"))
      #expect(lenient < strict)
    }

    @Test(
      "a pair that is labelled twice counts once, and a set without labels is told from one that is not there"
    )
    func twice() async throws {
      let turned = #"{"a": "two", "b": "one", "label": "same"}"#
      let finished = try await set(Self.good + "\n" + turned).run("eval", "relations", ".")
      #expect(finished.output.contains("of 1 pair ") && finished.errors.contains("counted once"))
      let empty = try await set("").run("eval", "relations", ".")
      #expect(empty.ending == .exit(66) && empty.errors.contains("or empty"), "\(empty.errors)")
    }

    @Test(
      "what shares only what stands under every story is called boilerplate, as 'relate' calls it")
    func boilerplate() async throws {
      let workspace = try set(#"{"a": "one", "b": "two", "label": "boilerplate"}"#)
      let under =
        "Comments are moderated before they appear. Please keep your comments civil and do not post personal "
        + "attacks or advertising. By posting you agree to our comment policy and terms of use.\\n\\n"
        + "Subscribe to our newsletter and follow us on Facebook and Twitter."
      let bodies = [
        "Harbour pilots voted on Tuesday to accept a new rota after eleven weeks of talks about night shifts.",
        "A choir of forty miners sang in the restored chapel on Sunday, and the organ was played again.",
      ]
      let stories = zip(["one", "two"], bodies).map {
        #"{"id": "\#($0)", "text": "\#($1)\n\n\#(under)"}"#
      }
      try workspace.write(stories.joined(separator: "\n"), to: "stories.jsonl")
      let judged = try await workspace.run("eval", "relations", ".")
      #expect(judged.output.contains("called boilerplate 1"), "\(judged.output)\(judged.errors)")
      let related = try await workspace.run("relate", "stories.jsonl", "--pairs", "pairs.jsonl")
      #expect(related.output.hasPrefix("boilerplate"), "\(related.output)\(related.errors)")
      // Labels without such a word call them strangers, which is then right.
      try workspace.write(#"{"a": "one", "b": "two", "label": "none"}"#, to: "pairs.jsonl")
      let strangers = try await workspace.run("eval", "relations", ".", "--worst", "3")
      #expect(strangers.output.contains("none         P 1.000 R 1.000"), "\(strangers.output)")
      #expect(!strangers.output.contains("labelled none, called"), "\(strangers.output)")
    }

    @Test("an id that stands for two stories is refused by labels and told by pairs")
    func namesakes() async throws {
      let workspace = try set(Self.good)
      let stories = ["one", "one", "two"].enumerated().map {
        #"{"id": "\#($1)", "outlet": "o\#($0)", "text": "words of story \#($0)"}"#
      }
      try workspace.write(stories.joined(separator: "\n"), to: "stories.jsonl")
      let judged = try await workspace.run("eval", "relations", ".")
      #expect(judged.ending == .exit(66) && judged.errors.contains("under the id 'one'"))
      let related = try await workspace.run("relate", "stories.jsonl", "--pairs", "pairs.jsonl")
      #expect(related.ending == .exit(0) && related.errors.contains("1 id stands for several"))
    }

    @Test("a cluster that is a list, and a threshold that is no probability, are refused")
    func others() async throws {
      let list = try await set(Self.good, clusters: #"{"id": "one", "group": [1]}"#)
        .run("eval", "relations", ".")
      #expect(list.ending == .exit(66) && list.errors.contains("each a text or a number"))
      let strict = try await set(Self.good).run("eval", "relations", ".", "--same-from", "7")
      #expect(strict.ending == .exit(64) && strict.errors.contains("from 0.05 to 0.95"))
    }
  }
}
