import Foundation
import Testing

extension EndToEnd {
  @Suite("Labelled sets that repeat stories")
  struct EvalRepeatTests {
    private static let agency = VoteTests.agency.joined(separator: " ")

    private func story(_ id: String, _ text: String, _ more: String = "") -> String {
      #"{"id": "\#(id)", "text": "\#(text)"\#(more)}"#
    }

    private func workspace(_ stories: [String], _ name: String, _ labels: [String]) throws
      -> Workspace
    {
      let workspace = try Workspace()
      try workspace.write(stories.joined(separator: "\n"), to: "stories.jsonl")
      try workspace.write(labels.joined(separator: "\n"), to: name)
      return workspace
    }

    @Test("a story that stands there several times counts once, and that is said")
    func repeated() async throws {
      let stories = [
        story("a", Self.agency), story("b", Self.agency), story("c", "Ferries stay in port."),
        story("d", "A choir sang in the restored chapel on Sunday."),
      ]
      let labels = [
        #"{"cluster": "x", "ids": ["a"]}"#, #"{"cluster": "y", "ids": ["b", "c"]}"#,
        #"{"cluster": "z", "ids": ["d"]}"#,
      ]
      func judged(_ stories: [String]) async throws -> Workspace.Finished {
        try await workspace(stories, "clusters.jsonl", labels)
          .run("eval", "relations", ".", "--worst", "5")
      }
      let once = try await judged(stories)
      let thrice = try await judged(stories + [stories[1], stories[1]])
      #expect(once.output == thrice.output)
      #expect(!once.errors.contains("more than once"))
      #expect(
        thrice.errors.contains("1 story stands there more than once, and is counted once"),
        "\(thrice.errors)")
    }

    @Test("stories under one id that come to stand in two groups are told")
    func disagreeing() async throws {
      let stories = [
        story("one", Self.agency, #", "outlet": "o", "published": "2026-01-01""#),
        story("two", "Ferries stay in port until the wind drops."),
        story("one", Self.agency, #", "outlet": "p", "published": "2026-01-21""#),
      ]
      let finished = try await workspace(
        stories, "clusters.jsonl", [#"{"cluster": "x", "ids": ["one"]}"#]
      ).run("eval", "relations", ".")
      #expect(
        finished.errors.contains("1 id stands for stories in several groups, such as 'one'"),
        "\(finished.errors)")
    }

    @Test("a right answer has nothing but ones, also where nothing is the same")
    func nothingSame() async throws {
      let stories = [story("a", Self.agency), story("b", "Ferries stay in port.")]
      let workspace = try workspace(
        stories, "pairs.jsonl", [#"{"a": "a", "b": "b", "label": "none"}"#])
      let finished = try await workspace.run("eval", "relations", ".")
      let ones = "P 1.000 R 1.000 F1 1.000"
      #expect(finished.output.contains("same by relation   \(ones)"), "\(finished.output)")
      #expect(finished.output.contains("same by group      \(ones)"), "\(finished.output)")
    }
  }
}
