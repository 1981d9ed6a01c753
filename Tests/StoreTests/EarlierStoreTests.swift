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
}
