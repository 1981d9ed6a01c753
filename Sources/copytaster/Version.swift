import Models
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
      ("relation model", relationModel),
    ]
  }

  /// The model's name and mark, or why there is none.
  private static var relationModel: String {
    do {
      return try ModelSource.standard.relation().fullName
    } catch ModelError.missing {
      return "not found"
    } catch {
      return "not usable: \(error)"
    }
  }
}
