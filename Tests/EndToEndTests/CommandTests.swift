import Foundation
import Testing

extension EndToEnd {
  @Suite("Commands")
  struct CommandTests {
    @Test("group --json gives a line a story, with the group's first story and its size")
    func group() async throws {
      let workspace = try Workspace()
      let finished = try await workspace.run("group", Samples.inbox, "--json")
      #expect(finished.ending == .exit(0))
      #expect(finished.lines.count == 68)
      for line in finished.lines {
        #expect(JSONShape.keys(line) == ["boilerplate", "group", "id", "outlet", "size"])
      }
      let rows = try await workspace.rows(StoredRow.self, "group", Samples.inbox, "--json")
      let sizes = Dictionary(grouping: rows, by: \.group.text)
      for row in rows { #expect(row.size == sizes[row.group.text]?.count) }
      #expect(rows.first { $0.id == "harrow-003" }?.group.text == "npa-002")
      #expect(rows.first { $0.id == "harrow-003" }?.outlet == "harrow-post")
    }

    @Test("an outlet that no story is of is told, with those that are written much like it")
    func strangeOutlet() async throws {
      let workspace = try await Samples.stored()
      let finished = try await workspace.run("boilerplate", "list", "--outlet", "ledger")
      #expect(finished.errors.contains("'ledger'; there is ansel-ledger"), "\(finished.errors)")
      #expect(finished.output.contains("no boilerplate of 'ledger'"))
      let known = try await workspace.run("boilerplate", "list", "--outlet", "ansel-ledger")
      #expect(known.errors.isEmpty && known.lines.count > 1, "\(known.errors)")
    }

    @Test(
      "where nothing was killed, held or corrected, kills says so to people and gives programs no line"
    )
    func noKills() async throws {
      let workspace = try await Samples.stored()
      let told = try await workspace.run("kills")
      #expect(told.ending == .exit(0) && told.output.contains("no story is killed"), "\(told)")
      let rows = try await workspace.run("kills", "--json")
      #expect(rows.ending == .exit(0) && rows.output.isEmpty, "\(rows)")
    }

    @Test("events go on after a sequence number and stop at a limit")
    func events() async throws {
      let workspace = try await Samples.stored()
      let all = try await workspace.rows(EventRow.self, "events")
      #expect(all.map(\.sequence) == (1...Int64(max(1, all.count))).map { $0 })
      #expect(Set(all.map(\.id)).count == all.count)
      #expect(all.count { $0.kind == "story.accepted" } == 68)
      let after = try await workspace.rows(EventRow.self, "events", "--after", "40")
      #expect(after.map(\.id) == all.dropFirst(40).map(\.id))
      let some = try await workspace.rows(EventRow.self, "events", "--after", "40", "--limit", "3")
      #expect(some.map(\.sequence) == [41, 42, 43])
      let none = try await workspace.run("events", "--after", "\(all.count)")
      #expect(none.ending == .exit(0) && none.output.isEmpty)
      let beyond = try await workspace.run("events", "--after", "\(all.count + 1)")
      #expect(beyond.ending == .exit(2) && beyond.errors.contains("the last of"), "\(beyond)")
    }

    @Test("who follows events and can't be told ends, rather than leaving some out")
    func followIntoNothing() async throws {
      let workspace = try await Samples.stored()
      let child = try Child(
        ["events", "--follow"], in: workspace.path, redirection: ">/dev/full")
      let ending = try await child.ending()
      workspace.check(
        ending == .exit(1) && child.errors.contains("can't be written"),
        "ended with \(ending): \(child.errors)")
    }

    @Test("status --json and check speak of what the store holds")
    func statusAndCheck() async throws {
      let workspace = try await Samples.stored()
      let status = JSONShape.object(try await workspace.run("status", "--json").output)
      #expect(status["running"] as? Bool == false)
      #expect(status["stories"] as? Int == 68)
      #expect(status["backlog"] as? Int == 0)
      #expect(status["unfinished"] as? Int == 0)
      #expect(status["refusals"] as? Int == 0)
      #expect((status["daemon"] as? [String: Any])?["accepted"] as? Int == 68)
      let check = try await workspace.run("check", "--json", "--every", "1")
      let findings = JSONShape.object(check.output)
      #expect(check.ending == .exit(0))
      #expect((findings["findings"] as? [String]) == [])
      #expect(findings["stories"] as? Int == 68)
      #expect(findings["signed_again"] as? Int == 68)
      let words = try await workspace.run("check")
      #expect(words.output.contains("0 findings"))
    }

    @Test("keys of JSON are small letters and underscores, in every command")
    func keys() async throws {
      let workspace = try await Samples.stored()
      for command in [
        ["status"], ["show", "g2"], ["show", "npa-002"], ["group"], ["plan"], ["lead", "g2"],
        ["read", "\(Samples.inbox)/northgate/002-bridge-to-close.txt"], ["relate", Samples.inbox],
        ["events"],
      ] {
        let finished = try await workspace.run(command + ["--json"])
        #expect(finished.ending == .exit(0) && !finished.lines.isEmpty, "\(command)")
        let keys = Set(finished.lines.flatMap { JSONShape.allKeys(JSONShape.object($0)) })
        let odd = keys.filter { $0.wholeMatch(of: /[a-z0-9_]+/) == nil }
        #expect(odd.isEmpty, "\(command): \(odd)")
      }
    }

    @Test("status says of a daemon that runs that it does")
    func statusOfRunning() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      try workspace.drop("id: only\n\nthe only story", as: "only.txt")
      workspace.check(try await eventually { workspace.isDrained }, daemon.errors)
      let status = JSONShape.object(try await workspace.run("status", "--json").output)
      #expect(status["running"] as? Bool == true)
      #expect(status["stories"] as? Int == 1)
      try await workspace.stop(daemon)
    }

    @Test("plan --json gives bands that fit the registers and a curve that rises")
    func plan() async throws {
      let workspace = try Workspace()
      let plan = JSONShape.object(
        try await workspace.run("plan", "--json", "--recall", "0.9", "--at", "0.5").output)
      let (bands, rows) = (plan["bands"] as? Int ?? 0, plan["rows"] as? Int ?? 0)
      let registers = plan["registers"] as? Int ?? 0
      #expect(bands > 0 && rows > 0 && bands * rows <= registers)
      let curve = (plan["curve"] as? [[String: Any]] ?? []).compactMap { $0["recall"] as? Double }
      #expect(curve.count == 19)
      #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(curve.count > 9 && curve[9] >= 0.9)
    }

    @Test(
      "the help of every command has an abstract and, where it can be shown, an example",
      arguments: [
        "serve", "group", "relate", "compare", "show", "status", "events", "plan", "check",
        "boilerplate", "train", "eval", "version",
      ])
    func help(_ command: String) async throws {
      let workspace = try Workspace()
      let finished = try await workspace.run(command, "--help")
      #expect(finished.ending == .exit(0))
      #expect(finished.output.hasPrefix("OVERVIEW: "))
      #expect(finished.output.contains("EXAMPLE") || command == "version")
      #expect(finished.output.contains("USAGE: copytaster \(command)"))
    }

    @Test("completion for bash can be generated, and the shell accepts it")
    func completion() async throws {
      let workspace = try Workspace()
      let finished = try await workspace.run("--generate-completion-script", "bash")
      #expect(finished.ending == .exit(0))
      #expect(finished.output.contains("complete -"))
      let script = try workspace.write(finished.output, to: "completion.bash")
      #expect(try Spawn.run("bash", "-n", script) == 0)
    }
  }
}
