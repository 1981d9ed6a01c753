internal import GRDB
public import Stories

/// A story that retention deleted.
public struct ExpiredStory: Hashable, Sendable {
  /// Its number.
  public let number: StoryNumber
  /// Its id.
  public let id: String
  /// Its outlet.
  public let outlet: Outlet?
  /// The group it was in.
  public let group: GroupNumber
}

extension Store {
  /// Deletes the oldest stories received before an instant, at most `limit`, with everything that hangs on
  /// them, and writes an event for each, in one transaction. Call until it returns nothing.
  ///
  /// Stories under an embargo stay until it is over. Goes by when a story was received, not by its number: what came
  /// under a clock that was ahead holds up nothing that is older, and stays until its own time is over.
  ///
  /// Complexity: O(log n) in the stories, whatever `limit` leaves.
  public func expire(
    before edge: Instant, at now: Instant, limit: Int,
    event: @Sendable (ExpiredStory) throws -> EventDraft
  ) throws(StoreError) -> [ExpiredStory] {
    try writing { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, id, outlet, "group" FROM story
          WHERE received < ? AND number NOT IN (SELECT story FROM wire_embargo)
          ORDER BY received, number LIMIT ?
          """, arguments: [min(edge, now).milliseconds, limit])
      let expired = rows.map { row in
        let outlet: String? = row[2]
        return ExpiredStory(
          number: StoryNumber(row[0]), id: row[1], outlet: outlet.map { Outlet($0) },
          group: GroupNumber(row[3]))
      }
      for story in expired {
        try Store.delete(db, story)
        try EventTable.insert(db, try event(story))
      }
      return expired
    }
  }

  /// Deletes events and ledger rows from before an instant, at most `limit` of each, but no event that a
  /// sink has not had yet. Returns how many rows went.
  ///
  /// Of events it looks at the lowest numbers only, so that what is kept has no gaps but where it began under a clock that
  /// was ahead of `now`.
  public func forgetEvents(
    before edge: Instant, at now: Instant, limit: Int
  ) throws(StoreError) -> Int {
    try writing { db in
      try db.execute(
        sql: """
          DELETE FROM event
          WHERE sequence IN (SELECT sequence FROM event WHERE at <= ? ORDER BY sequence LIMIT ?)
            AND at < ? AND sequence <= coalesce((SELECT min(published) FROM sink), 1 << 62)
          """, arguments: [now.milliseconds, limit, edge.milliseconds])
      var gone = db.changesCount
      try db.execute(
        sql: """
          DELETE FROM ledger
          WHERE number IN (SELECT number FROM ledger WHERE at < ? ORDER BY at, number LIMIT ?)
          """, arguments: [min(edge, now).milliseconds, limit])
      gone += db.changesCount
      return gone
    }
  }

  /// Deletes orders taken before an instant, at most `limit`, the oldest first, like `expire`. None goes that still waits
  /// for its story: that is to be let go first, and told of. Returns how many went.
  public func forgetOrders(
    before edge: Instant, at now: Instant, limit: Int
  ) throws(StoreError) -> Int {
    try writing { db in
      try db.execute(
        sql: """
          DELETE FROM wire_order
          WHERE number IN (
            SELECT number FROM wire_order WHERE at < ? AND matched <> 0 ORDER BY at, number LIMIT ?)
          """, arguments: [min(edge, now).milliseconds, limit])
      return db.changesCount
    }
  }

  private static func delete(_ db: Database, _ story: ExpiredStory) throws {
    let number = story.number.value
    try db.execute(sql: "DELETE FROM story WHERE number = ?", arguments: [number])
    try db.execute(sql: "DELETE FROM signature WHERE story = ?", arguments: [number])
    try WireTables.delete(db, number)
    try db.execute(sql: "DELETE FROM boilerplate_sample WHERE story = ?", arguments: [number])
    try db.execute(
      sql: "DELETE FROM pair WHERE first = ? OR second = ?", arguments: [number, number])
    try deleteIfEmpty(db, story.group)
  }

  /// Deletes a group without stories, and all that went into it: where these went nobody can look any more.
  private static func deleteIfEmpty(_ db: Database, _ group: GroupNumber) throws {
    try db.execute(
      sql: """
        WITH RECURSIVE gone (number) AS (
          SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM story WHERE "group" = ?1)
          UNION
          SELECT "group".number FROM gone JOIN "group" ON merged_into = gone.number
        )
        DELETE FROM "group" WHERE number IN (SELECT number FROM gone)
          AND NOT EXISTS (SELECT 1 FROM story WHERE story."group" = "group".number)
        """, arguments: [group.value])
  }
}
