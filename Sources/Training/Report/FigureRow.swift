/// Tables of figures in Markdown.
public enum FigureRow {
  /// A table of rows that `line` makes.
  static func table(_ first: String, _ rows: [String]) -> String {
    let head = ["| \(first) | precision | recall | F1 | news lost |", "|---|---|---|---|---|"]
    return (head + rows).joined(separator: "\n")
  }

  /// A row.
  static func line(_ name: String, _ tally: CharacterTally) -> String {
    let figures = [tally.precision, tally.recall, tally.f1].map { fixed($0, 3) }
    return "| \(name) | \(figures.joined(separator: " | ")) | \(fixed(tally.newsLost * 100, 2)) % |"
  }

  /// A number with two decimals and a sign in any case.
  static func signed(_ value: Double) -> String { (value < 0 ? "-" : "+") + fixed(abs(value), 2) }

  /// A number of 0 or more with a fixed count of decimals.
  public static func fixed(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let rounded = Int((value * Double(scale)).rounded())
    let decimals = String(rounded % scale)
    return "\(rounded / scale)." + String(repeating: "0", count: places - decimals.count) + decimals
  }
}
