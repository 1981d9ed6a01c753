internal import GRDB
internal import Stories

extension Store {
  /// Events that a sink has not had yet, oldest first.
  public func unpublished(sink: String, limit: Int) throws(StoreError) -> [StoredEvent] {
    try Store.guarding(path) {
      try queue.read { db in
        let published = try Int64.fetchOne(
          db, sql: "SELECT published FROM sink WHERE name = ?", arguments: [sink])
        return try EventTable.after(db, published ?? 0, limit: limit)
      }
    }
  }

  /// Notes that a sink has had all events up to this one.
  public func notePublished(sink: String, through sequence: Int64) throws(StoreError) {
    try writing { db in
      try db.execute(
        sql: """
          INSERT INTO sink VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET published = excluded.published
          """, arguments: [sink, sequence])
    }
  }

  /// Forgets sinks other than this one, so that a sink which was switched off does not keep events. One that is new has
  /// had none of those that are there: none of them is deleted before it has.
  public func keepOnlySink(_ name: String?) throws(StoreError) {
    try writing { db in
      try db.execute(sql: "DELETE FROM sink WHERE name IS NOT ?", arguments: [name])
      guard let name else { return }
      try db.execute(sql: "INSERT OR IGNORE INTO sink VALUES (?, 0)", arguments: [name])
    }
  }
}
