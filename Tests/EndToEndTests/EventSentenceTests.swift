import Foundation
import Store
import Stories
import TestSupport
import Testing

extension EndToEnd {
  @Suite("Events as people read them")
  struct EventSentenceTests {
    /// An event: its kind, its fields, and its line's beginning and end; without a line where another event says it.
    private typealias Told = (kind: String, body: String, start: String, end: String)

    private static let told: [Told] = [
      ("story.accepted", #"{"story":1,"story_id":"npa-1","group":1}"#, "", ""),
      ("group.opened", #"{"group":1,"story":1}"#, "new    g1  ", "Mill burns"),
      (
        "group.joined",
        #"{"group":1,"story":2,"like":1,"relation":"version","containment_story":0.42}"#,
        "joins  g1  ", "version of npa-1, shares 42 %"
      ),
      ("group.merged", #"{"group":1,"from":[2,3]}"#, "merge  g1  ", "takes in g2, g3"),
      (
        "group.split", #"{"group":4,"from":[1],"stories":[1,2]}"#,
        "split  g4  ", "2 stories (npa-1, ledger-1) out of g1"
      ),
      (
        "story.refused", #"{"file":"npa/x.txt","problem":"it is empty","remedy":"send it again"}"#,
        "refuse npa/x.txt: ", "it is empty; send it again"
      ),
      (
        "story.expired", #"{"story":9,"story_id":"npa-0","outlet":"NPA","group":7}"#,
        "expire g7  ", "NPA  npa-0"
      ),
      (
        "story.killed", #"{"story":1,"group":1,"stories":[1],"live":[2]}"#,
        "killed g1  ", "still live in 1 story"
      ),
      (
        "story.killed", #"{"waits_for":["npa-8","Mill fire"]}"#,
        "killed waits ", "for its story: npa-8; Mill fire"
      ),
      ("story.held", #"{"story":1,"group":1,"stories":[1]}"#, "held g1  ", "Mill burns"),
      ("story.held", #"{"waits_for":["npa-9"]}"#, "held waits ", "for its story: npa-9"),
      (
        "story.released", #"{"story":1,"group":1,"stories":[1],"reason":"hold"}"#,
        "released g1  ", "Mill burns"
      ),
      ("story.corrected", #"{"story":2,"group":1,"stories":[1]}"#, "corrected g1  ", "Ferry sails"),
      (
        "story.carries", #"{"story":2,"group":2,"stories":[1],"state":"killed"}"#,
        "carries g2  ", "npa-1, killed"
      ),
      (
        "order.lapsed",
        #"{"state":"killed","outlet":"NPA","waits_for":["npa-9"],"reason":"age","note":"By error"}"#,
        "let go kill waits no longer", "its story has not come in 14 days: npa-9"
      ),
      (
        "order.lapsed", #"{"state":"held","waits_for":["npa-9","Mill fire"],"reason":"number"}"#,
        "let go hold waits no longer", "too many wait: npa-9; Mill fire"
      ),
      (
        "order.lapsed", #"{"state":"killed","reason":"age"}"#,
        "let go kill waits no longer", "its story has not come in 14 days"
      ),
    ]

    /// A store with two stories to speak of.
    private func workspace() async throws -> Workspace {
      let workspace = try Workspace()
      let lines = [
        #"{"id": "npa-1", "outlet": "NPA", "title": "Mill burns", "text": "The mill burned down."}"#,
        #"{"id": "ledger-1", "outlet": "Ledger", "title": "Ferry sails", "text": "A ferry sails."}"#,
      ]
      try workspace.drop(lines.joined(separator: "\n") + "\n", as: "two.jsonl")
      try await workspace.drain()
      return workspace
    }

    @Test("each kind of event is told in a line, or is said by another's")
    func lines() async throws {
      let workspace = try await workspace()
      let store = try Store(path: "\(workspace.path)/store/copytaster.sqlite")
      let last = try await workspace.run("events").lines.count
      let next = try store.nextNumbers()
      var commit = Commit(nextStory: next.story, nextGroup: next.group)
      commit.events = Self.told.map {
        EventDraft(at: Instant(milliseconds: 1_772_440_000_000), kind: $0.kind, body: $0.body)
      }
      try store.commit(commit)
      let said = try await workspace.run("events", "--pretty", "--after", "\(last)").lines
      let expected = Self.told.filter { !$0.start.isEmpty }
      #expect(said.count == expected.count, "\(said)")
      for (line, told) in zip(said, expected) {
        #expect(line.hasPrefix(told.start) && line.hasSuffix(told.end), "\(told.kind): '\(line)'")
      }
    }

    @Test("these are all kinds that docs/events.md names")
    func kinds() throws {
      let document = try String(
        contentsOf: Program.package.appending(path: "docs/events.md"), encoding: .utf8)
      let named = document.matches(of: /`((?:story|group|order)\.[a-z]+)`/).map { String($0.1) }
      #expect(Set(named) == Set(Self.told.map(\.kind)))
    }

    @Test("a kind that this program does not know yet is passed over")
    func unknown() async throws {
      let workspace = try await workspace()
      let store = try Store(path: "\(workspace.path)/store/copytaster.sqlite")
      let next = try store.nextNumbers()
      var commit = Commit(nextStory: next.story, nextGroup: next.group)
      commit.events = [
        EventDraft(at: Instant(milliseconds: 0), kind: "group.renamed", body: #"{"group":1}"#)
      ]
      try store.commit(commit)
      let said = try await workspace.run("events", "--pretty")
      #expect(said.ending == .exit(0) && said.lines.count == 2, "\(said)")
    }
  }
}
