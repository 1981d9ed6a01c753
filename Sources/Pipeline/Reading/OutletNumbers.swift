internal import Stories

/// Numbers for outlets, in the order in which they are met.
struct OutletNumbers: Sendable {
  private var numbers: [Outlet: UInt32] = [:]

  mutating func number(of outlet: Outlet) -> UInt32 {
    if let known = numbers[outlet] { return known }
    let next = UInt32(numbers.count)
    numbers[outlet] = next
    return next
  }
}
