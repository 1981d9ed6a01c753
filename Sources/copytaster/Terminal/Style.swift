import Foundation

/// Colours and weights, only where a person looks at a terminal and has not set NO_COLOR.
enum Style: String {
  case bold = "1"
  case dim = "2"
  case green = "32"
  case yellow = "33"
  case red = "31"
  case cyan = "36"

  /// Whether styles are shown.
  static let isOn =
    Terminal.outputIsTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  /// The text in this style, or as it is where there are no styles.
  func callAsFunction(_ text: String) -> String {
    Style.isOn ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text fit for a terminal, its line ends kept.
  var printableLines: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      String($0).printable
    }
    .joined(separator: "\n")
  }

  /// The text without control characters, so that a headline can't write to the terminal.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          scalar.properties.generalCategory == .control || Self.bidirectional.contains(scalar.value)
            ? " " : scalar
        }))
  }

  private static let bidirectional: Set<UInt32> = Set(0x202A...0x202E).union(0x2066...0x2069)

  /// The text in so many columns: cut with an ellipsis, or filled with spaces.
  func fitted(to columns: Int) -> String {
    var used = 0
    var result = ""
    for character in printable {
      let width = character.columns
      if used + width > columns - 1, self.columns > columns {
        result += "…"
        used += 1
        break
      }
      result.append(character)
      used += width
    }
    return result + String(repeating: " ", count: max(0, columns - used))
  }

  /// The text in at most so many columns: cut with an ellipsis where it is wider.
  func cut(to columns: Int) -> String { self.columns > columns ? fitted(to: columns) : printable }

  /// The text in lines of at most so many columns, broken between words, and within a word that is wider than a line.
  func wrapped(to columns: Int) -> [String] {
    // A figure stays on the line of its sign.
    let glued = printable.replacing(" %", with: "\u{A0}%")
    var lines = StyledLines(width: max(2, columns))
    for word in glued.split(separator: " ") { lines.add("\(word) ") }
    return lines.finished.filter { !$0.isEmpty }
  }

  /// Columns that the text takes on a terminal.
  var columns: Int { reduce(0) { $0 + $1.columns } }
}
