internal import Foundation
internal import GRDB
internal import Stories

/// SQL over the tables for wires.
///
/// `matched` of an order is 0 while it waits for its story, 1 once it has found one, and 2 when it was let go.
enum WireTables {
  static func write(_ db: Database, _ commit: WireCommit) throws {
    for row in commit.rows { try insert(db, row) }
    for (story, until) in commit.embargoes {
      try run(
        db, "INSERT OR REPLACE INTO wire_embargo VALUES (?, ?)", [story.value, until.milliseconds])
    }
    for story in commit.released {
      try run(db, "DELETE FROM wire_embargo WHERE story = ?", [story.value])
    }
    for change in commit.states { try write(db, change) }
    for (order, digest, at, matched) in commit.orders {
      try run(
        db,
        """
        INSERT INTO wire_order (digest, at, kind, matched, body) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (digest) DO UPDATE SET at = excluded.at, matched = excluded.matched
        WHERE matched = 2
        """,
        [digest.data, at.milliseconds, order.notice.kind.rawValue, matched, try JSON.text(order)])
    }
    for (order, origin) in commit.origins {
      try run(
        db, "UPDATE wire_order SET delivery = ?, part = ? WHERE digest = ?",
        [origin.delivery.data, origin.part, order.data])
    }
    for digest in commit.matched {
      try run(db, "UPDATE wire_order SET matched = 1 WHERE digest = ?", [digest.data])
    }
    for digest in commit.lapsed {
      try run(db, "UPDATE wire_order SET matched = 2 WHERE digest = ?", [digest.data])
    }
    for story in commit.told {
      try run(db, "DELETE FROM wire_untold WHERE story = ?", [story.value])
    }
    for story in commit.untold {
      try run(db, "INSERT OR IGNORE INTO wire_untold VALUES (?)", [story.value])
    }
  }

  private static func write(_ db: Database, _ change: StateChange) throws {
    guard let state = change.state else {
      return try run(db, "DELETE FROM wire_state WHERE story = ?", [change.story.value])
    }
    try run(
      db, "INSERT OR REPLACE INTO wire_state VALUES (?, ?, ?, ?, ?)",
      [
        state.story.value, state.kind.rawValue, state.since.milliseconds, state.note,
        state.correction?.value,
      ])
  }

  /// Deletes all that hangs on a story.
  static func delete(_ db: Database, _ story: Int64) throws {
    for table in ["wire_story", "wire_key", "wire_state", "wire_embargo", "wire_untold"] {
      try run(db, "DELETE FROM \(table) WHERE story = ?", [story])
    }
  }

  private static func insert(_ db: Database, _ row: WireRow) throws {
    let number = row.story.value
    let own = Set(row.keys.identities + row.keys.references).map { ($0, false) }
    for (key, isOrigin) in own + row.keys.origins.map({ ($0, true) }) {
      try run(db, "INSERT OR IGNORE INTO wire_key VALUES (?, ?, ?)", [key, isOrigin, number])
    }
    guard let facts = row.facts else { return }
    try run(
      db,
      """
      INSERT OR REPLACE INTO wire_story
        (story, agency, version, slug, is_marked, at, facts, is_correction)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, facts.agency, facts.version, row.keys.slug, row.keys.isMarked, row.at.milliseconds,
        try JSON.text(facts), facts.signals.contains(.correction),
      ])
  }

  /// Reads a state.
  ///
  /// - Throws: `StoreError.unreadable` for one that another program knows: what it kills must not be taken for usable.
  static func state(_ row: Row, in path: String) throws(StoreError) -> StoryState {
    let word: String = row["state"]
    guard let kind = StoryState.Kind(rawValue: word) else {
      throw .unreadable(path, .state(row["story"]), "state \(word)")
    }
    let correction: Int64? = row["correction"]
    return StoryState(
      story: StoryNumber(row["story"]), kind: kind, since: Instant(milliseconds: row["since"]),
      note: row["note"], correction: correction.map { StoryNumber($0) })
  }

  private static func run(
    _ db: Database, _ sql: String, _ arguments: StatementArguments
  ) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// JSON as these tables hold it.
  enum JSON {
    static func text(_ value: some Encodable) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Reads what one field of a store holds.
    ///
    /// - Throws: `StoreError.unreadable`, naming the row and what to do.
    static func value<Value: Decodable>(
      _ text: String, of field: StoredField, in path: String
    ) throws(StoreError) -> Value {
      do {
        return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
      } catch {
        throw .unreadable(path, field, JSON.sentence(of: error))
      }
    }

    /// What is wrong with some JSON, and where in it.
    private static func sentence(of error: any Error) -> String {
      let context: DecodingError.Context
      switch error {
      case DecodingError.dataCorrupted(let its), DecodingError.keyNotFound(_, let its),
        DecodingError.typeMismatch(_, let its), DecodingError.valueNotFound(_, let its):
        context = its
      default: return "\(error)"
      }
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }
  }
}
