/// Numbers as tables print them.
enum Figures {
  /// A number with a fixed count of decimals.
  static func fixed(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "\(value)" }
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let rounded = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && rounded > 0 ? "-" : ""
    guard places > 0 else { return sign + String(rounded) }
    let decimals = String(rounded % scale)
    let zeros = String(repeating: "0", count: places - decimals.count)
    return "\(sign)\(rounded / scale).\(zeros)\(decimals)"
  }

  /// The same with a sign in any case.
  static func signed(_ value: Double, _ places: Int) -> String {
    (value < 0 ? "" : "+") + fixed(value, places)
  }

  /// Text at the right end of a column.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Text at the left end of a column.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The middle value; of an even number of values the upper one of two.
  static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
