import Foundation
import Testing

extension EndToEnd {
  @Suite("Two stories side by side")
  struct ComparisonViewTests {
    private static let text =
      "Five men were rescued on Tuesday from a fishing boat that sank off Port Ansel at half past three. Skipper Alan "
      + "Roe, who is sixty-one, was the last to be lifted out, the coastguard said. The boat had taken in water through "
      + "its hatch, and a helicopter and a lifeboat were sent."

    private func compared(_ one: String, _ two: String) async throws -> String {
      let workspace = try Workspace()
      try workspace.write(one, to: "one.txt")
      try workspace.write(two, to: "two.txt")
      return try await workspace.run("compare", "one.txt", "two.txt").output
    }

    private func headed(_ title: String, _ text: String) -> String {
      "title: \(title)\npublished: 2026-02-10T16:00:00Z\n\n\(text)\n"
    }

    @Test("headlines are shown, in as many lines on both sides")
    func headlines() async throws {
      let long =
        "Skipper last to leave as five are rescued from a sinking fishing boat off Port Ansel"
      let lines = try await compared(headed("Boat sinks", Self.text), headed(long, Self.text))
        .split(separator: "\n").map(String.init)
      let title = try #require(lines.firstIndex { $0.hasPrefix("Boat sinks ") })
      let rule = try #require(lines.firstIndex { $0.hasPrefix("───") })
      #expect(rule - title > 1, "\(lines)")
      #expect(lines[rule].hasSuffix("───") && lines[rule].contains(" │ ─"), "\(lines[rule])")
    }

    @Test("of dates without a time no hours are told, in words or in JSON")
    func days() async throws {
      let workspace = try Workspace()
      let (all, own) = (VoteTests.agency, VoteTests.own)
      let texts = [("one", all, 2), ("two", own + all[..<2], 4)]
      for (name, sentences, day) in texts {
        let text = sentences.joined(separator: " ")
        try workspace.write("published: 2026-03-0\(day)\n\n\(text)\n", to: "\(name).txt")
      }
      let told = try await workspace.run("compare", "one.txt", "two.txt").output
      let row = JSONShape.object(
        try await workspace.run("compare", "one.txt", "two.txt", "--json").output)
      let reason = try #require(row["reason"] as? String)
      #expect(!reason.contains("hours apart") && told.contains(": \(reason)\n"), "\(reason)")
    }

    @Test("of a cut it is said which of the two is the shorter")
    func direction() async throws {
      let whole = Self.text + " " + VoteTests.agency.joined(separator: " ")
      let cut = try await compared(headed("Boat", Self.text), headed("Boat", whole))
      #expect(cut.hasPrefix("cut, the left is the right shortened: "), "\(cut)")
      let expanded = try await compared(headed("Boat", whole), headed("Boat", Self.text))
      #expect(expanded.hasPrefix("expanded, the left is the right lengthened: "), "\(expanded)")
    }

    @Test("changed words with no other word between them are one change")
    func joined() async throws {
      let two = Self.text.replacing("sixty-one", with: "61").replacing(
        "half past three", with: "3:30")
      let output = try await compared(headed("Boat", Self.text), headed("Boat", two))
      #expect(output.contains("{sixty-one}"), "\(output)")
      #expect(output.contains("{3:30}"), "\(output)")
    }

