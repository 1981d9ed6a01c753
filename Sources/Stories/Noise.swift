/// How clean the texts are.
public enum Noise: String, Sendable, CaseIterable, Codable {
  /// Typed text: what is the same reads the same.
  case clean
  /// Text through optical character recognition: words are misread, broken and dropped.
  case ocr
  /// Each story by its own words: many that no table knows mean recognition errors.
  case auto
}
