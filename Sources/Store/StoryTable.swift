internal import Foundation
internal import GRDB
internal import Stories

/// SQL over `story`.
enum StoryTable {
  private static let columns = """
    number, id, outlet, version, published, received, title, url, language, digest, "group", text,
    identity_given
    """

  static func insert(_ db: Database, _ row: StoredStory) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO story (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      row.number.value, row.story.id, row.story.outlet?.name, row.version,
      row.story.published?.milliseconds, row.received.milliseconds, row.story.title, row.story.url,
      row.story.language, row.digest.data, row.group.value, row.story.text,
      row.identityIsGiven,
    ])
  }

  static func move(_ db: Database, _ story: StoryNumber, to group: GroupNumber) throws {
    let statement = try db.cachedStatement(
      sql: #"UPDATE story SET "group" = ? WHERE number = ? AND "group" <> ?"#)
    try statement.execute(arguments: [group.value, story.value, group.value])
  }

  static func has(_ db: Database, _ digest: ContentDigest) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM story WHERE digest = ?")
    return try Int.fetchOne(statement, arguments: [digest.data]) != nil
  }

  /// Stories to which their source gave an id.
  static func takes(
    _ db: Database, _ id: String, _ outlet: Outlet?, _ limit: Int?
  ) throws -> [StoryNumber] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT number FROM story WHERE id = ? AND outlet IS ? AND identity_given
        ORDER BY number DESC LIMIT ?
        """)
    return try Int64.fetchAll(statement, arguments: [id, outlet?.name, limit ?? -1])
      .reversed().map { StoryNumber($0) }
  }

  static func read(_ row: Row) throws -> StoredStory {
    let digest: [UInt8] = Array(row["digest"] as Data)
    guard let digest = ContentDigest(bytes: digest) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a story's digest is not 32 bytes")
    }
    let outlet: String? = row["outlet"]
    let published: Int64? = row["published"]
    // A store is read before the daemon has brought it up to date.
    let identityIsGiven: Bool? = row["identity_given"]
    return StoredStory(
      number: StoryNumber(row["number"]),
      story: Story(
        id: row["id"], outlet: outlet.map { Outlet($0) },
        published: published.map { Instant(milliseconds: $0) }, title: row["title"],
        url: row["url"], language: row["language"], text: row["text"]),
      digest: digest, version: row["version"], received: Instant(milliseconds: row["received"]),
      group: GroupNumber(row["group"]), identityIsGiven: identityIsGiven ?? true)
  }
}
