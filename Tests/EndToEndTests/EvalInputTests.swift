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
      #expect(finished.ending == .exit(0) && finished.output.contains("100 % of 1 pairs right"))
    }

    @Test(
      "a label that is none, a story that is not there and a line of another shape are refused with file and line",
      arguments: [
        (#"{"a": "one", "b": "two", "label": "Same"}"#, "line 2: 'Same' is none of same, verbatim"),
        (#"{"a": "one", "b": "two"}"#, #"line 2: has no "label""#),
        (#"{"a": "one", "b": "three", "label": "none"}"#, "'three' is labelled and is no story"),
        (#"{"a": [1], "b": "two"}"#, #"line 2 is no JSON of {"a","b","label"}"#),
        (#"{"a": 1, "b": "two", "label": "none"}"#, "'1' is labelled and is no story"),
        (#"{"a": "one", "b": "one", "label": "same"}"#, "line 2: pairs 'one' with itself"),
        (#"{"a": "two", "b": "one", "label": "none"}"#, "both 'same' and 'none'"),
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
          "both 'c' and 'd'"
        ),
      ])
    func clusters(lines: String, says: String) async throws {
      let finished = try await set(Self.good, clusters: lines).run("eval", "relations", ".")
      #expect(finished.ending == .exit(66) && finished.errors.contains(says), "\(finished.errors)")
    }

    @Test(
      "a pair that is labelled twice counts once, and a set without labels is told from one that is not there"
    )
    func twice() async throws {
      let turned = #"{"a": "two", "b": "one", "label": "same"}"#
      let finished = try await set(Self.good + "\n" + turned).run("eval", "relations", ".")
      #expect(finished.output.contains("of 1 pairs") && finished.errors.contains("counted once"))
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

    @Test("a cluster that is a number, and a threshold that is no probability, are refused")
    func others() async throws {
      let numbered = try await set(Self.good, clusters: #"{"id": "one", "group": 1}"#)
        .run("eval", "relations", ".")
      #expect(numbered.ending == .exit(66) && numbered.errors.contains("each a text"))
      let strict = try await set(Self.good).run("eval", "relations", ".", "--same-from", "7")
      #expect(strict.ending == .exit(64) && strict.errors.contains("from 0.05 to 0.95"))
    }
  }
}
