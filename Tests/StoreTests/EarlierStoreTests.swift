import Foundation
import GRDB
import Stories
import SystemPackage
import TestSupport
import Testing

@testable import Store

/// Stores that an earlier program made, and what retention makes of what is left in them.
@Suite struct EarlierStoreTests {
  private let folder = FreshFolder()
  private var path: String { folder.path.appending("s.sqlite").string }

  /// Writes a story as the first programs did.
  static func insert(_ db: Database, _ row: StoredStory) throws {
    try db.execute(
      sql: """
        INSERT INTO story (number, id, outlet, version, published, received, title, url, language, digest,
          "group", text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        row.number.value, row.story.id, row.story.outlet?.name, row.version,
        row.story.published?.milliseconds, row.received.milliseconds, row.story.title,
        row.story.url, row.story.language, row.digest.data, row.group.value, row.story.text,
      ])
  }

  /// A store of the schema before that of this test, with stories and some more SQL.
  private func earlier(_ stories: [StoredStory], _ sql: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "boilerplate: segments, samples, rulings")
    try queue.write { db in
      for story in stories { try Self.insert(db, story) }
      try db.execute(sql: sql)
    }
    return queue
  }

  private func reader() throws -> StoreReader { try StoreReader(path: path, exists: true) }

  @Test(
    "of a story whose format said something it is known whether its id was given, others are believed"
  )
  func identities() throws {
    let queue = try earlier(
      (1...4).map { StoreTests.story($0) },
      """
      INSERT INTO wire_story VALUES (1, NULL, NULL, NULL, 0, 0, '{}'), (2, NULL, NULL, NULL, 0, 0, '{}'),
        (3, NULL, NULL, NULL, 0, 0, '{}');
      INSERT INTO wire_key VALUES ('ref:id-1', 0, 1), ('ref:another', 0, 2), ('ref:id-3', 1, 3);
      """)
    #expect(
      try reader().story(StoryNumber(2))?.identityIsGiven == true, "read before it is upgraded")
    try queue.close()
    _ = try Store(path: path)
    let given = try (1...4).map { try reader().story(StoryNumber($0))?.identityIsGiven }
    #expect(given == [true, false, false, true])
  }

  @Test("only an id that was given is one under which there are takes")
  func takes() throws {
    let store = try Store(path: path)
    var stories = (1...2).map { StoreTests.story($0) }
    let first = stories[0]
    stories[1] = StoredStory(
      number: StoryNumber(2), story: first.story, digest: StoreTests.digest(2), version: 1,
      received: first.received, group: first.group, identityIsGiven: false)
    try store.commit(StoreTests.commit(stories))
    #expect(try store.takes(id: "id-1", outlet: Outlet("echo")) == [StoryNumber(1)])
    #expect(try reader().stories(id: "id-1").map(\.identityIsGiven) == [true, false])
  }

  @Test(
    "stories that were left in a group which was merged away are put where it was told to have gone"
  )
  func leftBehind() throws {
    let queue = try earlier(
      [
        StoreTests.story(1, group: 1), StoreTests.story(2, group: 3), StoreTests.story(3, group: 4),
      ],
      """
      INSERT INTO "group" VALUES (1, 0, 2), (2, 0, 3), (3, 0, NULL), (4, 0, 9), (5, 0, 9), (6, 0, 5);
      """)
    try queue.close()
    _ = try Store(path: path)
    #expect(try reader().stories(in: GroupNumber(3)).map(\.number.value) == [1, 2])
    // Nobody knows where this one went.
    #expect(try reader().stories(in: GroupNumber(4)).map(\.number.value) == [3])
    #expect(try reader().mergedInto(GroupNumber(4)) == nil)
    #expect(try reader().mergedInto(GroupNumber(1)) == GroupNumber(2))
    #expect(try groups() == [1, 2, 3, 4])
  }

  private func groups() throws -> [Int] {
    try DatabaseQueue(path: path).read {
      try Int.fetchAll($0, sql: #"SELECT number FROM "group" ORDER BY number"#)
    }
  }

  private func expire(_ store: Store, before edge: Int64) throws {
    _ = try store.expire(
      before: Instant(milliseconds: edge), at: Instant(milliseconds: 9999), limit: 9
    ) { _ in
      EventDraft(at: Instant(milliseconds: 0), kind: "story.expired", body: "{}")
    }
  }

  @Test("groups that were merged away go with the last story of the one that they went into")
  func mergedGroups() throws {
    let store = try Store(path: path)
    let stories = (1...3).map { StoreTests.story($0, group: $0, received: $0 * 100) }
    try store.commit(StoreTests.commit(stories))
    var commit = Commit(nextStory: 4, nextGroup: 9)
    commit.merged = [(GroupNumber(1), GroupNumber(2)), (GroupNumber(2), GroupNumber(3))]
    commit.moves = [1, 2].map { (StoryNumber($0), GroupNumber(3)) }
    try store.commit(commit)
    try expire(store, before: 250)
    #expect(try groups() == [1, 2, 3])
    #expect(try reader().mergedInto(GroupNumber(1)) == GroupNumber(2))
    try expire(store, before: 350)
    #expect(try groups().isEmpty)
  }

  @Test("of an order that an earlier program took nobody knows which file it came from")
  func orderWithoutOrigin() throws {
    let queue = try earlier([], "")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO wire_order (digest, at, kind, matched, body) VALUES (?, 0, 'kill', 1, '{}')
          """,
        arguments: [StoreTests.digest(1).data])
    }
    try queue.close()
    let store = try Store(path: path)
    #expect(try store.history(ofOrder: StoreTests.digest(1)) == .taken(nil))
    #expect(try store.history(ofOrder: StoreTests.digest(2)) == .new)
    let origin = OrderOrigin(delivery: StoreTests.digest(3), part: 7)
    var commit = Commit(nextStory: 1, nextGroup: 1)
    commit.wire.origins = [(StoreTests.digest(1), origin)]
    try store.commit(commit)
    #expect(try store.history(ofOrder: StoreTests.digest(1)) == .taken(origin))
  }

  @Test(
    "an agency signals a correction with each version where all that came do, in older stores too")
  func signals() throws {
    let queue = try earlier([], "")
    let signalled = #"{"signals":["update","correction"]}"#
    try queue.write { db in
      for (number, agency, facts) in [
        (1, "all", signalled), (2, "all", signalled), (3, "some", signalled), (4, "some", "{}"),
      ] {
        try db.execute(
          sql: "INSERT INTO wire_story VALUES (?, ?, 2, NULL, 0, 0, ?)",
          arguments: [number, agency, facts])
      }
    }
    try queue.close()
    let store = try Store(path: path)
    #expect(try store.signalsEach("all", atLeast: 2) && !store.signalsEach("all", atLeast: 3))
    #expect(try !store.signalsEach("some", atLeast: 2))
    var facts = WireFacts(format: "text")
    (facts.agency, facts.version, facts.signals) = ("all", 3, [.correction])
    for (number, signals) in [(5, WireSignals([.correction])), (6, [.update])] {
      facts.signals = signals
      var commit = Commit(nextStory: 9, nextGroup: 9)
      commit.wire.rows = [
        WireRow(
          story: StoryNumber(Int64(number)), facts: facts, keys: WireKeys(),
          at: Instant(milliseconds: 0))
      ]
      try store.commit(commit)
      #expect(try store.signalsEach("all", atLeast: 3) == (number == 5))
    }
  }

  @Test("orders are forgotten in bounded steps, and none that still waits")
  func orders() throws {
    let store = try Store(path: path)
    var commit = Commit(nextStory: 1, nextGroup: 1)
    commit.wire.orders = (1...5).map { number in
      (
        order: WireOrder(
          notice: WireNotice(.kill), id: "\(number)", identityIsGiven: true, outlet: nil,
          agency: nil, version: nil, keys: [], note: nil), digest: StoreTests.digest(number),
        at: Instant(milliseconds: number * 100), matched: ![3, 5].contains(number)
      )
    }
    try store.commit(commit)
    for count in [1, 1, 1, 0] {
      #expect(
        try store.forgetOrders(
          before: Instant(milliseconds: 450), at: Instant(milliseconds: 9999), limit: 1) == count)
    }
    let left = try store.openOrders(since: Instant(milliseconds: 0)).map(\.order.id)
    #expect(left == ["3", "5"])
    #expect(
      try [1, 3].map { try store.history(ofOrder: StoreTests.digest($0)) == .new } == [true, false])
  }
}
