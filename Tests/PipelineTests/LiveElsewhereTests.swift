import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Copies in other groups") struct LiveElsewhereTests {
  /// A text of its own that shares nothing with `Copy.one`.
  static let rewritten = """
    Commuters face months of detours: engineers found the old crossing unsafe, and nobody can say who pays. Our \
    reporter walked the embankment with the ferryman, who has hired two sons and a cousin, and with a baker who \
    will open at four so that the early boats have bread. Others are selling bicycles, and one is selling a boat.
    """

  private func live(_ desk: WireOrderTests.Desk, _ id: String) throws -> [String] {
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: id).first?.group)
    return try LiveList(reader).entries(of: group).map {
      "\($0.story.story.id) \($0.isElsewhere ? "elsewhere" : "here") \($0.state.kind)"
    }
  }

  /// Publishes an agency's story and an outlet's copy; when the window over which stories are grouped is past,
  /// an outlet's own story that names the agency's, another that names that one, and one under an embargo.
  private func publish(_ desk: inout WireOrderTests.Desk) throws -> Ingest<SystemFileDoor> {
    let ingest = try desk.start()
    try desk.drop(line("npa-1", "NPA", Copy.one, more: #""agency": "NPA", "version": 1"#))
    try desk.take(line("h-1", "harrow", Copy.one), by: ingest)
    desk.clock.advance(by: 20 * Instant.day)
    ingest.settle()
    try desk.drop(
      line("f-1", "fennick", Self.rewritten, more: #""derived_from": ["npa-1"], "version": 1"#))
    try desk.drop(
      line("c-1", "calder", "Boats sell well in Fennick.", more: #""derived_from": ["f-1"]"#))
    try desk.drop(
      line(
        "s-1", "saltmere", "A secret.",
        more: #""derived_from": ["npa-1"], "embargoed": "2026-03-22T12:00:00Z""#))
    try desk.take(
      line("o-1", "other", "Nothing of all this at all.", more: #""version": 1"#), by: ingest)
    return ingest
  }

  private func kill(_ id: String, _ outlet: String, more: String = "") -> String {
    line(id, outlet, "", more: more + #""version": 1, "status": "killed""#)
  }

  @Test("a killed story lives on in stories of other groups that were made from it")
  func derived() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try publish(&desk)
    #expect(try desk.bench.groups() == [["npa-1", "h-1"], ["f-1", "c-1"], ["o-1"]])
    try desk.take(kill("npa-1", "NPA", more: #""agency": "NPA", "#), by: ingest)
    let all = ["h-1 here killed", "c-1 elsewhere killed", "f-1 elsewhere killed"]
    #expect(try live(desk, "npa-1") == all)
    let event = try #require(try desk.bench.reader().events(after: 0, limit: .max).last)
    #expect(EventFieldsRead(event.draft.body).live.count == 3)
    // An outlet that takes its own down is no longer listed.
    try desk.take(kill("f-1", "fennick"), by: ingest)
    #expect(try live(desk, "npa-1") == ["h-1 here killed", "c-1 elsewhere killed"])
    // One under an embargo is listed from its time on.
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle()
    let later = try live(desk, "npa-1")
    #expect(later == ["h-1 here killed", "c-1 elsewhere killed", "s-1 elsewhere killed"])
  }

  @Test(
    "a story of another group that was found to be the same copy is listed, one that only shares is not"
  )
  func compared() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try publish(&desk)
    let store = try Store(path: desk.bench.storePath)
    let reader = try desk.bench.reader()
    func number(_ id: String) throws -> StoryNumber {
      try #require(try reader.stories(id: id).first?.number)
    }
    let next = try store.nextNumbers()
    var commit = Commit(nextStory: next.story, nextGroup: next.group)
    for (id, relation) in [("o-1", Relation.cut), ("f-1", .partial)] {
      commit.pairs.append(
        StoredPair(
          first: try number("h-1"), second: try number(id), relation: relation, strength: 0.4,
          reason: "", rule: "test", likeness: Likeness(first: 9, second: 3, shared: 3),
          sharesAnOpening: false, sameOutlet: false, sameIdentity: false, apart: nil))
    }
    try store.commit(commit)
    try desk.take(kill("h-1", "harrow"), by: ingest)
    #expect(try live(desk, "h-1") == ["npa-1 here killed", "o-1 elsewhere killed"])
  }
}
