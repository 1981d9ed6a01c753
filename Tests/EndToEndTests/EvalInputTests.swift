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
        (#"{"a": 1, "b": "two"}"#, #"line 2 is no JSON of {"a","b","label"}"#),
      ])
    func refused(line: String, says: String) async throws {
      let finished = try await set(Self.good + "\n" + line).run("eval", "relations", ".")
      #expect(finished.ending == .exit(66))
      #expect(finished.errors.contains(says), "\(finished.errors)")
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
