import Foundation
import Testing

extension EndToEnd {
  @Suite("Reasons in events")
  struct EventReasonTests {
    private struct Event: Decodable {
      struct Decision: Decodable {
        let mean: Double
        let strongest: [Int]?
        let because: [String]?
        let rule: String
      }
      let kind: String
      let story: Int?
      let from: [Int]?
      let decision: Decision?
    }

    /// The two halves of a story, then the whole, then the whole with a paragraph of somebody's own.
    private func filled() async throws -> Workspace {
      let workspace = try Workspace()
      let (all, own) = (VoteTests.agency, VoteTests.own)
      let texts = [
        ("front", Array(all[..<3])), ("back", Array(all[3...])), ("whole", all),
        ("report", all + [own[0]]),
      ]
      let lines = texts.map { name, sentences in
        #"{"id": "\#(name)", "outlet": "paper of \#(name)", "text": "\#(sentences.joined(separator: #"\n\n"#))"}"#
      }
      try workspace.drop(lines.joined(separator: "\n") + "\n", as: "halves.jsonl")
      try await workspace.drain()
      return workspace
    }

    @Test("every join and merge says what decided it, and goes on saying so under another model")
    func reasons() async throws {
      let workspace = try await filled()
      let events = try await workspace.rows(Event.self, "events")
      let changes = events.filter { ["group.joined", "group.merged"].contains($0.kind) }
      #expect(changes.map(\.kind) == ["group.joined", "group.merged", "group.joined"])
      for change in changes {
        let decision = try #require(change.decision)
        #expect(decision.mean >= 0.5 && decision.strongest?.count == 2)
        #expect(decision.rule.wholeMatch(of: /.+\.[0-9a-f]{8}/) != nil)
      }
      #expect(changes.contains { $0.decision?.because?.isEmpty == false })
      let told = try await workspace.run("events", "--why").output
      #expect(told.contains("pull to the rest of the group"))
      // What `show` works out anew can't be told by trees that did not decide; what was put down can.
      #expect(try await workspace.run("show", "report").output.contains("their component"))
      let models = try otherModels(beside: workspace)
      let shown = try await output(of: ["show", "report"], workspace, models)
      #expect(!shown.isEmpty && !shown.contains("their component"))
      #expect(try await output(of: ["events", "--why"], workspace, models) == told)
    }

    @Test("whoever asks for a group that was merged is told where it went, by every command")
    func merged() async throws {
      let workspace = try await filled()
      let merge = try await workspace.rows(Event.self, "events").first { $0.kind == "group.merged" }
      let gone = try #require(merge?.from?.first)
      let told = try await workspace.run("show", "g\(gone)")
      #expect(told.errors.contains("g\(gone) was merged into g"), "\(told)")
      for command in ["lead", "live"] {
        let answer = try await workspace.run(command, "g\(gone)")
        #expect(answer.ending == .exit(2) && answer.errors == told.errors, "\(answer)")
      }
    }

    /// The models of the package, but one leaf of the relation model answers otherwise.
    private func otherModels(beside workspace: Workspace) throws -> String {
      let folder = "\(workspace.path)/models"
      try FileManager.default.copyItem(
        atPath: Program.package.appending(path: "models").path, toPath: folder)
      let file = "\(folder)/relation.json"
      let model = try String(contentsOfFile: file, encoding: .utf8)
      let other = model.replacing(/"base":-?[0-9]+/, with: #""base":1"#, maxReplacements: 1)
      #expect(other != model)
      try other.write(toFile: file, atomically: true, encoding: .utf8)
      return folder
    }

    private func output(
      of arguments: [String], _ workspace: Workspace, _ models: String
    ) async throws -> String {
      let child = try Child(
        arguments, in: workspace.path, environment: ["COPYTASTER_MODELS": models])
      workspace.check(try await child.ending() == .exit(0), child.errors)
      return child.output
    }

    @Test("what befell one story is what names it, and what befell its group while it was there")
    func path() async throws {
      let workspace = try await filled()
      func kinds(_ story: String) async throws -> [String] {
        try await workspace.rows(Event.self, "events", "--of", story).map(\.kind)
      }
      let merged = ["story.accepted", "group.opened", "group.merged"]
      #expect(try await kinds("front") == merged)
      #expect(try await kinds("back") == merged)
      // The merge comes before the report is told to join.
      #expect(try await kinds("report") == ["story.accepted", "group.joined"])
      #expect(try await kinds("#3") == ["story.accepted", "group.joined", "group.merged"])
      let later = try await workspace.rows(Event.self, "events", "--of", "front", "--after", "3")
      #expect(later.map(\.kind) == ["group.merged"])
      let nobody = try await workspace.run("events", "--of", "nobody")
      #expect(nobody.ending == .exit(2) && nobody.errors.contains("nobody"))
    }

    @Test("an order on a story is told of all its takes and of who still carries it")
    func orders() async throws {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      let lines = [
        #"{"id": "lead", "outlet": "agency", "text": "\#(text)", "version": 1}"#,
        #"{"id": "lead", "outlet": "agency", "text": "\#(text) More follows.", "version": 2}"#,
        #"{"id": "copy", "outlet": "paper", "text": "\#(text)"}"#,
      ]
      try workspace.drop(lines.joined(separator: "\n") + "\n", as: "1.jsonl")
      try await workspace.drain()
      try workspace.drop(
        #"{"id": "lead", "outlet": "agency", "text": "", "version": 3, "status": "killed"}"# + "\n",
        as: "2.jsonl")
      try await workspace.drain()
      for story in ["#1", "#2", "lead", "copy"] {
        let kinds = try await workspace.rows(Event.self, "events", "--of", story).map(\.kind)
        #expect(kinds.count { $0 == "story.killed" } == 1, "\(story): \(kinds)")
        #expect(kinds.count { $0 == "story.accepted" } == (story == "lead" ? 2 : 1))
      }
      let told = try await workspace.run("events", "--of", "lead", "--why").output
      #expect(told.contains("the source gives lead (#2) and lead (#1) one identity"))
      let compared = try await workspace.run("compare", "#1", "#2").output
      #expect(compared.contains("the source gives both the same identity"))
    }

    @Test("an id with control characters can't write to the terminal, whatever is asked")
    func printable() async throws {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      let lines = ["one", "two"].map {
        #"{"id": "\#($0)\u001b]0;X\u0007\u202e", "outlet": "p\u001b[31m\#($0)", "text": "\#(text)"}"#
      }
      try workspace.drop(lines.joined(separator: "\n") + "\n", as: "odd.jsonl")
      try await workspace.drain()
      for command in [
        ["events", "--pretty"], ["events", "--why"], ["show", "g1"], ["show", "#1"],
        ["show", "#2"],
        ["compare", "#1", "#2"], ["group"], ["lead", "g1"], ["live", "g1"],
        ["events", "--of", "#1", "--why"],
      ] {
        let child = try Child(command, in: workspace.path)
        _ = try await child.ending()
        let said = child.output + child.errors
        let odd = said.unicodeScalars.filter {
          $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202E}"
        }
        #expect(odd.isEmpty, "\(command): \(said.debugDescription)")
      }
    }
  }
}
