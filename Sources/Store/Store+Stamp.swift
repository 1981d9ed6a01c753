internal import Foundation
internal import GRDB
public import Stories

extension Store {
  /// Settles which stamp the store's signatures have.
  ///
  /// - Parameters:
  ///   - current: the stamp of signatures made by this program.
  ///   - maySignAnew: whether a store of another stamp is to be signed anew rather than refused.
  /// - Returns: how many stories must be signed anew by `resign`.
  /// - Throws: `StoreError.otherStamp` when the stamps differ and that is not wanted.
  public func settle(
    _ current: SignatureStamp, maySignAnew: Bool
  ) throws(StoreError) -> Int {
    return try writing { [path] db in
      let text = try Store.text(of: current)
      let stored = try String.fetchOne(
        db,
        sql: "SELECT stamp FROM stamp WHERE number = (SELECT value FROM meta WHERE key = 'stamp')")
      if let stored, stored != text, !maySignAnew {
        throw StoreError.otherStamp(path, stored: stored, current: text)
      }
      try db.execute(sql: "INSERT OR IGNORE INTO stamp (stamp) VALUES (?)", arguments: [text])
      let number = try Int64.fetchOne(
        db, sql: "SELECT number FROM stamp WHERE stamp = ?", arguments: [text])
      try MetaTable.set(db, "stamp", String(number ?? 0))
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM signature WHERE stamp <> ?", arguments: [number]) ?? 0
    }
  }

  /// Signs up to `limit` stories of another stamp anew, in one transaction. Call until it returns none, each time from
  /// where it ended: else it looks through all that it has signed.
  ///
  /// Stories keep their groups: a new signature changes how candidates are found, not what was decided.
  ///
  /// - Parameters:
  ///   - last: the story behind which to begin.
  ///   - limit: stories to a transaction.
  ///   - signer: makes what signs a text. Called inside the transaction, since what signs may not be handed
  ///     from one thread to another.
  /// - Returns: which were signed, in order.
  /// - Throws: `StoreError`, also for what `signer` throws; then nothing was signed.
  public func resign(
    after last: StoryNumber = StoryNumber(0), limit: Int,
    signer: @Sendable () throws -> (String) -> SignedText
  ) throws(StoreError) -> [StoryNumber] {
    try writing { db in
      let stamp = try MetaTable.get(db, "stamp").flatMap { Int64($0) } ?? 0
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, text FROM signature JOIN story ON story.number = signature.story
          WHERE signature.story > ? AND stamp <> ? ORDER BY signature.story LIMIT ?
          """, arguments: [last.value, stamp, limit])
      guard !rows.isEmpty else { return [] }
      let sign = try signer()
      for row in rows {
        try SignatureTable.insert(db, StoryNumber(row[0]), sign(row[1]), stamp: stamp)
      }
      return rows.map { StoryNumber($0[0]) }
    }
  }

  /// A stamp as the store writes it: JSON with sorted keys.
  static func text(of stamp: SignatureStamp) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(stamp), as: UTF8.self)
  }
}
