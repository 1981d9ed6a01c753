import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite("Stories without their boilerplate")
  struct GroupCleanTests {
    private struct Row: Decodable {
      let id: String
      let boilerplate: [[Int]]
      let text: String
      let title: String?
    }

    private static let news =
      "The ferry to Port Ansel was cancelled on Tuesday after its engine failed off the northern pier. Forty "
      + "passengers waited in the hall until the evening, and most of them were taken across by two fishing boats, "
      + "the harbour master said. He expected repairs to take a week. The council has asked the company for a second ship, which it has "
      + "promised twice before, and for a timetable that is kept. In winter the island has bread for three days, said the "
      + "baker, who waited too."

    private static let house =
      "Caf\u{E9} Ledger \u{1F600} keeps its doors open on weekdays, and whoever brings an old copy of this paper "
      + "drinks his first cup at half the price of the second."

    @Test(
      "what only recurs in an outlet is taken out of its stories, which are otherwise as they were")
    func recurring() async throws {
      let workspace = try Workspace()
      var generator = StoryGenerator(seed: workspace.seed)
      let bodies = (0..<6).map { _ in "\u{1F600}\u{E9} " + generator.text(words: 90) }
      let lines = try bodies.enumerated().map { number, body in
        let object = [
          "id": "s\(number)", "outlet": "ledger", "title": "No \(number)",
          "text": number == 5 ? body : "\(body)\n\n\(Self.house)",
        ]
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n") + "\n", to: "in.jsonl")
      let rows = try await workspace.rows(Row.self, "group", "in.jsonl", "--json", "--clean")
      #expect(rows.map(\.id) == (0..<6).map { "s\($0)" })
      #expect(rows.map(\.text) == bodies)
      #expect(rows.map(\.title) == (0..<6).map { "No \($0)" })
      #expect(rows.map { $0.boilerplate.isEmpty } == [false, false, false, false, false, true])
    }

    @Test("what stands behind news on its line goes, and the line ends where it did")
    func inLine() async throws {
      let workspace = try Workspace()
      let text =
        Self.news + " Sign up for our free newsletter, "
        + "straight to your inbox, and follow us on Facebook.\n\nThe next one sails on Friday, said the harbour master."
      try workspace.write(text, to: "a.txt")
      let rows = try await workspace.rows(Row.self, "group", "a.txt", "--json", "--clean")
      let marked = try await workspace.run("boilerplate", "mark", "a.txt", "--clean")
      let kept =
        Self.news + " \n\nThe next one sails on Friday, said the harbour master."
      #expect(rows.map(\.text) == [kept])
      #expect(marked.output.trimmingCharacters(in: .newlines) == kept)
    }

    @Test("a text is asked for where there is one to give, and otherwise the way to it is named")
    func usage() async throws {
      let workspace = try Workspace()
      for arguments in [["group", "--json", "--clean"], ["group", Samples.inbox, "--clean"]] {
        let finished = try await workspace.run(arguments)
        #expect(finished.ending == .exit(64), "\(finished.output)")
        #expect(finished.errors.contains("boilerplate mark FILE --clean"), "\(finished.errors)")
      }
    }
  }
}
