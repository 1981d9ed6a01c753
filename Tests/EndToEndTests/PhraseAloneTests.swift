import Foundation
import Testing

extension EndToEnd {
  @Suite("Stories with a headline or a phrase in common")
  struct PhraseAloneTests {
    private static let board =
      "The regional railway will replace all 42 of its diesel trains with battery models by 2031, its board decided "
      + "on Thursday. The trains, built by Hallström Works of Uppdal, will cost 318 million euros and run on seven "
      + "lines in the north of the county that were never electrified."
    private static let union =
      "Drivers' union secretary Anna Brekke welcomed the decision but said workshops needed 30 more mechanics before "
      + "anything arrives in the spring of 2028. Board chairman Peter Olsen said the purchase would save 9 million "
      + "litres of fuel a year."

    /// What two stories a day apart are said to be, and the passages that are shown for it.
    private func related(
      _ one: String, _ two: String, titles: [String] = ["Trains", "Trains"]
    ) async throws -> [String: Any] {
      let workspace = try Workspace()
      let days = ["2026-02-12T05:00:00Z", "2026-02-13T15:00:00Z"]
      let stories = [one, two].enumerated().map { number, text in
        #"{"id": "\#(number)", "outlet": "o\#(number)", "published": "\#(days[number])", "#
          + #""title": "\#(titles[number])", "text": "\#(text)"}"#
      }
      try workspace.write(stories.joined(separator: "\n") + "\n", to: "stories.jsonl")
      try workspace.write(#"{"a": "0", "b": "1"}"# + "\n", to: "pairs.jsonl")
      return JSONShape.object(
        try await workspace.run("relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
          .output)
    }

    @Test("texts of which no passage could be shown are not the same copy")
    func nothingShared() async throws {
      let row = try await related(Self.board, Self.union)
      #expect(row["share_a"] as? Double == 0, "\(row)")
      #expect(row["relation"] as? String == "none", "\(row)")
    }

    @Test("who said something, and no more, is no passage")
    func phrase() async throws {
      let row = try await related(
        "The county council has spent 2.3 million euros on consultants in the past year, twice as much as the year "
          + "before, documents seen by this newspaper show.\\n\\nMost of it, 1.4 million, went to a single firm, Baltic "
          + "Advisory, which was asked how the council could save money.\\n\\nCouncil leader Ingrid Moe said the advice "
          + "had already saved more than it cost, but gave no examples. Opposition members called for an inquiry.",
        "County council members on Friday demanded an inquiry into consultants' fees, after a newspaper reported that "
          + "the council had paid them 2.3 million euros in a year.\\n\\nTo pay a firm 1.4 million to learn how to save "
          + "money is beyond satire, said Nils Berg, who leads the opposition. The firm, Baltic Advisory, declined to "
          + "comment.\\n\\nA vote is expected on March 3. Council leader Ingrid Moe said she had nothing to hide.",
        titles: ["Council doubled consultants' fees", "Inquiry into fees demanded"])
      #expect(row["share_a"] as? Double ?? 0 > 0, "\(row)")
      #expect(row["relation"] as? String == "none", "\(row)")
    }

    @Test("a flash that stands word for word in its outlet's story is no form filled in otherwise")
    func flash() async throws {
      let workspace = try Workspace()
      let texts = [VoteTests.agency[3], VoteTests.agency.joined(separator: " ")]
      let stories = texts.enumerated().map {
        #"{"id": "\#($0)", "outlet": "o", "published": "2026-02-04T1\#($0):00:00Z", "text": "\#($1)"}"#
      }
      try workspace.write(stories.joined(separator: "\n") + "\n", to: "stories.jsonl")
      try workspace.write(#"{"a": "0", "b": "1"}"# + "\n", to: "pairs.jsonl")
      let row = JSONShape.object(
        try await workspace.run("relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
          .output)
      #expect(row["relation"] as? String == "partial", "\(row)")
      #expect((row["reason"] as? String ?? "").hasPrefix("one stands whole in the other"), "\(row)")
    }

    @Test("a text of a few words is the same copy as its copy")
    func brief() async throws {
      let row = try await related("Ferries stay in port.", "Ferries stay in port.")
      #expect(row["relation"] as? String == "verbatim", "\(row)")
    }
  }
}