    @Test("two stories of a file are compared by their ids, with what the whole file teaches")
    func byID() async throws {
      let workspace = try Workspace()
      let call = "Sign up for the letter that Una writes from the quay on the first of every month."
      let stories = (0..<40).map { number in
        let text = "\(VoteTests.agency[number % 6]) It was number \(number * 17)."
        return
          #"{"id": "s \#(number)", "outlet": "o\#(number % 2)", "text": "\#(text)\n\n\#(call)"}"#
      }
      try workspace.write(stories.joined(separator: "\n") + "\n", to: "stories.jsonl")
      try workspace.write(#"{"a": "s 1", "b": "s 3"}"# + "\n", to: "pairs.jsonl")
      let related = try await workspace.run(
        "relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
      let compared = try await workspace.run(
        "compare", "s 1", "s 3", "--from", "stories.jsonl", "--json")
      #expect(compared.ending == .exit(0) && !compared.output.isEmpty, "\(compared.errors)")
      #expect(compared.output == related.output)
      let missing = try await workspace.run("compare", "s 1", "s 99", "--from", "stories.jsonl")
      #expect(missing.ending == .exit(66) && missing.errors.contains("no story with the id 's 99'"))
      let several = try await workspace.run("compare", "stories.jsonl", "stories.jsonl")
      #expect(several.errors.contains("--from"), "\(several.errors)")
    }

    @Test(
      "that two belong in one group which share passages alone is said, with how strongly they pull"
    )
    func pull() async throws {
      let speech =
        "\"The county has chosen to go on, and so shall I. We have built two schools and a bridge, and we shall build a "
        + "hospital,\""
      let count =
        "The count ended at eleven, with 4,120 votes for her and 3,890 for Nils Berg, who said that he would not ask for "
        + "another."
      let workspace = try Workspace()
      try workspace.write(
        headed(
          "Moe thanks",
          "Ingrid Moe thanked her voters in Lund on Sunday night. \(speech) she said. Her party danced until two. "
            + count),
        to: "one.txt")
      try workspace.write(
        headed(
          "Third term",
          "It was after eleven when the winner came down the stairs of the town hall, her sons behind her. \(speech) Moe "
            + "cried, and the band struck up. \(count)"), to: "two.txt")
      let row = JSONShape.object(
        try await workspace.run("compare", "one.txt", "two.txt", "--json").output)
      let pull = try #require(row["pull"] as? Double)
      #expect(row["relation"] as? String == "partial" && pull >= 0.5, "\(row)")
      let output = try await workspace.run("compare", "one.txt", "two.txt").output
      #expect(
        output.contains("pull into one group by \(Int((pull * 100).rounded())) %"), "\(output)")
      let copy = try await compared(headed("Boat", Self.text), headed("Boat", Self.text))
      #expect(!copy.contains("pull into one group"), "\(copy)")
    }

    @Test(
      "what is written from right to left stays in its column",
      arguments: [
        "أعلنت هيئة الميناء إغلاق الجسر القديم ثمانية أسابيع بعد العثور على صدأ في دعامتين عند المدخل الشرقي. NPA",
        "רשות הנמל הודיעה על סגירת הגשר הישן לשמונה שבועות לאחר שנמצאה חלודה בשתי קורות ליד הכניסה המזרחית. NPA",
      ])
    func rightToLeft(text: String) async throws {
      let workspace = try Workspace()
      try workspace.write(headed(String(text.prefix(30)), text), to: "one.txt")
      try workspace.write(headed("Bridge", Self.text), to: "two.txt")
      let lines = try await workspace.lines(columns: 80, ["compare", "one.txt", "two.txt"])
      let rows = lines.filter { $0.contains(" │ ") }
      let isRight = { (cell: String) in
        cell.unicodeScalars.contains { (0x590...0x6FF).contains($0.value) }
      }
      #expect(rows.contains(where: isRight))
      for row in rows {
        let cells = row.components(separatedBy: " │ ")
        workspace.check(cells.count == 2, row)
        // A column is as wide as without the signs, and its filling stands behind them.
        workspace.check(
          cells[0].unicodeScalars.filter { $0.properties.generalCategory != .format }.count == 38,
          row)
        for cell in cells {
          let core = cell.trimmingCharacters(in: .whitespaces)
          workspace.check(isRight(cell) == core.hasPrefix("\u{2068}"), row)
          workspace.check(isRight(cell) == core.hasSuffix("\u{2069}"), row)
        }
      }
      let both = try await workspace.run("compare", "one.txt", "two.txt", "--json").output
      #expect(!both.contains("\u{2068}") && !both.contains("u2068"))
    }

    @Test("a reason tells how much is shared, not how little is missing")
    func reason() async throws {
      let output = try await compared("Ferries stay in port.", "Ferries stay in port.")
      #expect(output.contains("100 % of"), "\(output)")
      #expect(!output.contains("(0 %") && !output.contains("; 0 %"), "\(output)")
    }
  }
}
