import Foundation
import Testing

extension EndToEnd {
  @Suite("Rows of group --json")
  struct GroupRowTests {
    private struct Row: Codable {
      let boilerplate: [[Int]]
      let group: String
      let id: String
      let outlet: String?
      let size: Int
    }

    /// Two ranges, since a line end parts them.
    private static let policy =
      "We want our readers to comment freely. Please keep your comments civil and follow our community guidelines. "
      + "Subscribe to our newsletter to get the news every morning.\n\n\u{A9} 2026 All rights reserved."

    /// Every sign of ASCII but the one that no field may hold, and others of two, three and four bytes.
    private static let names =
      (1..<0x80).compactMap(Unicode.Scalar.init).map { "a\($0)z" }
      + ["caf\u{E9}", "a\u{2028}z", "a\u{85}z", "\u{1F600}", "a\\\"/\n", "\u{5BB9}\u{5668}"]

    @Test("are letter for letter what JSONEncoder writes, whatever signs an id is made of")
    func matchEncoder() async throws {
      let workspace = try Workspace()
      var input: [String] = []
      for (number, name) in Self.names.enumerated() {
        let text =
          "The ferry to Port Ansel was cancelled on Tuesday, its \(number)th failure.\n\n\(Self.policy)"
        var fields = ["id": name, "text": text]
        if number % 2 == 0 { fields["outlet"] = name }
        input.append(String(decoding: try JSONEncoder().encode(fields), as: UTF8.self))
      }
      try workspace.write(input.joined(separator: "\n") + "\n", to: "in.jsonl")
      let lines = try await workspace.run("group", "--json", "in.jsonl").output
        .split(separator: "\n").map(String.init)
      try #require(lines.count == Self.names.count)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      var marked = 0
      for line in lines {
        let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        #expect(String(decoding: try encoder.encode(row), as: UTF8.self) == line)
        marked = max(marked, row.boilerplate.count)
      }
      #expect(marked > 1, "no row has several ranges")
    }
  }
}
