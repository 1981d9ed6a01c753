import Foundation
import Testing

extension EndToEnd {
  @Suite("Widths of terminals")
  struct TerminalWidthTests {
    private static let headline = "港湾都市アンセルの古い潮汐ドックが閉鎖へ、水門の腐食が見つかり修復費は四千八百万クローネと見積もられる"
    private static let commands = [
      ["group"], ["group", "all.jsonl"], ["show", "g1"], ["show", "g2"], ["show", "lead"],
      ["show", "c", "--text"], ["lead", "g1"], ["compare", "c", "d"],
      ["events", "--pretty"], ["events", "--why"], ["kills"], ["live", "g1"], ["plan"],
      ["relate", "all.jsonl"], ["status"], ["read", "all.jsonl"],
      ["boilerplate", "mark", "all.jsonl"],
    ]

    /// A story that four outlets carry under a long headline, and that is killed; another that is mended.
    private static func filled() async throws -> Workspace {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: #"\n\n"#)
      let call = "Sign up for our free newsletter, straight to your inbox."
      var lines = ["lead", "northgate-copy-2026-03-02-tidal-basin", "c", "d"].enumerated().map {
        #"{"id": "\#($1)", "outlet": "paper of the harbour \#($0)", "version": 1, "#
          + #""title": "\#(headline)", "published": "2026-03-02T08:0\#($0):00Z", "#
          + #""text": "\#(text)\n\n\#(call)"}"#
      }
      let bridge = { (number: String) in WireDesk.text(number).replacing("\n", with: " ") }
      lines += ["npa", "echo"].map {
        #"{"id": "bridge", "outlet": "\#($0)", "version": 1, "title": "\#(headline)", "text": "\#(bridge("six"))"}"#
      }
      try workspace.write(lines.joined(separator: "\n"), to: "all.jsonl")
      try workspace.drop(lines.joined(separator: "\n") + "\n", as: "1.jsonl")
      try await workspace.drain()
      let later = [
        #"{"id": "bridge", "outlet": "npa", "version": 2, "signals": ["correction"], "note": "CORRECTS the number of weeks", "title": "\#(headline)", "text": "\#(bridge("eight"))"}"#,
        #"{"id": "lead", "outlet": "paper of the harbour 0", "version": 2, "status": "killed", "note": "Please kill, the board has not voted yet and the engineers of the county deny the report", "text": ""}"#,
      ]
      try workspace.drop(later.joined(separator: "\n") + "\n", as: "2.jsonl")
      try await workspace.drain()
      return workspace
    }

    @Test("no line is wider than the terminal, whatever the script")
    func widths() async throws {
      let workspace = try await Self.filled()
      for columns in [40, 60, 80, 120] {
        for command in Self.commands {
          let lines = try await workspace.lines(columns: columns, command)
          #expect(!lines.isEmpty, "\(command)")
          for line in lines where Self.columns(of: line) > columns {
            workspace.check(false, "\(command), \(columns) columns: \(line)")
          }
        }
      }
    }

    @Test(
      "signs that take two columns, one or none are counted so",
      arguments: [
        ("⚽✅⭐", 6), ("❤️", 2), ("🇳🇴🇩🇪", 4), ("a\u{200B}b\u{200D}\u{FEFF}c", 3), ("น้ำกำลัง", 6),
        ("हिन्दी में", 7), ("e\u{301}", 1), ("👍🏽", 2), ("港湾", 4), ("★", 1),
      ])
    func scripts(_ sign: String, _ columns: Int) async throws {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      try workspace.write("title: \(sign)\n\n\(text)\n", to: "one.txt")
      try workspace.write("title: Plain\n\n\(text)\n", to: "two.txt")
      let lines = try await workspace.lines(columns: 60, ["compare", "one.txt", "two.txt"])
      let line = try #require(lines.first { $0.contains("│ Plain") })
      let title = try #require(line.components(separatedBy: " │ ").first)
      // Behind the headline the column is filled with spaces.
      #expect(title.count(where: { $0 == " " }) - sign.count(where: { $0 == " " }) == 28 - columns)
    }

    @Test("who still has a killed story is told beside its headline, or below it")
    func live() async throws {
      let workspace = try await Self.filled()
      for (columns, isBeside) in [(120, true), (60, false)] {
        let lines = try await workspace.lines(columns: columns, ["events", "--pretty"])
        let kill = lines.firstIndex { $0.hasPrefix("killed") }
        let told = lines.firstIndex { $0.contains("still live in 3 stories") }
        #expect(kill != nil && told != nil && (kill == told) == isBeside, "\(lines)")
      }
    }

    private static func columns(of line: String) -> Int {
      line.unicodeScalars.reduce(0) {
        $0 + ((0x2E80...0x9FFF).contains($1.value) || (0xFF00...0xFF60).contains($1.value) ? 2 : 1)
      }
    }
  }
}
