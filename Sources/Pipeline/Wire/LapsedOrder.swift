internal import Store
internal import Stories

/// An order that is let go before it has found all that it is about, as an event says it.
struct LapsedOrder {
  /// Why an order is let go.
  enum Reason: String {
    /// It has waited as long as any order does.
    case age
    /// Too many wait, and most of them are of its source.
    case number
  }

  let order: WireOrder
  let reason: Reason
  let now: Instant

  /// What the event says: of an order under an embargo only that there was one.
  var event: EventFields {
    var fields = EventFields()
    fields.state = order.notice.kind == .hold ? .held : .killed
    fields.reason = reason.rawValue
    guard !order.isEmbargoed(at: now) else { return fields }
    fields.outlet = order.outlet
    (fields.waitsFor, fields.note) = (order.calls, order.note)
    return fields
  }
}

extension OrderHistory {
  /// Whether an order was taken and not let go since.
  var isInForce: Bool {
    switch self {
    case .taken: true
    case .new, .lapsed: false
    }
  }
}
