import Foundation
import Testing

extension EndToEnd {
  @Suite("What show says of stories and groups")
  struct ShowTests {
    private struct Shown: Decodable {
      struct Story: Decodable {
        let id: String
        let version: Int
        let state: String?
        let since: String?
      }
      struct First: Decodable {
        let by: String
        let stories: [Int]
      }
      let id: String?
      let state: String?
      let stories: [Story]?
      let first: First?
    }
    private static let text = VoteTests.agency.joined(separator: " ")

    private static func line(
      _ id: String, _ outlet: String, at: String? = nil, _ more: String = "", text: String = text
    ) -> String {
      let published = at.map { #""published": "2026-03-02T\#($0)Z", "# } ?? ""
      return #"{"id": "\#(id)", "outlet": "\#(outlet)", \#(published)\#(more) "text": "\#(text)"}"#
    }

    private static func stored(_ deliveries: [String]...) async throws -> Workspace {
      let workspace = try Workspace()
      for (number, lines) in deliveries.enumerated() {
        try workspace.drop(lines.joined(separator: "\n") + "\n", as: "\(number).jsonl")
        try await workspace.drain()
      }
      return workspace
    }

    /// Two takes of an agency's story and a paper's copy; both takes are killed.
    private static func killed() async throws -> Workspace {
      try await stored(
        [
          line("a1", "npa", at: "06:00:00", #""version": 1,"#),
          line("a1", "npa", at: "06:30:00", #""version": 2,"#, text: text + " More follows."),
          line("p1", "post", at: "07:00:00"),
        ],
        [
          line("a1", "npa", #""version": 3, "status": "killed", "note": "wrong board","#, text: "")
        ])
    }

    @Test("a killed story is told as killed, wherever it is listed")
    func state() async throws {
      let workspace = try await Self.killed()
      let group = try #require(try await workspace.rows(Shown.self, "show", "g1", "--json").first)
      for story in try #require(group.stories) {
        #expect((story.state == "killed") == (story.id == "a1"))
        #expect((story.since != nil) == (story.id == "a1"))
      }
      let story = try await workspace.rows(Shown.self, "show", "a1", "--json").first
      #expect(story?.state == "killed")
      let rows = try await workspace.rows(Shown.self, "group", "--json")
      #expect(rows.count == 3 && rows.allSatisfy { ($0.state == "killed") == ($0.id == "a1") })
      for command in [["show", "g1"], ["group"]] {
        let lines = try await workspace.run(command).lines
        let told = lines.filter { $0.contains("killed since 20") }
        #expect(told.count == 2 && told.allSatisfy { $0.contains("npa") }, "\(lines)")
      }
      let shown = try await workspace.run("show", "a1").output
      #expect(shown.contains("killed since 20") && shown.contains("wrong board"), "\(shown)")
    }

    @Test("a group that is not there is answered like everywhere: in which store, and what to do")
    func noGroup() async throws {
      let workspace = try await Self.killed()
      let (shown, live) = (
        try await workspace.run("show", "g999"), try await workspace.run("live", "g999")
      )
      workspace.check(shown.ending == .exit(2), "\(shown)")
      workspace.check(shown.errors == live.errors, "\(shown.errors) and \(live.errors)")
    }

    @Test("takes of one story are told apart by their numbers")
    func takes() async throws {
      let workspace = try await Self.killed()
      let group = try await workspace.run("show", "g1").output
      #expect(group.contains("a1 (#2): verbatim of a1 (#1): "), "\(group)")
      let paper = try await workspace.run("show", "p1").output
      #expect(paper.contains(" of a1 (#1): ") && paper.contains(" of a1 (#2): "), "\(paper)")
    }

    @Test(
      "a take is held against the one before it, whichever of its earlier takes it is most like")
    func lastTake() async throws {
      let (first, second) = (
        Self.text, Self.text.replacing("48 million", with: "52 million")
      )
      let workspace = try await Self.stored([
        Self.line("a1", "npa", at: "06:00:00", #""version": 1,"#, text: first),
        Self.line("a1", "npa", at: "06:30:00", #""version": 2,"#, text: second),
        Self.line("a1", "npa", at: "07:00:00", #""version": 3,"#, text: first + " More follows."),
      ])
      let shown = try await workspace.run("show", "g1").output
      #expect(shown.contains("a1 (#3): version of a1 (#2): "), "\(shown)")
      #expect(shown.contains("changed: 52 → 48"), "\(shown)")
    }

    @Test("the lead is told as one of the group's stories")
    func lead() async throws {
      let workspace = try await Self.killed()
      let told = try await workspace.run("lead", "g1").output
      #expect(told.contains("p1") && told.contains("1 of 3 stories"), "\(told)")
    }

    @Test("first is who published strictly before all others")
    func first() async throws {
      let workspace = try await Self.stored([
        Self.line("b", "late", at: "08:00:30"), Self.line("a", "early", at: "08:00:10"),
      ])
      #expect(try await workspace.run("show", "g1").output.contains("first run by early"))
      let first = try await workspace.rows(Shown.self, "show", "g1", "--json").first?.first
      #expect(first?.by == "published" && first?.stories == [2])
    }

    @Test("several that share the earliest time are all named")
    func together() async throws {
      let workspace = try await Self.stored([
        Self.line("a", "one", at: "08:00:00"), Self.line("b", "two", at: "08:00:00"),
        Self.line("c", "three", at: "09:00:00"),
      ])
      let told = try await workspace.run("show", "g1").output
      #expect(told.contains("first run by one and two, in the same minute"), "\(told)")
      let first = try await workspace.rows(Shown.self, "show", "g1", "--json").first?.first
      #expect(first?.stories == [1, 2])
    }

    @Test("where dates are missing it is told from whom a story came first")
    func undated() async throws {
      let workspace = try await Self.stored(
        [Self.line("a", "one")], [Self.line("b", "two", at: "08:00:00")])
      let told = try await workspace.run("show", "g1").output
      #expect(told.contains("not all are dated, first seen from one"), "\(told)")
      #expect(!told.contains("first run"))
      let first = try await workspace.rows(Shown.self, "show", "g1", "--json").first?.first
      #expect(first?.by == "received" && first?.stories == [1])
    }

    @Test("an expanded story is told to join by its own share, which is the smaller")
    func share() async throws {
      let own = VoteTests.own.joined(separator: " ")
      let workspace = try await Self.stored(
        [Self.line("short", "one", text: VoteTests.agency[..<4].joined(separator: " "))],
        [Self.line("long", "two", text: Self.text + " " + own)])
      let joined = try await workspace.run("events").lines.map(JSONShape.object).first {
        $0["kind"] as? String == "group.joined"
      }
      let event = try #require(joined)
      let mine = try #require(event["containment_story"] as? Double)
      let other = try #require(event["containment_like"] as? Double)
      #expect(mine < 0.8 && other > 0.9 && event["containment"] as? Double == other)
      let told = try await workspace.run("events", "--pretty").output
      let percent = Int((mine * 100).rounded())
      #expect(told.contains("expanded of short, shares \(percent) %"), "\(told)")
    }
  }
}
