internal import Foundation
internal import GRDB

/// The log beside the file, in which what is committed stands at first.
extension Store {
  /// Bytes from which on the log is brought into the file though that waits for readers. SQLite begins it anew by itself
  /// where nobody reads for a moment; of readers that overlap there is always one.
  public static let longLog = 64 << 20

  /// Milliseconds that bringing the log into the file waits for readers, and everything else for that.
  private static let patienceWithReaders = 1000

  /// Brings what stands in the log into the file itself, which can then be copied alone. Loses nothing where it can't.
  ///
  /// - Throws: `StoreError`, also when a reader took too long.
  public func gather() throws(StoreError) {
    try Store.guarding(path) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = \(Store.patienceWithReaders)")
        defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Int(Store.patience * 1000))") }
        try db.checkpoint(.truncate)
      }
    }
  }

  /// The same where the log has become long.
  ///
  /// - Parameter bytes: what is long.
  /// - Returns: whether it was long and is no more.
  @discardableResult
  public func shortenLog(over bytes: Int = longLog) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    guard let size = (attributes?[.size] as? NSNumber)?.intValue, size > bytes else { return false }
    return (try? gather()) != nil
  }
}
