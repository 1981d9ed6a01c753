/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// An integer of our own rather than Foundation's `Date`: it has no fractions to round, so the same
/// story gives the same order and the same digest on every machine.
public struct Instant: Hashable, Sendable, Comparable, Codable {
  /// Milliseconds since the epoch, negative before 1970.
  public let milliseconds: Int64

  /// Makes an instant from milliseconds since the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The earlier instant comes first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The distance to another instant in milliseconds, never negative.
  public func distance(to other: Instant) -> Int64 {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
    return overflow || difference == .min ? .max : abs(difference)
  }

  /// This instant moved by a number of milliseconds, held at the ends of the range.
  public func advanced(byMilliseconds step: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(step)
    return Instant(milliseconds: overflow ? (step < 0 ? .min : .max) : sum)
  }
}

extension Instant {
  /// One hour in milliseconds.
  public static let hour: Int64 = 3_600_000
  /// One day in milliseconds.
  public static let day: Int64 = 24 * hour
}
