public import Stories
internal import Synchronization

/// Wall-clock time that stands still until a test moves it.
public final class HandMovedClock: Sendable {
  private let time: Mutex<Int64>

  /// Starts at so many milliseconds since the epoch.
  public init(start: Int64) { time = Mutex(start) }

  /// The time it shows.
  public var now: Instant { Instant(milliseconds: time.withLock { $0 }) }

  /// Moves it on.
  public func advance(by milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}
