import Foundation
import Testing

extension EndToEnd {
  @Suite("Boilerplate")
  struct BoilerplateTests {
    private static let news = "The mill at Äldern burned down on Tuesday night, police said."
    private static let call = "Sign up for our free newsletter, straight to your inbox."

    @Test("mark --json gives ranges in scalars, kind, reason and probability; --clean leaves news")
    func mark() async throws {
      let workspace = try Workspace()
      let text = Self.news + "\n" + Self.call
      let line = try JSONEncoder().encode(["id": "a", "text": text])
      try workspace.write(String(decoding: line, as: UTF8.self), to: "a.jsonl")
      let json = try await workspace.run("boilerplate", "mark", "a.jsonl", "--json")
      workspace.check(json.ending == .exit(0), json.errors)
      let marks = JSONShape.object(json.output)["boilerplate"] as? [[Any]] ?? []
      #expect(marks.count == 1 && marks.first?.count == 5)
      #expect(marks.first?[0] as? Int == Self.news.unicodeScalars.count + 1)
      #expect(marks.first?[1] as? Int == text.unicodeScalars.count)
      #expect(marks.first?[2] as? String == "newsletter or app call")
      let clean = try await workspace.run("boilerplate", "mark", "a.jsonl", "--clean")
      #expect(clean.output == Self.news + "\n")
      let again = try await workspace.run("boilerplate", "mark", "a.jsonl", "--clean", "--json")
      #expect(JSONShape.keys(again.output) == ["id", "text"])
      #expect(JSONShape.object(again.output)["text"] as? String == Self.news)
    }

    @Test("a text that can't be cut into sentences is not furniture for an address in it")
    func uncut() async throws {
      let workspace = try Workspace()
      let news = try String(
        contentsOfFile: "\(Samples.inbox)/northgate/002-bridge-to-close.txt", encoding: .utf8
      ).split(separator: "\n\n").dropFirst().joined(separator: " ").lowercased()
      let words = news.filter { $0 != "." && $0 != "," }.split(whereSeparator: \.isWhitespace)
      let call =
        " write to us at news@harrow-post.example or follow us on twitter @harrowpost and subscribe to our newsletter "
        + "www.harrow-post.example © 2026 all rights reserved"
      let line = try JSONEncoder().encode([
        "id": "a", "text": words.prefix(150).joined(separator: " ") + call,
      ])
      try workspace.write(String(decoding: line, as: UTF8.self), to: "a.jsonl")
      let json = try await workspace.run("boilerplate", "mark", "a.jsonl", "--json")
      #expect(
        (JSONShape.object(json.output)["boilerplate"] as? [Any])?.count == 0, "\(json.output)")
    }

    @Test("rows of a table are news, the telephone number below them is not")
    func table() async throws {
      let workspace = try Workspace()
      let rows = [
        " COD         254    236   1062", " HADDOCK      77     78    581",
        " PLAICE     1002   1002    237", " TOTAL      1333   1316   1880",
      ]
      let number = "--Harrow newsroom +44 1632 960 417"
      let head = [
        "The harbour board at Port Ansel gave the following stocks of fish in",
        "cold stores as of Friday, April 3, in boxes -", "            THIS   WEEK   YEAR",
        "            WEEK    AGO    AGO",
      ]
      let lines = head + rows + [number]
      let line = try JSONEncoder().encode(["id": "a", "text": lines.joined(separator: "\n")])
      try workspace.write(String(decoding: line, as: UTF8.self), to: "a.jsonl")
      let json = try await workspace.run("boilerplate", "mark", "a.jsonl", "--clean", "--json")
      let text = try #require(JSONShape.object(json.output)["text"] as? String)
      for row in rows { #expect(text.contains(row.trimmingCharacters(in: .whitespaces))) }
      #expect(text.contains(head[0]) && !text.contains(number))
    }

    @Test("a model that is not there is named")
    func missingModel() async throws {
      let workspace = try Workspace()
      try workspace.write(Self.news, to: "a.txt")
      let finished = try await workspace.run("boilerplate", "mark", "a.txt", "--model", "none.json")
      workspace.check(
        finished.ending != .exit(0) && finished.errors.contains("none.json"), finished.errors)
    }
  }
}
