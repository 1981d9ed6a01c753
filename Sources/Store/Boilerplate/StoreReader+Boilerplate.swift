internal import GRDB
public import Stories

/// A segment that counts as boilerplate, as the store knows it.
public struct RegisteredSegment: Hashable, Sendable {
  /// Its key.
  public let segment: SegmentKey
  /// The outlet in whose stories it was seen; nil for stories without one.
  public let outlet: Outlet?
  /// What it is for.
  public let kind: BoilerplateKind
  /// What it read when it was first seen.
  public let text: String
  /// When it was first seen.
  public let firstSeen: Instant
  /// When it was last seen.
  public let lastSeen: Instant
  /// In how many stories it was seen.
  public let stories: Int
  /// Groups of the latest of these, as they are now.
  public let groups: Set<GroupNumber>
  /// The latest of these stories that are still there: some `BoilerplateBounds.stories`.
  public let samples: [StoryNumber]
}

extension StoreReader {
  /// Segments that count as boilerplate.
  ///
  /// What only stories under an embargo have is left out.
  ///
  /// - Parameters:
  ///   - outlet: whose; nil for everybody's.
  ///   - key: the one wanted; nil for all.
  /// - Returns: a row for each segment and outlet, those in most stories first.
  /// - Throws: `StoreError`.
  public func segments(
    of outlet: Outlet?, key: SegmentKey? = nil
  ) throws(StoreError) -> [RegisteredSegment] {
    try reading { db in
      let arguments: StatementArguments = [outlet?.name, key?.stored]
      let wanted = "(?1 IS NULL OR s.outlet = ?1) AND (?2 IS NULL OR s.segment = ?2)"
      var samples: [Int64: [(StoryNumber, GroupNumber)]] = [:]
      let found = try Row.fetchCursor(
        db,
        sql: """
          SELECT s.number, v.number, v."group" FROM boilerplate_segment s
          JOIN boilerplate_sample m ON m.segment = s.number JOIN visible v ON v.number = m.story
          WHERE \(wanted) ORDER BY v.number DESC
          """, arguments: arguments)
      while let row = try found.next() {
        samples[row[0], default: []].append((StoryNumber(row[1]), GroupNumber(row[2])))
      }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM boilerplate_segment s WHERE \(wanted)
          ORDER BY stories DESC, last_seen DESC, segment, outlet
          """, arguments: arguments
      ).map { RegisteredSegment($0, samples[$0["number"]] ?? []) }
    }
  }

  /// The rulings in force, in the order in which they were given.
  public func rulings() throws(StoreError) -> [StoredRuling] {
    try reading { try RulingTable.inForce($0) }
  }

  /// All that was ever said of a segment, the latest last.
  public func rulings(on key: SegmentKey) throws(StoreError) -> [StoredRuling] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM boilerplate_ruling WHERE segment = ? ORDER BY sequence",
        arguments: [key.stored]
      ).map { try RulingTable.read($0) }
    }
  }

  /// The last ruling that the daemon has held all stories of the window against.
  public func appliedRuling() throws(StoreError) -> Int64 {
    try reading { try MetaTable.get($0, "boilerplate_applied").flatMap { Int64($0) } ?? 0 }
  }
}

extension RegisteredSegment {
  fileprivate init(_ row: Row, _ found: [(StoryNumber, GroupNumber)]) {
    let outlet: String = row["outlet"]
    self.init(
      segment: SegmentKey(stored: row["segment"]), outlet: outlet.isEmpty ? nil : Outlet(outlet),
      kind: BoilerplateKind(rawValue: row["kind"]) ?? .other, text: row["text"],
      firstSeen: Instant(milliseconds: row["first_seen"]),
      lastSeen: Instant(milliseconds: row["last_seen"]), stories: row["stories"],
      groups: Set(found.map(\.1)), samples: found.map(\.0))
  }
}
