internal import Foundation
internal import GRDB
public import Stories

/// What the grouping needs of a story at start.
public struct RestoredStory: Sendable {
  /// Its number.
  public let number: StoryNumber
  /// Who published it.
  public let outlet: Outlet?
  /// When.
  public let published: Instant?
  /// When it was read.
  public let received: Instant
  /// SHA-256 of its fields.
  public let digest: ContentDigest
  /// Its group.
  public let group: GroupNumber
  /// Its signature.
  public let signature: Signature
}

extension Store {
  /// Calls `body` with every story received since an instant, in order of number.
  public func restoreStories(
    since start: Instant, _ body: (RestoredStory) -> Void
  ) throws(StoreError) {
    try Store.guarding(path) {
      try queue.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT story.number, outlet, published, received, digest, "group", registers
            FROM story JOIN signature ON signature.story = story.number
            WHERE received >= ? ORDER BY story.number
            """, arguments: [start.milliseconds])
        while let row = try rows.next() {
          guard let digest = ContentDigest(bytes: Array(row[4] as Data)) else { continue }
          let (outlet, published): (String?, Int64?) = (row[1], row[2])
          body(
            RestoredStory(
              number: StoryNumber(row[0]), outlet: outlet.map { Outlet($0) },
              published: published.map { Instant(milliseconds: $0) },
              received: Instant(milliseconds: row[3]), digest: digest, group: GroupNumber(row[5]),
              signature: SignatureTable.signature(of: row[6])))
        }
      }
    }
  }

  /// Calls `body` with every pair that pulls two stories together, both received since an instant.
  public func restorePairs(
    since start: Instant, _ body: (StoryNumber, StoryNumber, Relation, Double) -> Void
  ) throws(StoreError) {
    try Store.guarding(path) {
      try queue.read { db in
        let oldest = try Int64.fetchOne(
          db, sql: "SELECT min(number) FROM story WHERE received >= ?",
          arguments: [start.milliseconds])
        let rows = try Row.fetchCursor(
          db,
          sql:
            "SELECT first, second, relation, strength FROM pair WHERE first >= ? AND strength > 0",
          arguments: [oldest ?? .max])
        while let row = try rows.next() {
          guard let relation = Relation(rawValue: row[2]) else { continue }
          body(StoryNumber(row[0]), StoryNumber(row[1]), relation, row[3])
        }
      }
    }
  }

  /// The text of a story, or nil if it is gone.
  public func text(of story: StoryNumber) throws(StoreError) -> String? {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(sql: "SELECT text FROM story WHERE number = ?")
        return try String.fetchOne(statement, arguments: [story.value])
      }
    }
  }
}
