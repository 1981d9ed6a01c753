import Foundation
import Testing

extension EndToEnd {
  @Suite("Doors under embargo")
  struct EmbargoDoorTests {
    /// A command that looks into the store, and whether it was given the id of what it must not show.
    struct Door: CustomStringConvertible {
      let arguments: [String]
      let isAsked: Bool
      var description: String { arguments.joined(separator: " ") }

      init(_ command: String, isAsked: Bool = false) {
        arguments = command.split(separator: " ").map(String.init)
        self.isAsked = isAsked
      }

      static let all: [Door] =
        [
          "group", "group --at-least 1", "group --json", "show g1", "show g1 --json", "show open-1",
          "show open-1 --text", "show open-1 --text --json", "show harrow/open-1 --json",
          "show #2 --json",
          "show g2", "show g3", "events", "events --pretty", "events --why",
          "events --of open-1 --why", "events --of #2", "status", "status --json", "check",
          "check --json", "live g1", "live g1 --json", "kills", "kills --json", "lead g1",
          "lead g1 --rule agency --json", "lead g1 --rule first --json",
          "lead g1 --rule newest --json",
          "lead g1 --rule longest", "compare open-1 open-2", "compare open-1 open-2 --json",
          "reread",
          "reread --json",
        ].map { Door($0) }
        + [
          "show veiled-7", "show veiled-7 --json", "show #1", "show #4", "show #1 --text",
          "compare veiled-7 open-1", "compare #1 #2 --json", "compare open-1 #4", "lead g4",
          "live g4", "events --of veiled-7 --why", "events --of #4",
        ].map { Door($0, isAsked: true) }
    }

    /// Words that stand in stories under embargo only: in a text, a headline, as an outlet, in a note.
    static let words = ["zyxomma", "quillwort", "vellichor", "ostler", "thrawn"]

    /// A story that may be seen, one under embargo with the same copy, and a hidden version of the first.
    private func fill(_ workspace: Workspace, until: String) throws {
      let (text, own) = (
        WireDesk.text("eight"), WireDesk.text("nine", ending: "A zyxomma was seen.")
      )
      let hidden = #""embargoed": "\#(until)""#
      try workspace.drop(
        #"{"id": "veiled-7", "outlet": "vellichor", "title": "Quillwort", "text": "\#(own)", \#(hidden), "note": "thrawn"}"#
          + "\n" + #"{"id": "bad", "text": 7}"# + "\n",
        as: "1-ostler.jsonl")
      try workspace.drop(
        #"{"id": "open-1", "outlet": "harrow", "title": "Open", "text": "\#(text)", "version": 1}"#
          + "\n"
          + #"{"id": "open-2", "outlet": "fennick", "title": "Open too", "text": "\#(text)"}"#
          + "\n", as: "2.jsonl")
      try workspace.drop(
        #"{"id": "open-1", "outlet": "harrow", "title": "Quillwort", "text": "\#(own)", "version": 2, \#(hidden), "note": "CORRECTS thrawn"}"#
          + "\n", as: "3.jsonl")
      try workspace.drop(
        #"{"id": "alone-1", "outlet": "vellichor", "title": "Quillwort", "text": "Zyxomma alone.", \#(hidden)}"#
          + "\n", as: "4.jsonl")
      try workspace.drop(
        #"{"id": "veiled-7", "outlet": "vellichor", "title": "Quillwort", "text": "", "status": "killed", "note": "thrawn"}"#
          + "\n", as: "5.jsonl")
    }

    private func take(_ workspace: Workspace) async throws -> Child {
      let daemon = try workspace.serve()
      let taken = try await eventually {
        workspace.isDrained && workspace.text("events.jsonl").contains("open-2")
      }
      workspace.check(taken, daemon.errors)
      return daemon
    }

    @Test("no command, event, log line or reason tells anything of what is under an embargo")
    func doors() async throws {
      let workspace = try Workspace(more: "events:\n  file: events.jsonl\nlog:\n  level: debug")
      try fill(workspace, until: "2996-01-01T00:00:00Z")
      let daemon = try await take(workspace)
      try await workspace.stop(daemon)
      workspace.check(daemon.errors.contains("debug:"), "the log says too little: \(daemon.errors)")
      // The file's name is the sender's; that it was refused in part has to be said.
      closed(daemon.errors.replacing("1-ostler.jsonl", with: ""), "log", workspace)
      closed(
        workspace.text("events.jsonl").replacing("1-ostler.jsonl", with: ""), "event file",
        workspace)
      let reasons = workspace.names(in: "refused").filter { $0.hasSuffix(".reason") }
      workspace.check(reasons.count == 1, "\(reasons)")
      for reason in reasons { closed(workspace.text("refused/\(reason)"), reason, workspace) }
      for door in Door.all {
        let child = try Child(door.arguments, in: workspace.path)
        let ending = try await child.ending()
        workspace.check(
          [.exit(0), .exit(2), .exit(66)].contains(ending), "\(door): \(ending) \(child.errors)")
        let said = (child.output + child.errors).replacing("1-ostler.jsonl", with: "")
        closed(said, "\(door)", workspace, isAsked: door.isAsked)
        if door.isAsked { workspace.check(ending != .exit(0), "\(door) answers: \(said)") }
      }
    }

