internal import Foundation
internal import GRDB
public import Stories

extension StoreReader {
  /// The states of some stories; those that may be used have none.
  public func states(of stories: [StoryNumber]) throws(StoreError) -> [StoryNumber: StoryState] {
    try reading { [path] db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT wire_state.* FROM json_each(?) JOIN wire_state ON wire_state.story = value
          """)
      var states: [StoryNumber: StoryState] = [:]
      for row in try Row.fetchAll(statement, arguments: [StoreReader.list(stories)]) {
        states[StoryNumber(row["story"])] = try WireTables.state(row, in: path)
      }
      return states
    }
  }

  /// Whether any story of a group was killed, held or corrected, be it under an embargo.
  public func hasStates(in group: GroupNumber) throws(StoreError) -> Bool {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: #"""
          SELECT EXISTS (SELECT 1 FROM story JOIN wire_state ON wire_state.story = story.number
          WHERE story."group" = ?)
          """#)
      return try Bool.fetchOne(statement, arguments: [group.value]) ?? false
    }
  }

  /// Every state of a story that may be seen, the latest first.
  public func states() throws(StoreError) -> [StoryState] {
    try reading { [path] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM wire_state WHERE story IN (SELECT number FROM visible)
          ORDER BY since DESC, story DESC
          """
      ).map { try WireTables.state($0, in: path) }
    }
  }

  /// What a story's format said of it; nil for a plain story.
  public func facts(of story: StoryNumber) throws(StoreError) -> WireFacts? {
    try reading { [path] db in
      let statement = try db.cachedStatement(sql: "SELECT facts FROM wire_story WHERE story = ?")
      return try String.fetchOne(statement, arguments: [story.value]).map {
        try WireTables.JSON.value($0, of: .facts(story.value), in: path)
      }
    }
  }

  /// The numbers that sources gave some stories as versions; those without one are left out.
  public func versions(of stories: [StoryNumber]) throws(StoreError) -> [StoryNumber: Int64] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT wire_story.story, version FROM json_each(?)
          JOIN wire_story ON wire_story.story = value WHERE version IS NOT NULL
          """)
      var versions: [StoryNumber: Int64] = [:]
      for row in try Row.fetchAll(statement, arguments: [StoreReader.list(stories)]) {
        versions[StoryNumber(row[0])] = row[1]
      }
      return versions
    }
  }

  /// Numbers as one value of a question that is asked for all of them at once.
  private static func list(_ stories: [StoryNumber]) -> String {
    "[" + stories.map { String($0.value) }.joined(separator: ",") + "]"
  }

  /// Orders that have found no story and still wait for it, the latest first, without those that are under an embargo.
  public func openOrders(
    at now: Instant
  ) throws(StoreError) -> [(at: Instant, order: WireOrder)] {
    try reading { [path] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT at, body, number FROM wire_order WHERE matched = 0 AND at >= ? ORDER BY at DESC
          """, arguments: [WireOrder.waiting(since: now).milliseconds]
      ).map { row -> (at: Instant, order: WireOrder) in
        let order: WireOrder = try WireTables.JSON.value(row[1], of: .order(row[2]), in: path)
        return (Instant(milliseconds: row[0]), order)
      }.filter { !$0.order.isEmbargoed(at: now) }
    }
  }

  /// Stories that bear a headline, whatever its case, received since an instant.
  public func stories(titled title: String, since start: Instant) throws(StoreError)
    -> [StoredStory]
  {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM story
          WHERE title = ? COLLATE NOCASE AND title IS NOT NULL AND received >= ? ORDER BY number
          """, arguments: [title, start.milliseconds]
      ).map { try StoryTable.read($0) }
    }
  }

  /// A story by its number, whether it may be seen or not: for deciding, never for showing.
  public func anyStory(_ number: StoryNumber) throws(StoreError) -> StoredStory? {
    try reading { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM story WHERE number = ?",
        arguments: [number.value]
      ).map { try StoryTable.read($0) }
    }
  }

  /// Numbers of all stories of a group, whether they may be seen or not: for deciding, never for showing.
  public func everyNumber(in group: GroupNumber) throws(StoreError) -> [StoryNumber] {
    try reading { db in
      try Int64.fetchAll(
        db, sql: #"SELECT number FROM story WHERE "group" = ? ORDER BY number"#,
        arguments: [group.value]
      ).map { StoryNumber($0) }
    }
  }

  /// Whether a story or an order of this digest was taken.
  public func knows(_ digest: ContentDigest) throws(StoreError) -> Bool {
    try reading { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT 1 FROM story WHERE digest = ?1 UNION ALL SELECT 1 FROM wire_order WHERE digest = ?1
          """, arguments: [digest.data]) != nil
    }
  }

  /// What ties a story to its other versions: keys of its identity, and its slug.
  public func identities(of story: StoryNumber) throws(StoreError) -> [String] {
    try reading { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT key FROM wire_key WHERE story = ?1 AND is_origin = 0 AND key NOT LIKE 'ref:%'
          UNION SELECT 'slug:' || slug FROM wire_story WHERE story = ?1 AND slug IS NOT NULL
            AND EXISTS (SELECT 1 FROM wire_story other WHERE other.slug = wire_story.slug AND is_marked)
          """, arguments: [story.value])
    }
  }
}
