internal import Foundation
internal import GRDB
internal import Stories

/// SQL over `pair`.
enum PairTable {
  /// Deletes the comparisons of a story with those from a number on.
  static func delete(_ db: Database, of story: StoryNumber, with oldest: StoryNumber) throws {
    try db.cachedStatement(
      sql: "DELETE FROM pair WHERE (first = ?1 AND second >= ?2) OR (second = ?1 AND first >= ?2)"
    ).execute(arguments: [story.value, oldest.value])
  }

  static func insert(_ db: Database, _ pair: StoredPair) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO pair (first, second, relation, strength, reason, rule, first_shingles,
          second_shingles, shared_shingles, shares_opening, same_outlet, same_identity, apart, features,
          first_covered, second_covered)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      pair.first.value, pair.second.value, pair.relation.rawValue, pair.strength, pair.reason,
      pair.rule, pair.likeness.first, pair.likeness.second, pair.likeness.shared,
      pair.sharesAnOpening, pair.sameOutlet, pair.sameIdentity, pair.apart,
      LittleEndian.data(of: pair.features.map(\.bitPattern)),
      Int64(bitPattern: pair.firstCovered.bits), Int64(bitPattern: pair.secondCovered.bits),
    ])
  }

  static func read(_ row: Row) throws -> StoredPair {
    guard let relation = Relation(rawValue: row["relation"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a pair's relation is unknown")
    }
    return StoredPair(
      first: StoryNumber(row["first"]), second: StoryNumber(row["second"]), relation: relation,
      strength: row["strength"], reason: row["reason"], rule: row["rule"],
      likeness: Likeness(
        first: row["first_shingles"], second: row["second_shingles"],
        shared: row["shared_shingles"]),
      sharesAnOpening: row["shares_opening"], sameOutlet: row["same_outlet"],
      sameIdentity: row["same_identity"], apart: row["apart"],
      features: LittleEndian.words(of: row["features"]).map { Float(bitPattern: $0) },
      firstCovered: Coverage(bits: UInt64(bitPattern: row["first_covered"] as Int64)),
      secondCovered: Coverage(bits: UInt64(bitPattern: row["second_covered"] as Int64)))
  }
}

/// SQL over `group`.
enum GroupTable {
  static func open(_ db: Database, _ group: GroupNumber, _ at: Instant) throws {
    let statement = try db.cachedStatement(
      sql: #"INSERT OR IGNORE INTO "group" (number, opened) VALUES (?, ?)"#)
    try statement.execute(arguments: [group.value, at.milliseconds])
  }

  static func merge(_ db: Database, _ group: GroupNumber, into: GroupNumber) throws {
    let statement = try db.cachedStatement(
      sql: #"UPDATE "group" SET merged_into = ? WHERE number = ?"#)
    try statement.execute(arguments: [into.value, group.value])
  }
}

/// SQL over `ledger`.
enum LedgerTable {
  static func insert(_ db: Database, _ row: LedgerRow) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO ledger (name, digest, at, taken, known, refused, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      row.name, row.digest?.data, row.at.milliseconds, row.taken, row.known, row.refused,
      row.reason,
    ])
  }
}

/// SQL over `event`.
enum EventTable {
  static func insert(_ db: Database, _ event: EventDraft) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO event (at, kind, body) VALUES (?, ?, ?)")
    try statement.execute(arguments: [event.at.milliseconds, event.kind, event.body])
  }

  /// The last number that was given, whether or not its event is kept still.
  static func last(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'") ?? 0
  }

  static func after(_ db: Database, _ sequence: Int64, limit: Int) throws -> [StoredEvent] {
    let statement = try db.cachedStatement(
      sql: "SELECT sequence, at, kind, body FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?"
    )
    return try Row.fetchAll(statement, arguments: [sequence, limit]).map { row in
      StoredEvent(
        sequence: row["sequence"],
        draft: EventDraft(
          at: Instant(milliseconds: row["at"]), kind: row["kind"], body: row["body"]))
    }
  }
}

/// SQL over `meta`.
enum MetaTable {
  static func get(_ db: Database, _ key: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key])
  }

  static func set(_ db: Database, _ key: String, _ value: String) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
    try statement.execute(arguments: [key, value])
  }
}
