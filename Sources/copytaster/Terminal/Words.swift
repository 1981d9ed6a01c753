import Foundation
import Stories

/// How figures and times are said to people.
enum Words {
  /// `84 %`.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// `.913`, a share to three places; `-.144` for what can be below nothing.
  static func share(_ share: Double) -> String {
    let thousandths = Int((abs(share) * 1000).rounded())
    let sign = share < 0 && thousandths > 0 ? "-" : ""
    return sign + (thousandths >= 1000 ? "1.000" : String(format: ".%03d", thousandths))
  }

  /// With every run of white space as one space.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `3.4 MB`.
  static func bytes(_ count: Int64) -> String {
    let units = ["bytes", "KB", "MB", "GB", "TB"]
    var value = Double(count)
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return unit == 0 ? "\(count) bytes" : String(format: "%.1f %@", value, units[unit])
  }

  /// `2 stories`, `1 story`.
  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The same of stories.
  static func stories(_ count: Int) -> String { self.count(count, "story", "stories") }

  /// `02 Mar 08:15` in UTC, or a dash.
  static func time(_ instant: Instant?) -> String {
    guard let instant else { return "no date" }
    let text = instant.description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// The same for a table, in always as many columns: without the year where the terminal is narrow.
  static func timeInTable(_ instant: Instant?) -> String {
    guard Terminal.isNarrow else { return time(instant).fitted(to: 16) }
    return (instant == nil ? time(nil) : String(time(instant).dropFirst(5))).fitted(to: 11)
  }

  /// `3 h 20 min`, for the distance between two times.
  static func span(_ milliseconds: Int64) -> String {
    let minutes = milliseconds / 60_000
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 48 * 60 { return "\(minutes / 60) h \(minutes % 60) min" }
    return "\(minutes / (24 * 60)) days"
  }
}
