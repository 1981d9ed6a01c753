import NearDuplicates
import Stories
import Text

/// What this program is, down to the libraries that decide signatures.
enum Version {
  static let short = "0.1.0"

  /// A line for each part.
  static var parts: [(name: String, value: String)] {
    let stamp = Tokeniser.currentStamp()
    return [
      ("copytaster", short),
      ("tokeniser", String(stamp.tokeniser)),
      ("icu", stamp.icu),
      ("unicode", stamp.unicode),
      ("signature", FastSimilaritySketch.name),
      ("relation model", (try? ModelSource.standard.relation().fullName) ?? "not found"),
    ]
  }
}
