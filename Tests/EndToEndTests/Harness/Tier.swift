import Foundation

/// How much is run: everything, or a twentieth of it with COPYTASTER_TIER=short.
enum Tier {
  static let isShort = ProcessInfo.processInfo.environment["COPYTASTER_TIER"] == "short"

  /// So many of something, or a twentieth of it, at least one.
  static func count(_ full: Int) -> Int { isShort ? max(1, full / 20) : full }

  /// Says which tier a test ran and what came of it.
  static func report(_ text: String) { print("tier \(isShort ? "short" : "full"): \(text)") }
}
