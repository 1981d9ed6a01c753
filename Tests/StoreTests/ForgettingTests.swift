import GRDB
import Stories
import SystemPackage
import TestSupport
import Testing

@testable import Store

@Suite("What a store forgets, restores and hides") struct ForgettingTests {
  private let folder = FreshFolder()
  private var path: String { folder.path.appending("s.sqlite").string }

  private func open() throws -> Store {
    let store = try Store(path: path)
    _ = try store.settle(StoreTests.stamp, maySignAnew: true)
    return store
  }

  private func rows(of table: String) throws -> Int {
    try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
  }

  private func pair(_ first: Int64, _ second: Int64, _ strength: Double) -> StoredPair {
    StoredPair(
      first: StoryNumber(first), second: StoryNumber(second), relation: .version,
      strength: strength, reason: "", rule: "t",
      likeness: Likeness(first: 9, second: 3, shared: 3), sharesAnOpening: false,
      sameOutlet: false, sameIdentity: false, apart: nil)
  }

  @Test("nothing that hangs on a story outlives it")
  func whole() throws {
    let store = try open()
    let (first, at) = (StoryNumber(1), Instant(milliseconds: 1))
    var commit = StoreTests.commit((1...2).map { StoreTests.story($0, received: $0 * 100) })
    var keys = WireKeys()
    keys.identities = ["id:1"]
    commit.wire.rows = [
      WireRow(story: first, facts: WireFacts(format: "text"), keys: keys, at: at)
    ]
    commit.wire.states = [.begins(StoryState(story: first, kind: .killed, since: at, note: nil))]
    commit.wire.untold = [first]
    let seen = SegmentSighting(segment: SegmentKey(bits: 1), kind: .copyright, text: "x")
    commit.boilerplate.changes = [
      BoilerplateCommit.Change(story: first, outlet: nil, at: at, seen: [seen])
    ]
    try store.commit(commit)
    let tables = ["wire_story", "wire_key", "wire_state", "wire_untold", "boilerplate_sample"]
    for table in tables { #expect(try rows(of: table) == 1, "\(table)") }
    _ = try store.expire(
      before: Instant(milliseconds: 150), at: Instant(milliseconds: 9999), limit: 9
    ) { _ in EventDraft(at: at, kind: "story.expired", body: "{}") }
    for table in tables { #expect(try rows(of: table) == 0, "\(table)") }
  }

  @Test("what came under a clock that was ahead keeps nothing older, though its numbers are lower")
  func aheadOfTheirTime() throws {
    let store = try open()
    let young = (1...250).map { StoreTests.story($0, received: 1000 + $0) }
    let old = (251...260).map { StoreTests.story($0, received: $0) }
    try store.commit(StoreTests.commit(young + old))
    var gone: [Int64] = []
    for _ in 0..<4 {
      gone += try store.expire(
        before: Instant(milliseconds: 900), at: Instant(milliseconds: 9999), limit: 4
      ) { _ in EventDraft(at: Instant(milliseconds: 1), kind: "story.expired", body: "{}") }
      .map(\.number.value)
    }
    #expect(gone == Array(251...260), "the oldest first, in bounded steps")
    #expect(try rows(of: "story") == 250)
  }

  @Test(
    "the store is not gone through from end to end for what is oldest, nor for a slug",
    arguments: [
      "SELECT number FROM story WHERE received < 9 ORDER BY received, number LIMIT 9",
      "SELECT min(+number) FROM story WHERE received BETWEEN 1 AND 9",
      "SELECT number FROM wire_order WHERE at < 9 ORDER BY at, number LIMIT 9",
      "SELECT number FROM ledger WHERE at < 9 ORDER BY at, number LIMIT 9",
      "SELECT story FROM wire_story WHERE slug IS NOT NULL AND \(WireSchema.slugBase) = 'a' AND at > 1",
      """
      SELECT story FROM wire_story WHERE slug = 'a' AND at BETWEEN 1 AND 9 AND is_marked = 1
      ORDER BY at DESC LIMIT 9
      """,
    ])
  func searched(_ question: String) throws {
    _ = try open()
    let plan = try DatabaseQueue(path: path).read {
      try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN " + question).map { $0["detail"] as String }
    }
    #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
  }

  @Test("deliveries are forgotten with the events of their time")
  func deliveries() throws {
    let store = try open()
    var commit = Commit(nextStory: 1, nextGroup: 1)
    commit.ledger = (1...3).map {
      LedgerRow(
        name: "\($0)", digest: StoreTests.digest($0), at: Instant(milliseconds: $0 * 100),
        taken: 0, known: 0, refused: 0, reason: nil)
    }
    try store.commit(commit)
    let gone = try store.forgetEvents(
      before: Instant(milliseconds: 250), at: Instant(milliseconds: 9999), limit: 9)
    #expect(gone == 2)
    #expect(try rows(of: "ledger") == 1)
  }

  @Test("pairs that pull weakly are restored too, and those that don't pull are not")
  func weakPairs() throws {
    let store = try open()
    var commit = StoreTests.commit((1...3).map { StoreTests.story($0, received: $0 * 100) })
    commit.pairs = [pair(1, 2, 0.3), pair(1, 3, 0), pair(2, 3, 0.9)]
    try store.commit(commit)
    var strengths: [Double] = []
    _ = try store.restorePairs(
      since: Instant(milliseconds: 0), until: Instant(milliseconds: 9999)
    ) {
      strengths.append($0.strength)
      return true
    }
    #expect(strengths.sorted() == [0.3, 0.9])
  }

  @Test("a component in which a story is under an embargo is not to be told of")
  func hiddenComponent() throws {
    let store = try open()
    var commit = StoreTests.commit((1...3).map { StoreTests.story($0, received: $0 * 100) })
    commit.wire.embargoes = [(StoryNumber(2), Instant(milliseconds: 1 << 50))]
    commit.pairs = [pair(1, 2, 0.9), pair(2, 3, 0.9)]
    try store.commit(commit)
    let reader = try StoreReader(path: path, exists: true)
    let component = try reader.component(of: StoryNumber(1), tiedFrom: 0.5, limit: 9)
    #expect(component?.isHidden == true)
  }
}
