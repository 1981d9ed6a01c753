import Stories
import Testing

@testable import Store

@Suite("Commits with nothing in them") struct EmptyCommitTests {
  private static let story = StoryNumber(1)
  private static let at = Instant(milliseconds: 0)
  private static let pair = StoredPair(
    first: story, second: StoryNumber(2), relation: .version, strength: 1, reason: "", rule: "t",
    likeness: Likeness(first: 9, second: 3, shared: 3), sharesAnOpening: false, sameOutlet: false,
    sameIdentity: false, apart: nil)
  private static let change = BoilerplateCommit.Change(story: story, outlet: nil, at: at, seen: [])
  private static let row = LedgerRow(
    name: "a", digest: nil, at: at, taken: 0, known: 0, refused: 0, reason: nil)
  private static let fills: [@Sendable (inout Commit) -> Void] = [
    { $0.stories = StoreTests.commit([StoreTests.story(1)]).stories },
    { $0.signedAnew = [(story, StoreTests.countingSigner()("a"))] },
    { $0.compareAnew = [(story, story)] },
    { $0.pairs = [pair] },
    { $0.moves = [(story, GroupNumber(1))] },
    { $0.opened = [(GroupNumber(1), at)] },
    { $0.merged = [(GroupNumber(2), GroupNumber(1))] },
    { $0.wire.released = [story] },
    { $0.wire.lapsed = [StoreTests.digest(1)] },
    { $0.boilerplate.changes = [change] },
    { $0.ledger = [row] },
    { $0.events = [EventDraft(at: at, kind: "k", body: "{}")] },
  ]

  @Test("whatever there is to write, a commit with it is not empty", arguments: fills.indices)
  func filled(_ place: Int) {
    var commit = Commit(nextStory: 1, nextGroup: 1)
    #expect(commit.isEmpty)
    Self.fills[place](&commit)
    #expect(!commit.isEmpty)
  }
}
