internal import Foundation

/// How much of the suite runs: `COPYTASTER_TIER=short` is for every save, without it all but the long tier.
public enum Tier {
  /// Whether only the short tier is wanted.
  public static let isShort = ProcessInfo.processInfo.environment["COPYTASTER_TIER"] == "short"

  /// The folder of labelled corpora, nil where there is none; a test that skips says so.
  public static let corpora = ProcessInfo.processInfo.environment["COPYTASTER_CORPORA"].flatMap {
    $0.isEmpty ? nil : $0
  }
}
