internal import GRDB
internal import Stories

/// SQL over `boilerplate_segment` and `boilerplate_sample`.
enum SegmentTable {
  /// Nobody spoke about the segment `s`.
  private static let isUnruled = """
    NOT EXISTS (SELECT 1 FROM boilerplate_ruling r
      WHERE r.segment = s.segment AND r.outlet IN ('', s.outlet))
    """

  static func write(_ db: Database, _ commit: BoilerplateCommit) throws {
    var grown: Set<String> = []
    for change in commit.changes {
      let outlet = change.outlet?.name ?? ""
      for key in change.gone { try remove(db, key, outlet, change.story) }
      for sighting in change.seen where try add(db, sighting, outlet, change) {
        grown.insert(outlet)
      }
    }
    for outlet in grown.sorted() { try bound(db, outlet) }
    if !grown.isEmpty { try boundAll(db) }
  }

  /// Notes that a story has a segment. Returns whether the segment is new.
  private static func add(
    _ db: Database, _ sighting: SegmentSighting, _ outlet: String,
    _ change: BoilerplateCommit.Change
  ) throws -> Bool {
    let upsert = try db.cachedStatement(
      sql: """
        INSERT INTO boilerplate_segment (outlet, segment, kind, text, first_seen, last_seen, stories)
        VALUES (?1, ?2, ?3, ?4, ?5, ?5, 1)
        ON CONFLICT (outlet, segment) DO UPDATE SET kind = excluded.kind, stories = stories + 1,
          first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen)
        RETURNING number, stories
        """)
    let row = try Row.fetchOne(
      upsert,
      arguments: [
        outlet, sighting.segment.stored, sighting.kind.rawValue, sighting.text,
        change.at.milliseconds,
      ])
    guard let row else { return false }
    let (number, stories): (Int64, Int) = (row[0], row[1])
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO boilerplate_sample VALUES (?, ?)")
      .execute(arguments: [number, change.story.value])
    guard db.changesCount > 0 else {
      // It was told of before: it counts once.
      try db.cachedStatement(
        sql: "UPDATE boilerplate_segment SET stories = stories - 1 WHERE number = ?"
      ).execute(arguments: [number])
      return false
    }
    if stories % (BoilerplateBounds.stories / 2) == 0 { try thin(db, number) }
    return stories == 1
  }

  /// Forgets all but the latest stories of a segment.
  private static func thin(_ db: Database, _ number: Int64) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM boilerplate_sample WHERE segment = ?1 AND story <= (SELECT story
          FROM boilerplate_sample WHERE segment = ?1 ORDER BY story DESC LIMIT 1 OFFSET ?2)
        """
    ).execute(arguments: [number, BoilerplateBounds.stories])
  }

  /// Notes that a segment of a story does not count any more.
  private static func remove(
    _ db: Database, _ key: SegmentKey, _ outlet: String, _ story: StoryNumber
  ) throws {
    let number = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT number FROM boilerplate_segment WHERE outlet = ? AND segment = ?"),
      arguments: [outlet, key.stored])
    guard let number else { return }
    try db.cachedStatement(sql: "DELETE FROM boilerplate_sample WHERE segment = ? AND story = ?")
      .execute(arguments: [number, story.value])
    guard db.changesCount > 0 else { return }
    try db.cachedStatement(
      sql: "UPDATE boilerplate_segment SET stories = stories - 1 WHERE number = ?"
    ).execute(arguments: [number])
    try db.cachedStatement(
      sql: "DELETE FROM boilerplate_segment AS s WHERE number = ? AND stories <= 0 AND \(isUnruled)"
    ).execute(arguments: [number])
  }

  /// Forgets the least and then the oldest of an outlet's segments, if there are too many.
  private static func bound(_ db: Database, _ outlet: String) throws {
    let count = try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM boilerplate_segment AS s WHERE outlet = ? AND \(isUnruled)"),
      arguments: [outlet])
    guard let count, count > BoilerplateBounds.segmentsPerOutlet else { return }
    try db.execute(
      sql: """
        DELETE FROM boilerplate_segment WHERE number IN (
          SELECT number FROM boilerplate_segment AS s WHERE outlet = ? AND \(isUnruled)
          ORDER BY stories, last_seen, number LIMIT ?)
        """, arguments: [outlet, count - BoilerplateBounds.segmentsKept])
  }

  /// Forgets the least and then the oldest segments of all, if there are too many.
  private static func boundAll(_ db: Database) throws {
    let count =
      try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM boilerplate_segment")) ?? 0
    guard count > BoilerplateBounds.segments else { return }
    try db.execute(
      sql: """
        DELETE FROM boilerplate_segment WHERE number IN (
          SELECT number FROM boilerplate_segment AS s WHERE \(isUnruled)
          ORDER BY stories, last_seen, number LIMIT ?)
        """, arguments: [count - BoilerplateBounds.segments * 9 / 10])
  }

  /// Forgets segments that were not seen since an instant. Returns how many.
  static func expire(_ db: Database, before edge: Instant, limit: Int) throws -> Int {
    try db.execute(
      sql: """
        DELETE FROM boilerplate_segment WHERE number IN (
          SELECT number FROM boilerplate_segment AS s WHERE last_seen < ? AND \(isUnruled) LIMIT ?)
        """, arguments: [edge.milliseconds, limit])
    return db.changesCount
  }
}

extension SegmentKey {
  /// The key as SQLite holds it.
  var stored: Int64 { Int64(bitPattern: bits) }

  /// A key that SQLite held.
  init(stored: Int64) { self.init(bits: UInt64(bitPattern: stored)) }
}
