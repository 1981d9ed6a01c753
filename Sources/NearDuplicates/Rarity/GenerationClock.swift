internal import Stories

/// Says when a generation of counts has lasted a window.
struct GenerationClock: Sendable {
  private var start: Instant?

  /// Whether a new generation begins; it has begun then. A clock that was put back begins to count anew.
  ///
  /// - Parameters:
  ///   - now: the time.
  ///   - window: milliseconds that a generation lasts.
  /// - Returns: whether the one before is over.
  mutating func turns(at now: Instant, window: Int64) -> Bool {
    guard let begun = start, begun <= now else {
      start = now
      return false
    }
    guard begun.distance(to: now) >= window else { return false }
    start = now
    return true
  }
}
