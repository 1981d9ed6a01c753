extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC, with milliseconds only where there are any: `2026-03-02T08:15:00Z`.
  public var description: String {
    let (days, inDay) = milliseconds.flooredQuotientAndRemainder(by: Instant.day)
    let date = CivilDate(daysSinceEpoch: days)
    let seconds = inDay / 1000
    var text =
      "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
      + "T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    if inDay % 1000 != 0 { text += ".\(padded(inDay % 1000, 3))" }
    return text + "Z"
  }

  /// Reads RFC 3339 (`2026-03-02T08:15:00Z`, with a fraction or an offset) and the shorter forms
  /// that wires and archives use: no seconds, no zone (taken as UTC), a date alone (midnight UTC).
  ///
  /// - Returns: nil if the text is none of these, names no real day or time, or one whose year in UTC has not four
  ///   digits, which could not be written again.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(digits: 4), reader.take("-"),
      let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var total = date.daysSinceEpoch * Instant.day
    if !reader.atEnd {
      guard reader.take("T") || reader.take("t") || reader.take(" "),
        let time = reader.timeOfDay(), let offset = reader.zoneOffset(), reader.atEnd
      else { return nil }
      total += time - offset
    }
    guard Instant.written.contains(total) else { return nil }
    self.init(milliseconds: total)
  }
}

extension Instant {
  /// The years 0 to 9999, in milliseconds.
  private static let written: Range<Int64> = -62_167_219_200_000..<253_402_300_800_000
}

private func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Reads fixed-width digits off the front of some UTF-8.
private struct DigitReader {
  private var bytes: [UInt8]
  private var position = 0

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  var atEnd: Bool { position == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func number(digits: Int) -> Int64? {
    guard position + digits <= bytes.count else { return nil }
    var value: Int64 = 0
    for byte in bytes[position..<position + digits] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    position += digits
    return value
  }

  /// `08:15`, `08:15:30` or `08:15:30.25`, in milliseconds since midnight.
  mutating func timeOfDay() -> Int64? {
    guard let hour = number(digits: 2), hour < 24, take(":"),
      let minute = number(digits: 2), minute < 60
    else { return nil }
    var total = hour * Instant.hour + minute * 60_000
    guard take(":") else { return total }
    guard let second = number(digits: 2), second <= 60 else { return nil }
    total += min(second, 59) * 1000
    guard take(".") else { return total }
    var scale: Int64 = 100
    guard let first = number(digits: 1) else { return nil }
    total += first * scale
    while let digit = number(digits: 1) {
      scale /= 10
      total += digit * scale
    }
    return total
  }

  /// `Z`, `+01:00`, `-0500` or nothing, in milliseconds east of UTC.
  mutating func zoneOffset() -> Int64? {
    if atEnd || take("Z") || take("z") { return 0 }
    let sign: Int64 = take("+") ? 1 : (take("-") ? -1 : 0)
    guard sign != 0, let hour = number(digits: 2), hour < 24 else { return nil }
    _ = take(":")
    let minute = number(digits: 2) ?? 0
    return minute < 60 ? sign * (hour * Instant.hour + minute * 60_000) : nil
  }
}
