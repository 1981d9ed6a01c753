internal import Foundation
internal import GRDB
public import Stories

/// How much a store holds.
public struct StoreCounts: Hashable, Sendable {
  /// Stories.
  public let stories: Int
  /// Groups, those with one story included.
  public let groups: Int
  /// Groups with two stories or more.
  public let groupsOfSeveral: Int
  /// Comparisons kept.
  public let pairs: Int
  /// Deliveries in the ledger.
  public let deliveries: Int
  /// Deliveries of which something was refused.
  public let refusals: Int
  /// The first event's sequence number that is kept still, nil for none.
  public let firstEvent: Int64?
  /// The last event's sequence number, kept still or not; 0 for none.
  public let lastEvent: Int64
  /// Bytes of the database file.
  public let bytes: Int64
}

extension StoreReader {
  /// Counts what is there.
  public func counts() throws(StoreError) -> StoreCounts {
    try reading { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      return StoreCounts(
        stories: try count("SELECT count(*) FROM visible"),
        groups: try count(#"SELECT count(DISTINCT "group") FROM visible"#),
        groupsOfSeveral: try count(
          #"SELECT count(*) FROM (SELECT 1 FROM visible GROUP BY "group" HAVING count(*) > 1)"#),
        pairs: try count("SELECT count(*) FROM pair"),
        deliveries: try count("SELECT count(*) FROM ledger"),
        refusals: try count("SELECT count(*) FROM ledger WHERE refused > 0"),
        firstEvent: try Int64.fetchOne(db, sql: "SELECT min(sequence) FROM event"),
        lastEvent: try EventTable.last(db),
        bytes: try Int64.fetchOne(
          db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0)
    }
  }

  /// What the daemon last said of itself, as JSON; nil if none ran yet.
  public func status() throws(StoreError) -> String? {
    try reading { try String.fetchOne($0, sql: "SELECT body FROM status") }
  }

  /// The last event's sequence number, kept still or not; 0 for none.
  public func lastEvent() throws(StoreError) -> Int64 { try reading(EventTable.last) }

  /// The store's identity, part of every event's id.
  public func identity() throws(StoreError) -> String {
    try reading { try MetaTable.get($0, "store_id") ?? "" }
  }

  /// The last deliveries of which something was refused, newest first.
  public func lastRefusals(limit: Int) throws(StoreError) -> [LedgerRow] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM ledger WHERE refused > 0 ORDER BY number DESC LIMIT ?",
        arguments: [limit]
      ).map { row in
        let digest: Data? = row["digest"]
        return LedgerRow(
          name: row["name"], digest: digest.flatMap { ContentDigest(bytes: Array($0)) },
          at: Instant(milliseconds: row["at"]), taken: row["taken"], known: row["known"],
          refused: row["refused"], reason: row["reason"])
      }
    }
  }

  /// Everything that contradicts itself; empty for a sound store.
  ///
  /// - Parameter stamp: what signatures should be stamped with.
  /// - Returns: a sentence for each kind of contradiction.
  /// - Throws: `StoreError` when the store can't be read.
  public func findings(stamp: SignatureStamp) throws(StoreError) -> [String] {
    return try reading { db in
      let expected = try Store.text(of: stamp)
      var findings = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let questions = [
        (
          "stories without a signature",
          "SELECT count(*) FROM story WHERE number NOT IN (SELECT story FROM signature)"
        ),
        (
          "signatures without a story",
          "SELECT count(*) FROM signature WHERE story NOT IN (SELECT number FROM story)"
        ),
        (
          "stories in a group that was never opened",
          #"SELECT count(*) FROM story WHERE "group" NOT IN (SELECT number FROM "group")"#
        ),
        (
          "stories in a group that was merged away",
          #"SELECT count(*) FROM story WHERE "group" IN (SELECT number FROM "group" WHERE merged_into IS NOT NULL)"#
        ),
        (
          "stories numbered past the counter",
          "SELECT count(*) FROM story WHERE number >= (SELECT value FROM meta WHERE key = 'next_story') + 0"
        ),
        (
          "comparisons of stories that are not there",
          "SELECT count(*) FROM pair WHERE first NOT IN (SELECT number FROM story) OR second NOT IN (SELECT number FROM story)"
        ),
        (
          "facts, keys, states or embargoes of stories that are not there",
          """
          SELECT count(*) FROM (
            SELECT story FROM wire_story UNION ALL SELECT story FROM wire_key
            UNION ALL SELECT story FROM wire_state UNION ALL SELECT story FROM wire_embargo
            UNION ALL SELECT story FROM wire_untold)
          WHERE story NOT IN (SELECT number FROM story)
          """
        ),
        (
          "boilerplate segments of stories that are not there",
          "SELECT count(*) FROM boilerplate_sample WHERE story NOT IN (SELECT number FROM story)"
        ),
      ]
      for (what, sql) in questions {
        let count = try Int.fetchOne(db, sql: sql) ?? 0
        if count > 0 { findings.append("\(count) \(what)") }
      }
      let foreign =
        try Int.fetchOne(
          db,
          sql:
            "SELECT count(*) FROM signature JOIN stamp ON number = signature.stamp WHERE stamp.stamp <> ?",
          arguments: [expected]) ?? 0
      if foreign > 0 {
        findings.append(
          "\(foreign) signatures of another version; the daemon signs them anew at start")
      }
      return findings
    }
  }

  /// The tokens of a story that did not count when it was signed last, as ranges in ascending order.
  public func boilerplate(of story: StoryNumber) throws(StoreError) -> [Range<Int>] {
    try reading { db in
      let bytes = try Data.fetchOne(
        db, sql: "SELECT boilerplate FROM signature WHERE story = ?", arguments: [story.value])
      return SignatureTable.signed(registers: Data(), boilerplate: bytes ?? Data()).boilerplate
    }
  }

  /// Every so-manieth story with its signature, in order of number, for checking that they still come out the same;
  /// none under an embargo, whose number is told nowhere.
  ///
  /// - Parameters:
  ///   - step: one of so many is taken; 1 for all.
  ///   - last: the last one seen; nil to begin.
  ///   - limit: most to return, so that a store of any size is gone through in little memory, and none of its pages is
  ///     kept from being written meanwhile.
  /// - Returns: fewer than the limit where there are no more.
  /// - Throws: `StoreError` when the store can't be read.
  public func sample(
    every step: Int, after last: StoryNumber?, limit: Int
  ) throws(StoreError) -> [SampledStory] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT number, text, registers, boilerplate
          FROM visible JOIN signature ON signature.story = visible.number
          WHERE number > ? AND number % ? = 0 ORDER BY number LIMIT ?
          """, arguments: [last?.value ?? 0, max(1, step), limit]
      ).map {
        SampledStory(
          number: StoryNumber($0[0]), text: $0[1],
          signed: SignatureTable.signed(registers: $0[2], boilerplate: $0[3]))
      }
    }
  }
}

/// A stored text with what it was signed as.
public struct SampledStory: Sendable {
  /// The story's.
  public let number: StoryNumber
  /// As it is stored.
  public let text: String
  /// Its signature, and what did not count in it.
  public let signed: SignedText
}
