internal import Foundation
internal import GRDB
public import Stories

extension Store {
  /// Whether an order of this digest was taken, from where it was last carried out, and whether it was let go.
  public func history(ofOrder digest: ContentDigest) throws(StoreError) -> OrderHistory {
    try Store.guarding(path) {
      try queue.read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT delivery, part, matched = 2 FROM wire_order WHERE digest = ?")
        guard let row = try Row.fetchOne(statement, arguments: [digest.data]) else { return .new }
        let (delivery, part): (Data?, Int?) = (row[0], row[1])
        var origin: OrderOrigin?
        if let delivery, let part, let file = ContentDigest(bytes: Array(delivery)) {
          origin = OrderOrigin(delivery: file, part: part)
        }
        return row[2] ? .lapsed(origin) : .taken(origin)
      }
    }
  }

  /// Orders since an instant that have found no story yet, in order.
  public func openOrders(since start: Instant) throws(StoreError) -> [WaitingOrder] {
    try orders("matched = 0 AND at >= ?", [start.milliseconds])
  }

  /// Orders from before an instant that have found no story and have not been let go, the oldest first.
  ///
  /// - Parameters:
  ///   - edge: the instant.
  ///   - limit: how many at most.
  /// - Returns: the orders.
  /// - Throws: `StoreError` when the store can't be read.
  public func overdueOrders(
    before edge: Instant, limit: Int
  ) throws(StoreError) -> [WaitingOrder] {
    try orders("matched = 0 AND at < ?", [edge.milliseconds], limit: limit)
  }

  /// Orders of some kinds since an instant, in order, whether or not they have found a story, but none that was let go.
  public func orders(
    of kinds: [WireNotice.Kind], since start: Instant
  ) throws(StoreError) -> [WaitingOrder] {
    let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try orders("kind IN (\(names)) AND at >= ? AND matched <> 2", [start.milliseconds])
  }

  private func orders(
    _ condition: String, _ arguments: StatementArguments, limit: Int? = nil
  ) throws(StoreError) -> [WaitingOrder] {
    try Store.guarding(path) {
      try queue.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT digest, body, at, number FROM wire_order WHERE \(condition)
            ORDER BY at, number LIMIT ?
            """, arguments: arguments + [limit ?? -1]
        ).compactMap { row in
          guard let digest = ContentDigest(bytes: Array(row[0] as Data)) else { return nil }
          return WaitingOrder(
            order: try WireTables.JSON.value(row[1], of: .order(row[3]), in: path), digest: digest,
            at: Instant(milliseconds: row[2]))
        }
      }
    }
  }
}
