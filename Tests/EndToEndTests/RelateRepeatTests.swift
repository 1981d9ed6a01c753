import Foundation
import Testing

extension EndToEnd {
  @Suite("Relating stories that repeat each other")
  struct RelateRepeatTests {
    private static let text = VoteTests.agency.joined(separator: " ")

    private func pairs(_ finished: Workspace.Finished) -> [[String]] {
      finished.lines.map(JSONShape.object).map { row in
        ["a", "b", "relation"].map { row[$0] as? String ?? "" }
      }
    }

    @Test("files with the same text are told with each other, and each with what shares copy")
    func twoFiles() async throws {
      let workspace = try Workspace()
      try workspace.write(Self.text, to: "wire/a.txt")
      try workspace.write(Self.text, to: "wire/b.txt")
      let longer = Self.text + " The harbour master will speak to reporters again on Thursday."
      try workspace.write(longer, to: "wire/c.txt")
      let found = try await workspace.run("relate", "wire", "--json")
      #expect(pairs(found).map { $0.prefix(2) } == [["a", "b"], ["a", "c"], ["b", "c"]])
      #expect(pairs(found).first?.last == "verbatim")
      let asked = ["a b", "a c", "b c"].map { $0.split(separator: " ") }
      try workspace.write(
        asked.map { #"{"a": "\#($0[0])", "b": "\#($0[1])"}"# }.joined(separator: "\n"),
        to: "pairs.jsonl")
      let named = try await workspace.run("relate", "wire", "--pairs", "pairs.jsonl", "--json")
      #expect(named.lines == found.lines)
      let words = try await workspace.run("relate", "wire")
      #expect(words.output.contains("3 pairs of 3 stories"), "\(words.output)")
    }

    @Test("a text that floods in makes a pair a repeat with the first, not one with every other")
    func flood() async throws {
      let workspace = try Workspace()
      for number in 10..<40 { try workspace.write(Self.text, to: "wire/\(number).txt") }
      let found = pairs(try await workspace.run("relate", "wire", "--json"))
      #expect(found == (11..<40).map { ["10", "\($0)", "verbatim"] })
    }

    @Test(
      "copies under ids and outlets of their own make a pair each with the first, and none with each other"
    )
    func floodOfNames() async throws {
      let workspace = try Workspace()
      var lines = (10..<40).map { number in
        #"{"id": "\#(number)", "outlet": "o\#(number)", "text": "\#(Self.text)"}"#
      }
      let longer = Self.text + " The harbour master will speak to reporters again on Thursday."
      lines.append(#"{"id": "longer", "outlet": "o", "text": "\#(longer)"}"#)
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      let found = pairs(try await workspace.run("relate", "stories.jsonl", "--json"))
      #expect(found.filter { $0[1] != "longer" } == (11..<40).map { ["10", "\($0)", "verbatim"] })
      #expect(found.filter { $0[1] == "longer" }.map(\.first) == (10..<40).map { "\($0)" })
    }

    @Test("an id that stands for one text of two outlets or days is told, one given twice is not")
    func namesakes() async throws {
      let workspace = try Workspace()
      func line(_ id: String, _ more: String) -> String {
        #"{"id": "\#(id)", "text": "\#(Self.text)", \#(more)}"#
      }
      let first = line("one", #""outlet": "a", "published": "2026-03-02T08:15:00Z""#)
      try workspace.write(#"{"a": "one", "b": "two"}"#, to: "pairs.jsonl")
      for (more, isTold) in [
        (#""outlet": "b", "published": "2026-03-02T08:15:00Z""#, true),
        (#""outlet": "a", "published": "2026-03-03T08:15:00Z""#, true), (#""outlet": "a""#, true),
        (#""outlet": "a", "published": "2026-03-02T08:15:00Z", "lang": "en""#, false),
      ] {
        let lines = [first, line("two", #""outlet": "c""#), line("one", more)]
        try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
        let found = try await workspace.run(
          "relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
        #expect(found.ending == .exit(0) && found.lines.count == 1, "\(found)")
        #expect(found.errors.contains("1 id stands for several stories") == isTold, "\(more)")
      }
    }

    @Test("an order that is asked about is in no pair and told, a story under its id is compared")
    func ordersAskedAbout() async throws {
      let workspace = try Workspace()
      func line(_ id: String, _ more: String = "") -> String {
        #"{"id": "\#(id)", "outlet": "o", "text": "\#(Self.text)"\#(more)}"#
      }
      let (killed, held) = (#", "status": "killed""#, #", "status": "held""#)
      let lines = [line("one"), line("two"), line("gone", killed), line("held", held)]
      let more = [line("two", killed), line("other", killed)]
      try workspace.write((lines + more).joined(separator: "\n"), to: "stories.jsonl")
      let pairs = [("one", "gone"), ("held", "one"), ("one", "two")]
      try workspace.write(
        pairs.map { #"{"a": "\#($0.0)", "b": "\#($0.1)"}"# }.joined(separator: "\n"),
        to: "pairs.jsonl")
      let found = try await workspace.run(
        "relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
      #expect(found.ending == .exit(0), "\(found)")
      #expect(self.pairs(found).map { Array($0.prefix(2)) } == [["one", "two"]])
      #expect(
        found.errors.contains("hold or release stories are in no pair")
          && found.errors.contains("gone and 2 more"), "\(found.errors)")
    }

    @Test("a story that is delivered twice under its own id is no pair with itself")
    func deliveredTwice() async throws {
      let workspace = try Workspace()
      let line = #"{"id": "one", "outlet": "o", "text": "\#(Self.text)"}"#
      try workspace.write("\(line)\n\(line)\n", to: "stories.jsonl")
      let found = try await workspace.run("relate", "stories.jsonl", "--json")
      #expect(found.ending == .exit(0) && found.lines.isEmpty, "\(found.output)")
    }
  }
}
