internal import GRDB
public import Stories

extension Store {
  /// Writes down what a person said of segments: all of it, or nothing.
  ///
  /// Safe while a daemon runs on the store; it takes the rulings up at its next step.
  public func add(_ rulings: [BoilerplateRuling]) throws(StoreError) {
    try writing { db in
      for ruling in rulings { try RulingTable.insert(db, ruling) }
    }
  }

  /// The number of the last ruling, 0 for none.
  public func lastRuling() throws(StoreError) -> Int64 {
    try Store.guarding(path) {
      try queue.read { db in
        try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT max(sequence) FROM boilerplate_ruling")) ?? 0
      }
    }
  }

  /// The rulings in force, in the order in which they were given.
  public func rulings() throws(StoreError) -> [StoredRuling] {
    try Store.guarding(path) { try queue.read { try RulingTable.inForce($0) } }
  }

  /// The last ruling that all stories of the window have been held against.
  public func appliedRuling() throws(StoreError) -> Int64 {
    try Store.guarding(path) {
      try queue.read { try MetaTable.get($0, "boilerplate_applied").flatMap { Int64($0) } ?? 0 }
    }
  }

  /// Notes up to which ruling all stories of the window have been held against.
  public func noteApplied(_ sequence: Int64) throws(StoreError) {
    try writing { try MetaTable.set($0, "boilerplate_applied", String(sequence)) }
  }

  /// Forgets segments that were not seen since an instant, unless a person spoke about them.
  ///
  /// - Returns: how many, at most `limit`.
  public func expireSegments(before edge: Instant, limit: Int) throws(StoreError) -> Int {
    try writing { try SegmentTable.expire($0, before: edge, limit: limit) }
  }
}

/// SQL over `boilerplate_ruling`.
enum RulingTable {
  static func insert(_ db: Database, _ ruling: BoilerplateRuling) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO boilerplate_ruling (outlet, segment, answer, kind, text, person, at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      ruling.outlet?.name ?? "", ruling.segment.stored, ruling.answer.rawValue,
      ruling.kind.rawValue, ruling.text, ruling.person, ruling.at.milliseconds,
    ])
  }

  static func inForce(_ db: Database) throws -> [StoredRuling] {
    try Row.fetchAll(db, sql: "SELECT * FROM boilerplate_in_force ORDER BY sequence")
      .map { try read($0) }
  }

  static func read(_ row: Row) throws -> StoredRuling {
    guard let answer = BoilerplateRuling.Answer(rawValue: row["answer"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a ruling's answer is unknown")
    }
    let outlet: String = row["outlet"]
    return StoredRuling(
      sequence: row["sequence"],
      ruling: BoilerplateRuling(
        segment: SegmentKey(stored: row["segment"]), outlet: outlet.isEmpty ? nil : Outlet(outlet),
        answer: answer, kind: BoilerplateKind(rawValue: row["kind"]) ?? .other, text: row["text"],
        person: row["person"], at: Instant(milliseconds: row["at"])))
  }
}
