internal import Foundation
internal import GRDB
public import Stories

extension Store {
  /// Stories that are tied to one with these keys.
  ///
  /// - Parameters:
  ///   - keys: the keys.
  ///   - limit: of how many of each key at most, the newest; nil for all.
  /// - Returns: those of the same identity, and those that it was made from or that were made from it.
  /// - Throws: `StoreError` when the store can't be read.
  public func stories(
    sharing keys: WireKeys, limit: Int? = nil
  ) throws(StoreError) -> (identity: [StoryNumber], kin: [StoryNumber]) {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(
          sql: """
            SELECT story FROM wire_key WHERE key = ? AND is_origin = ? ORDER BY story DESC LIMIT ?
            """)
        func find(_ names: [String], isOrigin: Bool) throws -> [Int64] {
          try names.flatMap {
            try Int64.fetchAll(statement, arguments: [$0, isOrigin, limit ?? -1])
          }
        }
        var kin = try find(keys.references, isOrigin: true) + find(keys.origins, isOrigin: false)
        if !keys.origins.isEmpty {
          let byID = try db.cachedStatement(
            sql: """
              SELECT number FROM story WHERE id = ? AND identity_given ORDER BY number DESC LIMIT ?
              """)
          for origin in keys.originIDs {
            kin += try Int64.fetchAll(byID, arguments: [origin, limit ?? -1])
          }
        }
        let identity = try find(keys.identities, isOrigin: false)
        return (
          Set(identity).sorted().map { StoryNumber($0) }, Set(kin).sorted().map { StoryNumber($0) }
        )
      }
    }
  }

  /// Stories of one slug around a time.
  ///
  /// - Parameters:
  ///   - slug: the slug, with its party.
  ///   - at: the time.
  ///   - span: milliseconds before and after it.
  ///   - marked: whether only those count whose slug is marked as a later take.
  ///   - limit: how many at most, the latest.
  /// - Returns: the stories in order.
  /// - Throws: `StoreError` when the store can't be read.
  public func stories(
    slug: String, around at: Instant, within span: Int64, marked: Bool, limit: Int
  ) throws(StoreError) -> [StoryNumber] {
    try Store.guarding(path) {
      try queue.read { db in
        // Each has an index of its own.
        let statement = try db.cachedStatement(
          sql: """
            SELECT story FROM wire_story
            WHERE slug = ? AND at BETWEEN ? AND ? \(marked ? "AND is_marked = 1" : "")
            ORDER BY at DESC LIMIT ?
            """)
        return try Int64.fetchAll(
          statement,
          arguments: [
            slug, at.advanced(byMilliseconds: -span).milliseconds,
            at.advanced(byMilliseconds: span).milliseconds, limit,
          ]
        ).sorted().map { StoryNumber($0) }
      }
    }
  }

  /// Stories of an id, whoever published them.
  public func numbers(id: String) throws(StoreError) -> [StoryNumber] {
    try Store.guarding(path) {
      try queue.read { db in
        try Int64.fetchAll(db, sql: "SELECT number FROM story WHERE id = ?", arguments: [id])
          .map { StoryNumber($0) }
      }
    }
  }

  /// Stories of a slug, whatever the agency, since an instant.
  public func numbers(slugEnding base: String, since start: Instant) throws(StoreError)
    -> [StoryNumber]
  {
    guard base.count >= 4 else { return [] }
    return try Store.guarding(path) {
      try queue.read { db in
        try Int64.fetchAll(
          db,
          sql: """
            SELECT story FROM wire_story
            WHERE slug IS NOT NULL AND \(WireSchema.slugBase) = ? AND at >= ?
            """, arguments: [base, start.milliseconds]
        ).map { StoryNumber($0) }
      }
    }
  }

  /// Whether any story was killed, held or corrected.
  public func hasStates() throws(StoreError) -> Bool {
    try Store.guarding(path) {
      try queue.read { db in
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM wire_state)") ?? false
      }
    }
  }

  /// Stories of which is still to be told that they are killed, held or corrected, or carry what is, in order.
  public func untold() throws(StoreError) -> [StoryNumber] {
    try Store.guarding(path) {
      try queue.read { db in
        try Int64.fetchAll(db, sql: "SELECT story FROM wire_untold ORDER BY story")
          .map { StoryNumber($0) }
      }
    }
  }

  /// Stories that must not be told of yet, and until when.
  public func embargoes() throws(StoreError) -> [StoryNumber: Instant] {
    try Store.guarding(path) {
      try queue.read { db in
        let rows = try Row.fetchAll(db, sql: "SELECT story, until FROM wire_embargo")
        return Dictionary(
          uniqueKeysWithValues: rows.map {
            (StoryNumber($0[0]), Instant(milliseconds: $0[1]))
          })
      }
    }
  }

  /// Whether an agency is known to signal a correction with each of its later versions: then the signal says nothing.
  ///
  /// - Parameters:
  ///   - agency: the agency.
  ///   - least: later versions from which on this is known.
  /// - Returns: whether there are so many, and all signal one.
  /// - Throws: `StoreError` when the store can't be read.
  ///
  /// Complexity: O(log n) in the stories.
  public func signalsEach(
    _ agency: String, atLeast least: Int
  ) throws(StoreError) -> Bool {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(
          sql: """
            SELECT (SELECT count(*) FROM (
                SELECT 1 FROM wire_story WHERE agency = ?1 AND version > 1 LIMIT ?2)) >= ?2
              AND NOT EXISTS (
                SELECT 1 FROM wire_story INDEXED BY wire_story_uncorrected
                WHERE agency = ?1 AND version > 1 AND is_correction = 0)
            """)
        return try Bool.fetchOne(statement, arguments: [agency, least]) ?? false
      }
    }
  }
}
