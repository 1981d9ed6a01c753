import Foundation
import Testing

extension EndToEnd {
  @Suite("Who ran it first, and which story is meant")
  struct FirstRunTests {
    private static let text = VoteTests.agency.joined(separator: " ")

    private static func line(
      _ id: String, _ outlet: String, at date: String? = nil, _ more: String = ""
    ) -> String {
      let published = date.map { #""published": "\#($0)", "# } ?? ""
      return
        #"{"id": "\#(id)", "outlet": "\#(outlet)", \#(published)\#(more)"text": "\#(text)"}"#
    }

    private static func stored(_ lines: String...) async throws -> Workspace {
      let workspace = try Workspace()
      for (number, line) in lines.enumerated() {
        try workspace.drop(line + "\n", as: "\(number).jsonl")
        try await workspace.drain()
      }
      return workspace
    }

    @Test("a date without a time is not the first of its day")
    func dateAlone() async throws {
      let workspace = try await Self.stored(
        Self.line("a", "post", at: "2026-11-02"),
        Self.line("b", "wire", at: "2026-11-02T06:00:00Z"),
        Self.line("c", "late", at: "2026-11-03T06:00:00Z"))
      let told = try await workspace.run("show", "g1").output
      #expect(
        told.contains("first run on 2026-11-02 by post or wire, not all say at what time"),
        "\(told)")
      let compared = try await workspace.run("compare", "a", "b").output
      #expect(!compared.contains("apart"), "\(compared)")
      let timed = try await workspace.run("compare", "b", "c").output
      #expect(timed.contains("24 h 0 min apart"), "\(timed)")
    }

    @Test("a date without a time is first where nothing else is of that day")
    func alone() async throws {
      let workspace = try await Self.stored(
        Self.line("a", "post", at: "2026-11-02"),
        Self.line("b", "wire", at: "2026-11-03T06:00:00Z"))
      let told = try await workspace.run("show", "g1").output
      #expect(told.contains("first run by post;"), "\(told)")
    }

    @Test("a minute is counted from the first")
    func minute() async throws {
      let workspace = try await Self.stored(
        Self.line("a", "one", at: "2026-11-02T08:00:50Z"),
        Self.line("b", "two", at: "2026-11-02T08:00:50Z"),
        Self.line("c", "three", at: "2026-11-02T08:01:20Z"),
        Self.line("d", "four", at: "2026-11-02T08:01:50Z"))
      let told = try await workspace.run("show", "g1").output
      #expect(told.contains("first run by one, two and three, in the same minute"), "\(told)")
    }

    @Test("where no story has a date that is said")
    func undated() async throws {
      let workspace = try await Self.stored(Self.line("a", "one"), Self.line("b", "two"))
      let told = try await workspace.run("show", "g1").output
      #expect(told.contains("none is dated, first seen from one"), "\(told)")
    }

    @Test("an id that stories of several outlets have is refused with their numbers")
    func ambiguous() async throws {
      let workspace = try await Self.stored(
        Self.line("dup", "one", #""version": 1, "#), Self.line("dup", "two"),
        Self.line("dup", "one", #""version": 2, "#), Self.line("own", "one", #""version": 1, "#),
        Self.line("own", "one", #""version": 2, "#))
      for arguments in [["show", "dup"], ["compare", "dup", "own"], ["compare", "#1", "dup"]] {
        let refused = try await workspace.run(arguments)
        #expect(refused.ending == .exit(66), "\(refused)")
        for name in ["#1 (one)", "#2 (two)", "#3 (one)"] {
          #expect(refused.errors.contains(name), "\(refused.errors)")
        }
      }
      let own = try await workspace.run("show", "own").output
      #expect(own.contains("#5 own, version 2"), "\(own)")
      let other = try await workspace.run("show", "two/dup").output
      #expect(other.contains("#2 dup"), "\(other)")
      let group = try await workspace.run("show", "g1").lines
      for number in 1...5 {
        #expect(group.contains { $0.contains("#\(number) ") && $0.contains("no date") }, "\(group)")
      }
    }

    @Test("a number that no story has is an answer, for both who may ask")
    func missing() async throws {
      let workspace = try await Self.stored(Self.line("a", "one"))
      for arguments in [["show", "#999"], ["compare", "#1", "#999"]] {
        let answer = try await workspace.run(arguments)
        #expect(answer.ending == .exit(2), "\(answer)")
        #expect(answer.errors.contains("there is no story '#999' in "), "\(answer.errors)")
      }
    }
  }
}
