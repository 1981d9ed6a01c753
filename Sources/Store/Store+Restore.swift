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
  /// Its headline.
  public let title: String?
  /// Its text.
  public let text: String
  /// When it was read.
  public let received: Instant
  /// SHA-256 of its fields.
  public let digest: ContentDigest
  /// Its group.
  public let group: GroupNumber
  /// Its signature, and what did not count.
  public let signed: SignedText
}

/// What the grouping needs of a pair at start.
public struct RestoredPair: Sendable {
  /// The story that arrived earlier.
  public let first: StoryNumber
  /// The story that arrived later.
  public let second: StoryNumber
  /// How strongly they pull into one group, from 0 to 1.
  public let strength: Double
  /// Whether the source gives both one identity.
  public let sameIdentity: Bool
  /// Which parts of the first the second covers.
  public let firstCovered: Coverage
  /// Which parts of the second the first covers.
  public let secondCovered: Coverage
}

extension RestoredPair {
  /// Reads first, second, strength, same_identity, first_covered, second_covered.
  init(_ row: Row) {
    self.init(
      first: StoryNumber(row[0]), second: StoryNumber(row[1]), strength: row[2],
      sameIdentity: row[3], firstCovered: Coverage(bits: UInt64(bitPattern: row[4] as Int64)),
      secondCovered: Coverage(bits: UInt64(bitPattern: row[5] as Int64)))
  }
}

extension Store {
  /// Between which numbers the stories of a stretch of time are. Not counted, since that would read all of them once more.
  ///
  /// - Returns: the first and the last number; nil for an empty store.
  public func numbersToRestore(
    since start: Instant, until now: Instant
  ) throws(StoreError) -> (first: StoryNumber, last: StoryNumber)? {
    try Store.guarding(path) {
      try queue.read { db in
        let oldest = try Store.oldest(db, since: start, until: now)
        guard
          let first = try Int64.fetchOne(
            db, sql: "SELECT min(number) FROM story WHERE number >= ?", arguments: [oldest]),
          let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM story")
        else { return nil }
        return (StoryNumber(first), StoryNumber(last))
      }
    }
  }

  /// Calls `body` with some stories of a stretch of time, in order of number.
  ///
  /// - Parameters:
  ///   - first: the number from which on, see `numbersToRestore`.
  ///   - start: since when they were received.
  ///   - limit: how many at most.
  ///   - body: may ask nothing of the store.
  /// - Returns: the last of them; nil when none is left.
  /// - Throws: `StoreError` where the store can't be read.
  public func restoreStories(
    from first: StoryNumber, since start: Instant, limit: Int, _ body: (RestoredStory) -> Void
  ) throws(StoreError) -> StoryNumber? {
    try Store.guarding(path) {
      try queue.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT story.number, outlet, published, received, digest, "group", registers,
              boilerplate, title, text
            FROM story JOIN signature ON signature.story = story.number
            WHERE +received >= ? AND story.number >= ? ORDER BY story.number LIMIT ?
            """, arguments: [start.milliseconds, first.value, limit])
        var last: StoryNumber?
        while let row = try rows.next() {
          last = StoryNumber(row[0])
          guard let digest = ContentDigest(bytes: Array(row[4] as Data)) else { continue }
          let (outlet, published): (String?, Int64?) = (row[1], row[2])
          body(
            RestoredStory(
              number: StoryNumber(row[0]), outlet: outlet.map { Outlet($0) },
              published: published.map { Instant(milliseconds: $0) }, title: row[8], text: row[9],
              received: Instant(milliseconds: row[3]), digest: digest, group: GroupNumber(row[5]),
              signed: SignatureTable.signed(registers: row[6], boilerplate: row[7])))
        }
        return last
      }
    }
  }

  /// Calls `body` with every pair that pulls two stories together, both of a stretch of time, until it returns false.
  ///
  /// - Returns: whether all of them were gone through.
  public func restorePairs(
    since start: Instant, until now: Instant, _ body: (RestoredPair) -> Bool
  ) throws(StoreError) -> Bool {
    try Store.guarding(path) {
      try queue.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql:
            """
            SELECT first, second, strength, same_identity, first_covered, second_covered
            FROM pair WHERE first >= ? AND strength > 0
            """,
          arguments: [try Store.oldest(db, since: start, until: now)])
        while let row = try rows.next() {
          if !body(RestoredPair(row)) { return false }
        }
        return true
      }
    }
  }

  /// The number from which on stories are of a stretch of time.
  ///
  /// What came before these and yet later than `now` came under a clock that was ahead, and nobody knows when; without
  /// any of the stretch it may have come just now.
  private static func oldest(
    _ db: Database, since start: Instant, until now: Instant
  ) throws -> Int64 {
    try Int64.fetchOne(
      db,
      // From the index alone: in order of number all that is older would be read first.
      sql: "SELECT min(+number) FROM story WHERE received BETWEEN ? AND ?",
      arguments: [start.milliseconds, now.milliseconds]) ?? 0
  }

  /// A story with what did not count of it, or nil if it is gone.
  public func signedStory(
    _ number: StoryNumber
  ) throws(StoreError) -> (stored: StoredStory, signed: SignedText)? {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(
          sql: """
            SELECT story.*, registers, boilerplate
            FROM story JOIN signature ON signature.story = story.number WHERE number = ?
            """)
        guard let row = try Row.fetchOne(statement, arguments: [number.value]) else { return nil }
        return (
          try StoryTable.read(row),
          SignatureTable.signed(registers: row["registers"], boilerplate: row["boilerplate"])
        )
      }
    }
  }
}
