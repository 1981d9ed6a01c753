internal import Foundation
internal import GRDB
internal import Stories

/// The daemon's side of the store: the one place that writes.
///
/// SQLite in WAL mode with `synchronous=FULL`: a commit is on the disk when it returns. `NORMAL` would be
/// faster and can lose the last commits when the power fails; since the file leaves the inbox right after
/// the commit, that would lose stories. Batches pay the one fsync for many stories.
public final class Store: Sendable {
  /// The SQLite file.
  public let path: String
  let queue: DatabaseQueue
  /// The number of the file that was opened: another file may get its path.
  private let fileNumber: Int?

  /// Opens a store, making or upgrading it as needed.
  ///
  /// - Parameters:
  ///   - path: the SQLite file.
  ///   - mayUpgrade: whether it may be made or upgraded: that is for the daemon alone. One of an earlier program that
  ///     still runs on it would take nothing more.
  /// - Throws: `StoreError`.
  public init(path: String, mayUpgrade: Bool = true) throws(StoreError) {
    self.path = path
    queue = try Store.guarding(path) {
      let queue = try DatabaseQueue(path: path, configuration: Store.writing)
      try Store.refuseForeign(queue, path)
      if try queue.read(Schema.migrator.hasBeenSuperseded) { throw StoreError.newer(path) }
      guard try mayUpgrade || queue.read(Schema.migrator.hasCompletedMigrations) else {
        throw StoreError.earlier(path)
      }
      try Schema.migrator.migrate(queue)
      // After opening: the library sets NORMAL itself when it switches to WAL.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return queue
    }
    fileNumber = Store.fileNumber(at: path)
  }

  private static func fileNumber(at path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.systemFileNumber] as? NSNumber)?.intValue
  }

  /// Write-ahead pages after which SQLite moves them into the main file, about 16 MB: moving them is the
  /// dearest pause in writing, and readers are slowed by a longer log.
  private static let checkpointPages = 4000

  /// Seconds that it waits for whoever else writes, such as a command.
  static let patience = 10.0

  private static var writing: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
    }
    return configuration
  }

  private static func refuseForeign(_ queue: DatabaseQueue, _ path: String) throws {
    let (identity, tables) = try queue.read { db in
      (
        try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    if identity != Schema.applicationID, tables > 0 { throw StoreError.notAStore(path) }
  }

  /// Runs something on the database and gives its errors our words.
  static func guarding<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(StoreError) -> Result {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error, path)
    } catch {
      throw .failed(path, "\(error)")
    }
  }

  func writing<Result: Sendable>(
    _ body: @Sendable (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try Store.guarding(path) {
      // SQLite writes on into a file that nobody will find again.
      guard Store.fileNumber(at: path) == fileNumber else { throw StoreError.removed(path) }
      return try queue.write(body)
    }
  }
}

extension StoreError {
  init(_ error: DatabaseError, _ path: String) {
    // What SQLite shares among processes stands in a file too, and is the first that finds no room.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = .full(path)
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path)
    case .SQLITE_IOERR:
      self = .failed(path, "disk I/O error; see whether a quota is used up or the disk is failing")
    case .SQLITE_NOTADB: self = .notAStore(path)
    case .SQLITE_CORRUPT: self = .damaged(path, error.message ?? "corrupt")
    default: self = .failed(path, error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}
