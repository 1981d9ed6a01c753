import Foundation
import Testing

/// A company's results in a form that another company's fill as well, in languages that no shipped table knows.
enum FilledForms {
  struct Form: Sendable, CustomTestStringConvertible {
    let language: String
    /// `{co}`, `{ceo}` and `{city}` stand for names, `{n1}` to `{n9}` for figures.
    let text: String
    let one: [String: String]
    let other: [String: String]
    /// News of the same language that has nothing to do with it.
    let unrelated: String
    var testDescription: String { language }

    func filled(with names: [String: String], _ figures: [String]) -> String {
      let figures = figures.enumerated().map { ("n\($0 + 1)", $1) }
      return (names.map { ($0, $1) } + figures).reduce(text) {
        $0.replacingOccurrences(of: "{\($1.0)}", with: $1.1)
      }
    }
  }

  static let figures = ["43.7", "38.2", "4.6", "412.9", "405.5", "11.3", "873.1", "3418", "1270"]
  static let later = ["44.1", "37.9", "5.2", "418.6", "407.2", "11.8", "880.4", "3425", "1281"]
  static let others = ["27.4", "31.6", "7.9", "288.3", "296.8", "8.4", "519.2", "2106", "845"]
  static let all = alphabets + scripts
}
