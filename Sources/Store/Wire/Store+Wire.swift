internal import Foundation
internal import GRDB
public import Stories

extension Store {
  /// Stories that are tied to one with these keys.
  ///
  /// - Returns: those of the same identity, and those that it was made from or that were made from it.
  public func stories(
    sharing keys: WireKeys
  ) throws(StoreError) -> (identity: [StoryNumber], kin: [StoryNumber]) {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT story FROM wire_key WHERE key = ? AND is_origin = ?")
        func find(_ names: [String], isOrigin: Bool) throws -> [Int64] {
          try names.flatMap { try Int64.fetchAll(statement, arguments: [$0, isOrigin]) }
        }
        var kin = try find(keys.references, isOrigin: true) + find(keys.origins, isOrigin: false)
        if !keys.origins.isEmpty {
          let byID = try db.cachedStatement(
            sql: "SELECT number FROM story WHERE id = ? AND identity_given")
          for origin in keys.originIDs { kin += try Int64.fetchAll(byID, arguments: [origin]) }
        }
        let identity = try find(keys.identities, isOrigin: false)
        return (
          Set(identity).sorted().map { StoryNumber($0) }, Set(kin).sorted().map { StoryNumber($0) }
        )
      }
    }
  }

  /// Stories of one slug around a time; with `marked` only those whose slug is marked as a later take.
  public func stories(
    slug: String, around at: Instant, within span: Int64, marked: Bool
  ) throws(StoreError) -> [StoryNumber] {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(
          sql: """
            SELECT story FROM wire_story WHERE slug = ? AND at BETWEEN ? AND ? AND is_marked >= ?
            ORDER BY story
            """)
        return try Int64.fetchAll(
          statement,
          arguments: [
            slug, at.advanced(byMilliseconds: -span).milliseconds,
            at.advanced(byMilliseconds: span).milliseconds, marked ? 1 : 0,
          ]
        ).map { StoryNumber($0) }
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
            WHERE slug IS NOT NULL AND at >= ? AND substr(slug, instr(slug, '|') + 1) = ?
            """, arguments: [start.milliseconds, base]
        ).map { StoryNumber($0) }
      }
    }
  }

  /// Whether an order of this digest was taken.
  public func hasOrder(_ digest: ContentDigest) throws(StoreError) -> Bool {
    try Store.guarding(path) {
      try queue.read { db in
        try Int.fetchOne(
          db, sql: "SELECT 1 FROM wire_order WHERE digest = ?", arguments: [digest.data]) != nil
      }
    }
  }

  /// Whether an order of this digest was taken, and from where it was last carried out.
  public func history(ofOrder digest: ContentDigest) throws(StoreError) -> OrderHistory {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT delivery, part FROM wire_order WHERE digest = ?")
        guard let row = try Row.fetchOne(statement, arguments: [digest.data]) else { return .new }
        let (delivery, part): (Data?, Int?) = (row[0], row[1])
        guard let delivery, let part, let file = ContentDigest(bytes: Array(delivery)) else {
          return .taken(nil)
        }
        return .taken(OrderOrigin(delivery: file, part: part))
      }
    }
  }

  /// Orders since an instant that have found no story yet, with when each came.
  public func openOrders(
    since start: Instant
  ) throws(StoreError) -> [(order: WireOrder, digest: ContentDigest, at: Instant)] {
    try Store.guarding(path) {
      try queue.read { db in
        try Row.fetchAll(
          db, sql: "SELECT digest, body, at FROM wire_order WHERE matched = 0 AND at >= ?",
          arguments: [start.milliseconds]
        ).compactMap { row in
          guard let digest = ContentDigest(bytes: Array(row[0] as Data)) else { return nil }
          return (try WireTables.JSON.value(row[1]), digest, Instant(milliseconds: row[2]))
        }
      }
    }
  }

  /// Orders of a kind since an instant, the oldest first, with when each came, whether or not they have found a story.
  public func orders(
    of kind: WireNotice.Kind, since start: Instant
  ) throws(StoreError) -> [(order: WireOrder, at: Instant)] {
    try Store.guarding(path) {
      try queue.read { db in
        try Row.fetchAll(
          db, sql: "SELECT body, at FROM wire_order WHERE kind = ? AND at >= ? ORDER BY number",
          arguments: [kind.rawValue, start.milliseconds]
        ).map { (try WireTables.JSON.value($0[0]), Instant(milliseconds: $0[1])) }
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

  /// How many later versions of an agency the store has, and how many of them signal a correction.
  public func corrections(of agency: String) throws(StoreError) -> (versions: Int, signalled: Int) {
    try Store.guarding(path) {
      try queue.read { db in
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT count(*), coalesce(sum(facts LIKE '%"signals":[%"correction"%]%'), 0)
            FROM wire_story WHERE agency = ? AND version > 1
            """, arguments: [agency])
        return (row?[0] ?? 0, row?[1] ?? 0)
      }
    }
  }
}
