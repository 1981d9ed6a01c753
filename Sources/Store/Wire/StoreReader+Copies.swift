internal import GRDB
internal import Stories

extension StoreReader {
  /// Stories of other groups that were made from a story, or were found to be the same copy.
  ///
  /// - Parameter story: the story.
  /// - Returns: what names it as its origin, directly or by way of others, and what a stored comparison with it
  ///   calls the same; of these only those that may be seen, in order of number.
  /// - Throws: `StoreError` when the store can't be read.
  public func copies(of story: StoredStory) throws(StoreError) -> [StoredStory] {
    let same = Relation.allCases.filter(\.isSame).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          WITH RECURSIVE derived (story) AS (
            SELECT ?1
            UNION
            SELECT later.story FROM derived
            JOIN wire_key own ON own.story = derived.story AND own.is_origin = 0
            JOIN wire_key later ON later.key = own.key AND later.is_origin = 1
            WHERE later.story NOT IN (SELECT story FROM wire_embargo)
          )
          SELECT * FROM visible
          WHERE "group" <> ?2 AND number IN (
            SELECT story FROM derived
            UNION SELECT second FROM pair WHERE first = ?1 AND relation IN (\(same))
            UNION SELECT first FROM pair WHERE second = ?1 AND relation IN (\(same)))
          ORDER BY number
          """)
      return try Row.fetchAll(statement, arguments: [story.number.value, story.group.value])
        .map { try StoryTable.read($0) }
    }
  }
}