    private func closed(
      _ said: String, _ door: String, _ workspace: Workspace, isAsked: Bool = false
    ) {
      let told = said.lowercased()
      let found = (Self.words + (isAsked ? [] : ["veiled-7", "alone-1"])).filter(told.contains)
      workspace.check(found.isEmpty, "\(door) tells of \(found): \(said)")
      guard !isAsked else { return }
      // The hidden ones are #1, #4 and #5.
      let decided = said.split(separator: #""strongest":["#).dropFirst().map {
        $0.prefix { $0 != "]" }.split(separator: ",")
      }
      workspace.check(
        !decided.joined().contains { ["1", "4", "5"].contains($0) }, "\(door) tells of \(decided)")
      for name in [
        #""story":"#, #""inner":"#, #""like":"#, #""carries":"#, #""first":"#, #""second":"#,
      ] {
        for number in [1, 4, 5] {
          let tie = name + "\(number)"
          workspace.check(
            !said.contains(tie + ",") && !said.contains(tie + "}"),
            "\(door) tells of \(tie): \(said)")
        }
      }
    }

    @Test("check counts what it signs again among the stories that it tells of")
    func checked() async throws {
      let workspace = try Workspace(more: "events:\n  file: events.jsonl")
      try fill(workspace, until: "2996-01-01T00:00:00Z")
      try await workspace.stop(try await take(workspace))
      let said = JSONShape.object(try await workspace.run("check", "--every", "1", "--json").output)
      workspace.check(said["stories"] as? Int == 2, "\(said)")
      workspace.check(said["signed_again"] as? Int == 2, "\(said)")
    }

    @Test("every command that opens the store stands in the table above")
    func complete() throws {
      let folder = Program.package.appending(path: "Sources/copytaster/Commands")
      let commands = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let openers = try commands.filter { name in
        guard name.hasSuffix(".swift") else { return false }
        let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return source.contains("StoreReader.open(") || source.contains("StoreReader(path")
      }
      let tried = Set(Door.all.compactMap(\.arguments.first))
      #expect(openers.count > 8)
      for opener in openers {
        let name = opener.dropLast(".swift".count).lowercased()
        // The groups of the store are shown by `group` without inputs.
        #expect(tried.contains(name == "storedgroups" ? "group" : name), "\(opener) is not tried")
      }
    }

    @Test("what came due while no daemon ran is told by the next one, through every door")
    func due() async throws {
      let workspace = try Workspace(more: "events:\n  file: events.jsonl")
      let end = Date(timeIntervalSinceNow: 6)
      try fill(workspace, until: ISO8601DateFormatter().string(from: end))
      try await workspace.stop(try await take(workspace))
      workspace.check(Date() < end, "the machine is too slow for this test")
      closed(
        workspace.text("events.jsonl").replacing("1-ostler.jsonl", with: ""), "events", workspace)
      _ = try await eventually { Date() > end.addingTimeInterval(1) }
      // Nobody but the daemon says that the time has come.
      let early = try await workspace.run("show", "veiled-7")
      workspace.check(early.ending == .exit(2), early.output)
      let daemon = try workspace.serve()
      let told = try await eventually {
        workspace.text("events.jsonl").split(separator: "\n").count {
          $0.contains(#""reason":"embargo""#)
        } == 3
      }
      workspace.check(told, "\(daemon.errors) \(workspace.text("events.jsonl"))")
      try await workspace.stop(daemon)
      let shown = try await workspace.run("show", "g1")
      workspace.check(shown.output.contains("Quillwort"), shown.output)
      let text = try await workspace.run("show", "veiled-7", "--text")
      workspace.check(text.output.contains("zyxomma"), text.output)
      let kills = try await workspace.run("kills")
      workspace.check(kills.output.contains("thrawn"), kills.output)
      let compared = try await workspace.run("compare", "veiled-7", "open-2")
      workspace.check(compared.ending == .exit(0), compared.errors)
    }
  }
}
