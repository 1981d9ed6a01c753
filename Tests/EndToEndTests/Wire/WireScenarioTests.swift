import Foundation
import Testing

extension EndToEnd {
  @Suite("Kills and corrections")
  struct WireScenarioTests {
    @Test(
      "a story runs in five outlets in three formats, is corrected, then killed; two keep the old text"
    )
    func scenario() async throws {
      let workspace = try Workspace(more: "events:\n  file: events.jsonl")
      var daemon = try workspace.serve()
      try publish(workspace)
      try await settle(workspace, daemon, events: 6, kind: "story.accepted")
      let group = try await onlyGroup(workspace)

      try correct(workspace)
      try await settle(workspace, daemon, events: 10, kind: "story.accepted")
      let stale = try await live(workspace, group)
      workspace.check(
        Set(stale.map(\.outlet)) == ["fennick", "calder"], "after the correction live: \(stale)")
      workspace.check(stale.allSatisfy { $0.state == "corrected" }, "states: \(stale)")
      workspace.check(
        stale.allSatisfy { $0.differences == [#""eight" instead of "nine""#] }, "differ: \(stale)")

      let wrong = try await workspace.rows(OrderEvent.self, "events")
        .last { $0.kind == "story.corrected" }?.stories
      workspace.check(
        stale.allSatisfy { $0.certain && [$0.carries] == wrong }, "\(wrong ?? []): \(stale)")

      try await workspace.stop(daemon)
      workspace.check(try await live(workspace, group) == stale, "a stop changes the list")
      daemon = try workspace.serve()
      try kill(workspace)
      try await settle(workspace, daemon, events: 4, kind: "story.killed")
      let killed = try await live(workspace, group)
      workspace.check(
        Set(killed.map(\.outlet)) == ["fennick", "calder"], "after the kill live: \(killed)")
      workspace.check(killed.allSatisfy { $0.state == "killed" }, "states: \(killed)")

      try await workspace.stop(daemon)
      daemon = try workspace.serve()
      _ = try await eventually { daemon.errors.contains("started:") }
      workspace.check(try await live(workspace, group) == killed, "a restart changes the list")
      try await workspace.stop(daemon)
      try await checkEvents(workspace)
      try await checkKills(workspace)
    }

    /// The agency's story in NewsML-G2, and five outlets in ninjs, NITF and JSON Lines.
    private func publish(_ workspace: Workspace) throws {
      let text = WireDesk.text("eight")
      try workspace.drop(WireDesk.newsMLG2(version: 1, text: text), as: "npa/1.xml")
      for outlet in ["harrow", "fennick"] {
        let own = WireDesk.text("eight", ending: "More on this in the \(outlet) paper of tomorrow.")
        try workspace.drop(WireDesk.ninjs(outlet, version: 1, text: own), as: "\(outlet)/1.json")
      }
      for outlet in ["saltmere", "calder"] {
        try workspace.drop(WireDesk.nitf(outlet, version: 1, text: text), as: "\(outlet)/1.xml")
      }
      try workspace.drop(WireDesk.line("meridian", version: 1, text: text), as: "meridian/1.jsonl")
    }

    /// The agency corrects; three outlets follow.
    private func correct(_ workspace: Workspace) throws {
      let text = WireDesk.text("nine")
      try workspace.drop(
        WireDesk.newsMLG2(
          version: 2, note: "CORRECTS the number of weeks",
          signal: #"<signal qcode="sig:correction"/>"#,
          text: text), as: "npa/2.xml")
      try workspace.drop(WireDesk.ninjs("harrow", version: 2, text: text), as: "harrow/2.json")
      try workspace.drop(WireDesk.nitf("saltmere", version: 2, text: text), as: "saltmere/2.xml")
      try workspace.drop(WireDesk.line("meridian", version: 2, text: text), as: "meridian/2.jsonl")
    }

    /// The agency kills; the same three outlets take their copy down.
    private func kill(_ workspace: Workspace) throws {
      try workspace.drop(
        WireDesk.newsMLG2(version: 3, status: "canceled", note: "The board denies it.", text: ""),
        as: "npa/3.xml")
      try workspace.drop(
        WireDesk.ninjs("harrow", version: 3, status: "canceled", text: ""), as: "harrow/3.json")
      try workspace.drop(
        WireDesk.nitf("saltmere", version: 3, status: "canceled", text: ""), as: "saltmere/3.xml")
      try workspace.drop(
        WireDesk.line("meridian", version: 3, status: "killed", text: ""), as: "meridian/3.jsonl")
    }

    private func settle(
      _ workspace: Workspace, _ daemon: Child, events count: Int, kind: String
    ) async throws {
      let needle = "\"kind\":\"\(kind)\""
      let came = try await eventually {
        workspace.isDrained
          && workspace.text("events.jsonl").split(separator: "\n").count { $0.contains(needle) }
            >= count
      }
      workspace.check(
        came, "\(count) of \(kind) did not come: \(workspace.text("events.jsonl")) \(daemon.errors)"
      )
    }

    private func onlyGroup(_ workspace: Workspace) async throws -> String {
      let rows = try await workspace.rows(StoredRow.self, "group", "--json")
      workspace.check(Set(rows.map(\.group)).count == 1 && rows.count == 6, "groups: \(rows)")
      return "g\(rows.first?.group.text ?? "")"
    }

    private func live(_ workspace: Workspace, _ group: String) async throws -> [LiveRow] {
      try await workspace.rows(LiveRow.self, "live", group, "--json")
    }

    private func checkEvents(_ workspace: Workspace) async throws {
      let events = try await workspace.rows(OrderEvent.self, "events")
      let corrected = events.filter { $0.kind == "story.corrected" }
      // Outlets that follow tell nobody that they correct; only the agency does.
      workspace.check(corrected.count == 1, "corrected: \(corrected)")
      workspace.check(corrected.first?.outlet == "npa", "corrected: \(corrected)")
      workspace.check(corrected.first?.note == "CORRECTS the number of weeks", "\(corrected)")
      let killed = events.filter { $0.kind == "story.killed" }
      let byAgency = killed.first { $0.outlet == "npa" }
      workspace.check(killed.count == 4, "killed: \(killed)")
      workspace.check(byAgency?.stories?.count == 2, "killed by the agency: \(killed)")
      workspace.check(byAgency?.note == "The board denies it.", "killed by the agency: \(killed)")
      let file = workspace.text("events.jsonl").split(separator: "\n").count
      workspace.check(file == events.count, "the file has \(file) of \(events.count) events")
    }

    private func checkKills(_ workspace: Workspace) async throws {
      let finished = try await workspace.run("kills")
      workspace.check(finished.ending == .exit(0), finished.errors)
      workspace.check(finished.output.contains("The board denies it."), finished.output)
      workspace.check(finished.output.contains("still live: fennick"), finished.output)
      workspace.check(!finished.output.contains("still live: harrow"), finished.output)
    }

    @Test(
      "the daemon tells of an embargoed story when its time comes, by the clock and across a restart"
    )
    func embargo() async throws {
      let workspace = try Workspace(more: "events:\n  file: events.jsonl")
      var daemon = try workspace.serve()
      let until = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 5))
      let text = WireDesk.text("eight")
      try workspace.drop(
        #"{"id": "s", "outlet": "npa", "title": "Secret line", "embargoed": "\#(until)", "text": "\#(text)"}"#,
        as: "s.jsonl")
      try workspace.drop(WireDesk.line("meridian", version: 1, text: text), as: "m.jsonl")
      let taken = try await eventually {
        workspace.isDrained && workspace.text("events.jsonl").contains("story.accepted")
      }
      workspace.check(taken, daemon.errors)
      for command in [
        ["group", "--json"], ["show", "g1"], ["show", "#1"], ["events"], ["kills"],
      ] {
        let child = try Child(command, in: workspace.path)
        _ = try await child.ending()
        workspace.check(
          !child.output.contains("Secret") && !child.output.contains("npa"),
          "\(command): \(child.output)")
      }
      workspace.check(!daemon.errors.contains("Secret"), daemon.errors)
      try await workspace.stop(daemon)
      daemon = try workspace.serve()
      let told = try await eventually(within: .seconds(20)) {
        workspace.text("events.jsonl").contains("story.released")
      }
      let late = Date().timeIntervalSince(ISO8601DateFormatter().date(from: until) ?? Date())
      workspace.check(told && late >= 0, "told \(told), \(late) s after its time: \(daemon.errors)")
      Tier.report("an embargo ended \(late) s after its time")
      workspace.check(
        workspace.text("events.jsonl").contains("Secret line"), "the headline is not told")
      try await workspace.stop(daemon)
    }
  }
}
