internal import Foundation
internal import GRDB
public import Stories

/// The stories that ties bind to one, directly or through others, and what is remembered of them.
public struct StoredComponent: Sendable {
  /// A story of it.
  public struct Member: Sendable {
    /// Its number.
    public let number: StoryNumber
    /// When it was published.
    public let published: Instant?
    /// When it was read.
    public let received: Instant
    /// SHA-256 of its fields.
    public let digest: ContentDigest
  }

  /// Its stories, in order of number.
  public let members: [Member]
  /// What is remembered of pairs of these.
  public let pairs: [RestoredPair]
  /// Whether one of them may not be shown yet: then nobody may be told what the component says, nor how many it has.
  public let isHidden: Bool
}

extension StoreReader {
  /// The component of a story. Stories that may not be shown yet are in it, since they had their say; nothing but
  /// numbers and times of them is.
  ///
  /// - Parameters:
  ///   - story: its number.
  ///   - strength: strength from which a pair ties.
  ///   - limit: most stories.
  /// - Returns: the component; nil if it has more stories than the limit.
  /// - Throws: `StoreError`.
  ///
  /// Complexity: two look-ups by an index for each of its stories.
  public func component(
    of story: StoryNumber, tiedFrom strength: Double, limit: Int
  ) throws(StoreError) -> StoredComponent? {
    try reading { db in
      var pairs: [Int64: [RestoredPair]] = [:]
      var waiting = [story]
      var seen: Set<StoryNumber> = [story]
      while let next = waiting.popLast() {
        let found = try ComponentQuery.pairs(db, of: next)
        pairs[next.value] = found
        for pair in found where pair.strength >= strength || pair.sameIdentity {
          let other = pair.first == next ? pair.second : pair.first
          if seen.insert(other).inserted { waiting.append(other) }
        }
        guard seen.count <= limit else { return nil }
      }
      // Each pair is found from both of its stories.
      let inside = pairs.flatMap { story, found in
        found.filter { $0.second.value == story && seen.contains($0.first) }
      }
      return StoredComponent(
        members: try seen.sorted().compactMap { try ComponentQuery.member(db, $0) }, pairs: inside,
        isHidden: try seen.contains { try ComponentQuery.isHidden(db, $0) })
    }
  }
}

private enum ComponentQuery {
  static func pairs(_ db: Database, of story: StoryNumber) throws -> [RestoredPair] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT first, second, strength, same_identity, first_covered, second_covered
        FROM pair WHERE (first = ?1 OR second = ?1) AND strength > 0
        """)
    return try Row.fetchAll(statement, arguments: [story.value]).map(RestoredPair.init)
  }

  static func isHidden(_ db: Database, _ story: StoryNumber) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM wire_embargo WHERE story = ?")
    return try Int.fetchOne(statement, arguments: [story.value]) != nil
  }

  static func member(_ db: Database, _ story: StoryNumber) throws -> StoredComponent.Member? {
    let statement = try db.cachedStatement(
      sql: "SELECT published, received, digest FROM story WHERE number = ?")
    guard let row = try Row.fetchOne(statement, arguments: [story.value]),
      let digest = ContentDigest(bytes: Array(row[2] as Data))
    else { return nil }
    let published: Int64? = row[0]
    return StoredComponent.Member(
      number: story, published: published.map { Instant(milliseconds: $0) },
      received: Instant(milliseconds: row[1]), digest: digest)
  }
}
