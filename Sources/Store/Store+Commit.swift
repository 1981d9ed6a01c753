internal import Foundation
internal import GRDB
public import Stories

extension Store {
  /// Writes everything of a commit, or nothing. When this returns it is on the disk.
  ///
  /// - Throws: `StoreError`; then nothing was written.
  public func commit(_ commit: Commit) throws(StoreError) {
    try writing { db in
      let stamp = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'stamp'") ?? 0
      for (story, signature) in commit.stories {
        try StoryTable.insert(db, story)
        try SignatureTable.insert(db, story.number, signature, stamp: stamp)
      }
      for (story, signature) in commit.signedAnew {
        try SignatureTable.insert(db, story, signature, stamp: stamp)
      }
      for (story, oldest) in commit.compareAnew {
        try PairTable.delete(db, of: story, with: oldest)
      }
      for pair in commit.pairs { try PairTable.insert(db, pair) }
      for (group, at) in commit.opened { try GroupTable.open(db, group, at) }
      for (group, into) in commit.merged { try GroupTable.merge(db, group, into: into) }
      for (story, group) in commit.moves { try StoryTable.move(db, story, to: group) }
      try WireTables.write(db, commit.wire)
      try SegmentTable.write(db, commit.boilerplate)
      for row in commit.ledger { try LedgerTable.insert(db, row) }
      for event in commit.events { try EventTable.insert(db, event) }
      try MetaTable.set(db, "next_story", String(commit.nextStory))
      try MetaTable.set(db, "next_group", String(commit.nextGroup))
    }
  }

  /// Numbers for the next story and group.
  public func nextNumbers() throws(StoreError) -> (story: Int64, group: Int64) {
    try Store.guarding(path) {
      try queue.read { db in
        let story = try MetaTable.get(db, "next_story").flatMap { Int64($0) } ?? 1
        let group = try MetaTable.get(db, "next_group").flatMap { Int64($0) } ?? 1
        return (story, group)
      }
    }
  }

  /// Whether a story of this digest is stored.
  public func hasStory(_ digest: ContentDigest) throws(StoreError) -> Bool {
    try Store.guarding(path) { try queue.read { try StoryTable.has($0, digest) } }
  }

  /// Whether a delivery of this name and content has been dealt with.
  public func hasDelivery(_ digest: ContentDigest, name: String) throws(StoreError) -> Bool {
    try deliveryNumber(digest, name: name) != nil
  }

  /// The number of the last delivery of this name and content in the ledger; nil if there was none.
  public func deliveryNumber(
    _ digest: ContentDigest, name: String
  ) throws(StoreError) -> Int64? {
    try Store.guarding(path) {
      try queue.read { db in
        try Int64.fetchOne(
          db, sql: "SELECT max(number) FROM ledger WHERE digest = ? AND name = ?",
          arguments: [digest.data, name])
      }
    }
  }

  /// The number of the last delivery in the ledger, 0 for none.
  public func lastDelivery() throws(StoreError) -> Int64 {
    try Store.guarding(path) {
      try queue.read { try Int64.fetchOne($0, sql: "SELECT max(number) FROM ledger") ?? 0 }
    }
  }

  /// The store's identity, part of every event's id.
  public func identity() throws(StoreError) -> String {
    try Store.guarding(path) { try queue.read { try MetaTable.get($0, "store_id") ?? "" } }
  }

  /// The stored takes under an id that their source gave, oldest first.
  ///
  /// - Parameters:
  ///   - id: the id.
  ///   - outlet: whose it is.
  ///   - limit: how many at most, the newest; nil for all.
  /// - Returns: their numbers.
  /// - Throws: `StoreError` when the store can't be read.
  public func takes(
    id: String, outlet: Outlet?, limit: Int? = nil
  ) throws(StoreError) -> [StoryNumber] {
    try Store.guarding(path) { try queue.read { try StoryTable.takes($0, id, outlet, limit) } }
  }

  /// Writes what `status` shows of a running daemon.
  public func writeStatus(_ body: String) throws(StoreError) {
    try writing { db in
      try db.execute(
        sql:
          "INSERT INTO status VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET body = excluded.body",
        arguments: [body])
    }
  }
}
