import Foundation
import Testing

extension EndToEnd {
  @Suite("The archive")
  struct ArchiveTests {
    @Test(
      "reread says what today's readers make of the originals, and puts back what is read better")
    func reread() async throws {
      let workspace = try Workspace()
      try workspace.drop("id: a\n\nThe first story.", as: "harrow/a.txt")
      try workspace.drop(
        Array("caf".utf8) + [0xE9, 0x20] + Array("and more".utf8), as: "harrow/b.txt")
      try await workspace.drain()
      let none = try await workspace.run("reread")
      workspace.check(none.output.contains("2 files looked at, 0 would"), none.output)
      // A better reader: one that knows the charset.
      try workspace.configure(Workspace.configuration("wire:\n  fallback_charset: windows-1252"))
      let some = try await workspace.rows(RereadRow.self, "reread", "--apply", "--json")
      workspace.check(some.map(\.new) == [1], "reread: \(some)")
      try await workspace.drain()
      let rows = try await workspace.rows(StoredRow.self, "group", "--json")
      workspace.check(rows.count == 2, "stored: \(rows)")
      workspace.check(workspace.names(in: "refused").isEmpty, "\(workspace.names(in: "refused"))")
      let again = try await workspace.run("reread")
      workspace.check(again.output.contains(" 0 would"), again.output)
    }

    @Test("reread looks at regular files alone, and at stories that are called like reasons")
    func oddFiles() async throws {
      let workspace = try Workspace(more: "limits:\n  text_bytes: 1024")
      let long = "id: a\n\n" + String(repeating: "A long story. ", count: 100)
      try workspace.drop(long, as: "harrow/news.reason")
      let outside = try workspace.write("Nobody's story.", to: "outside.txt")
      try FileManager.default.createSymbolicLink(
        atPath: "\(workspace.path)/inbox/harrow/link.txt", withDestinationPath: outside)
      try await workspace.drain()
      let refused = ["link.txt", "link.txt.reason", "news.reason", "news.reason.reason"]
      workspace.check(
        workspace.names(in: "refused") == refused.map { "harrow/\($0)" },
        "\(workspace.names(in: "refused"))")
      try workspace.configure(Workspace.configuration())
      let rows = try await workspace.rows(RereadRow.self, "reread", "--apply", "--json")
      workspace.check(rows.map(\.file) == ["refused/harrow/news.reason"], "\(rows)")
      workspace.check(
        workspace.names(in: "refused") == ["harrow/link.txt", "harrow/link.txt.reason"],
        "\(workspace.names(in: "refused"))")
    }

    @Test("a file in a folder of the archive's own keeps its outlet when it is read again")
    func secondPlace() async throws {
      let workspace = try Workspace()
      try FileManager.default.createDirectory(
        atPath: "\(workspace.path)/refused", withIntermediateDirectories: true)
      _ = try workspace.write("", to: "refused/harrow")
      let bytes = Array("caf".utf8) + [0xE9, 0x20] + Array("and more".utf8)
      try workspace.drop(bytes, as: "harrow/b.txt")
      try await workspace.drain()
      workspace.check(
        workspace.names(in: "refused").contains("~2/harrow/b.txt"),
        "\(workspace.names(in: "refused"))")
      try workspace.configure(Workspace.configuration("wire:\n  fallback_charset: windows-1252"))
      let some = try await workspace.rows(RereadRow.self, "reread", "--apply", "--json")
      workspace.check(some.map(\.new) == [1], "reread: \(some)")
      try await workspace.drain()
      let rows = try await workspace.rows(StoredRow.self, "group", "--json")
      workspace.check(rows.map(\.outlet) == ["harrow"], "stored: \(rows)")
    }

    private struct RereadRow: Decodable {
      let file: String
      let new: Int
    }

    @Test("the lead is the highest version, whenever it came, by the rule that is asked for")
    func lead() async throws {
      let workspace = try Workspace(more: "wire:\n  lead: newest")
      for version in [1, 3, 2] {
        let text = WireDesk.text("eight", ending: "Version \(version) of it.")
        try workspace.drop(
          WireDesk.newsMLG2(version: version, text: text), as: "NPA/v\(version).xml")
        try await workspace.drain()
      }
      try workspace.drop(
        WireDesk.line("meridian", version: 1, text: WireDesk.text("eight")), as: "m.jsonl")
      try await workspace.drain()
      for (arguments, version) in [
        (["lead", "g1", "--rule", "agency"], 3), (["lead", "g1", "--rule", "first"], 3),
      ] {
        let child = try Child(arguments + ["--json"], in: workspace.path)
        _ = try await child.ending()
        let shown = JSONShape.object(child.output)
        workspace.check(
          shown["version"] as? Int == version, "\(arguments): \(child.output) \(child.errors)")
      }
      let newest = JSONShape.object(try await workspace.run("lead", "g1", "--json").output)
      workspace.check(newest["outlet"] as? String == "meridian", "newest: \(newest)")
      let wrong = try await workspace.run("lead", "g9")
      workspace.check(wrong.ending == .exit(2), "\(wrong)")
    }
  }
}
