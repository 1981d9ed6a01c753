internal import Foundation
internal import GRDB
public import Stories

extension Store {
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

  /// Orders since an instant that have found no story yet, in order.
  public func openOrders(since start: Instant) throws(StoreError) -> [WaitingOrder] {
    try orders("matched = 0 AND at >= ?", [start.milliseconds])
  }

  /// Orders of some kinds since an instant, in order, whether or not they have found a story.
  public func orders(
    of kinds: [WireNotice.Kind], since start: Instant
  ) throws(StoreError) -> [WaitingOrder] {
    let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try orders("kind IN (\(names)) AND at >= ?", [start.milliseconds])
  }

  private func orders(
    _ condition: String, _ arguments: StatementArguments
  ) throws(StoreError) -> [WaitingOrder] {
    try Store.guarding(path) {
      try queue.read { db in
        try Row.fetchAll(
          db,
          sql:
            "SELECT digest, body, at, number FROM wire_order WHERE \(condition) ORDER BY at, number",
          arguments: arguments
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
