internal import Foundation
internal import GRDB
public import Stories

/// The reading side of a store, for commands: never writes, sees only whole commits, does not disturb the
/// daemon. Two questions may find a commit between them, unless they are asked by `atOnce`.
public final class StoreReader: Sendable {
  /// The SQLite file.
  public let path: String
  private let queue: DatabaseQueue

  /// Opens a store that is there.
  ///
  /// - Throws: `StoreError.missing` if there is none, `.notAStore`, `.newer`, or SQLite's failure.
  public init(path: String, exists: Bool) throws(StoreError) {
    guard exists else { throw .missing(path) }
    self.path = path
    queue = try Store.guarding(path) {
      let queue = try StoreReader.queue(path)
      let identity = try queue.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
      guard identity == Schema.applicationID else { throw StoreError.notAStore(path) }
      if try queue.read(Schema.migrator.hasBeenSuperseded) { throw StoreError.newer(path) }
      return queue
    }
  }

  /// Opens the file, also where nothing may be written, and SQLite can't make the files that it wants beside it.
  private static func queue(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Store.patience)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
      return queue
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_CANTOPEN
    {
      let file = URL(filePath: path).resolvingSymlinksInPath()
      // Nobody has it open, and it is whole without a log, or with the empty one that a stop leaves.
      guard FileManager.default.isReadableFile(atPath: file.path) else { throw error }
      let log = try? FileManager.default.attributesOfItem(atPath: file.path + "-wal")
      guard (log?[.size] as? NSNumber)?.intValue ?? 0 == 0 else { throw StoreError.withLog(path) }
      return try DatabaseQueue(
        path: file.absoluteString + "?immutable=1", configuration: configuration)
    }
  }

  func reading<Result: Sendable>(
    _ body: @Sendable (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try Store.guarding(path) {
      do {
        // Only `atOnce` leaves a transaction open.
        let isHeld = queue.unsafeReentrantRead { $0.isInsideTransaction }
        return try isHeld ? queue.unsafeReentrantRead(body) : queue.read(body)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        // A store is read before the daemon has brought it up to date, and may lack a table.
        let isCurrent = try queue.unsafeReentrantRead(Schema.migrator.hasCompletedMigrations)
        throw isCurrent ? error : StoreError.earlier(path)
      }
    }
  }

  /// Asks several questions of one state of the store, whatever the daemon commits meanwhile.
  ///
  /// Until it is done the log of what is written can't begin anew: don't wait in it for anybody, such as whoever reads
  /// what a command prints.
  public func atOnce<Result>(_ body: () throws -> Result) throws -> Result {
    try queue.read { _ in try body() }
  }

  /// A story by its number.
  public func story(_ number: StoryNumber) throws(StoreError) -> StoredStory? {
    try stories("number = ?", [number.value]).first
  }

  /// All takes of the stories that carry an id, oldest first. More than one outlet may use an id.
  public func stories(id: String) throws(StoreError) -> [StoredStory] {
    try stories("id = ?", [id])
  }

  /// The outlets of which there are stories, by name.
  ///
  /// Complexity: O(n) in the stories.
  public func outlets() throws(StoreError) -> [Outlet] {
    try reading { db in
      try String.fetchAll(
        db, sql: "SELECT DISTINCT outlet FROM visible WHERE outlet IS NOT NULL ORDER BY outlet"
      ).map { Outlet($0) }
    }
  }

  /// The stories of a group, in order of publication, those without a date last.
  public func stories(in group: GroupNumber) throws(StoreError) -> [StoredStory] {
    try stories(#""group" = ?"#, [group.value])
  }

  /// Where a group went, if it was merged into another.
  public func mergedInto(_ group: GroupNumber) throws(StoreError) -> GroupNumber? {
    try reading { db in
      try Int64.fetchOne(
        db, sql: #"SELECT merged_into FROM "group" WHERE number = ?"#, arguments: [group.value]
      ).map { GroupNumber($0) }
    }
  }

  /// Groups with at least so many stories, the one with the latest arrival first.
  public func groups(atLeast size: Int, limit: Int) throws(StoreError) -> [GroupNumber] {
    try reading { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT "group" FROM visible GROUP BY "group" HAVING count(*) >= ?
          ORDER BY max(number) DESC LIMIT ?
          """, arguments: [size, limit]
      ).map { GroupNumber($0) }
    }
  }

  /// The comparisons that a story was part of, strongest first.
  public func pairs(of story: StoryNumber) throws(StoreError) -> [StoredPair] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM pair WHERE (first = ?1 OR second = ?1)
            AND first NOT IN (SELECT story FROM wire_embargo)
            AND second NOT IN (SELECT story FROM wire_embargo)
          ORDER BY strength DESC, first, second
          """, arguments: [story.value]
      ).map { try PairTable.read($0) }
    }
  }

  /// Events after a sequence number, oldest first.
  public func events(after sequence: Int64, limit: Int) throws(StoreError) -> [StoredEvent] {
    try reading { try EventTable.after($0, sequence, limit: limit) }
  }

  private func stories(
    _ condition: String, _ arguments: StatementArguments
  ) throws(StoreError) -> [StoredStory] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM visible WHERE \(condition)
          ORDER BY published IS NULL, published, number
          """, arguments: arguments
      ).map { try StoryTable.read($0) }
    }
  }
}
