internal import Stories

/// Dates as wires write them.
enum WireDate {
  /// Reads RFC 3339, the basic form of ISO 8601 (`20151014T043001+0100`), or RFC 822; a zone may stand there by its name
  /// (`20151014T043001 GMT`).
  static func instant(_ text: String) -> Instant? {
    let text = text.trimmed
    return Instant(text) ?? basic(text) ?? mail(text) ?? named(text)
  }

  /// Reads a date whose zone stands behind a space.
  private static func named(_ text: String) -> Instant? {
    guard let space = text.lastIndex(of: " ") else { return nil }
    let zone = String(text[text.index(after: space)...])
    guard let offset = zones[zone.uppercased()] ?? ("+-".contains(zone.prefix(1)) ? zone : nil)
    else { return nil }
    let time = text[..<space].trimmedSpace + offset
    return Instant(time) ?? basic(String(time))
  }

  /// Reads a date; one that tells no offset has that of another one, such as the date of the same story's issue.
  ///
  /// - Parameters:
  ///   - text: the date.
  ///   - others: dates whose offset it may have; the first that tells one counts.
  /// - Returns: nil if it is no date; in UTC where nothing tells an offset.
  static func instant(_ text: String, offsetOf others: [String?]) -> Instant? {
    guard let instant = instant(text) else { return nil }
    guard offset(text) == nil, let offset = others.lazy.compactMap({ $0.flatMap(offset) }).first
    else { return instant }
    return instant.advanced(byMilliseconds: -offset)
  }

  /// How far east of UTC a date's own offset is, in milliseconds; nil if it tells none.
  static func offset(_ text: String) -> Int64? {
    let text = text.trimmed
    let letters = text.reversed().prefix(while: \.isLetter).count
    let sign = text.lastIndex { "+-".contains($0) }
    guard let tail = letters > 0 ? text.suffix(letters) : sign.map({ text[$0...] }),
      // The day of a date stands behind such a sign too.
      instant(String(text[..<tail.startIndex])) != nil
    else { return nil }
    let midnight = "2000-01-01T00:00:00"
    let shifted = Instant(midnight + (zones[tail.uppercased()] ?? String(tail)))
    guard let shifted, let utc = Instant(midnight) else { return nil }
    return utc.milliseconds - shifted.milliseconds
  }

  /// The end of an embargo, which must not be guessed.
  ///
  /// - Throws: a refusal with the field's name where it is no date.
  static func embargo(_ field: String, _ text: String, line: Int?) throws(Refusal) -> Instant {
    if let instant = instant(text) { return instant }
    throw Refusal(
      line: line, problem: "\(field) is '\(text.prefix(40))', which is not a date",
      remedy: "write it like 2026-03-02T08:15:00Z, or leave it out where there is none")
  }

  /// `20151014`, `20151014T0430`, `20151014T043001Z`, `20151014T043001+0100`; the T may be missing, and the time.
  private static func basic(_ text: String) -> Instant? {
    let digits = text.prefix { $0.isNumber && $0.isASCII }
    guard [8, 12, 14].contains(digits.count) else { return nil }
    let date = "\(cut(digits, 0, 4))-\(cut(digits, 4, 2))-\(cut(digits, 6, 2))"
    var rest = text.dropFirst(8)
    if rest.isEmpty { return Instant(date) }
    if let sign = rest.first, "+-Zz".contains(sign) { return Instant("\(date)T00:00\(rest)") }
    if digits.count == 8 {
      guard rest.first == "T" || rest.first == " " else { return nil }
      rest = rest.dropFirst()
    }
    let time = rest.prefix { $0.isNumber && $0.isASCII }
    guard time.count == 6 || time.count == 4 else { return nil }
    let seconds = time.count == 6 ? cut(time, 4, 2) : "00"
    return Instant(
      "\(date)T\(cut(time, 0, 2)):\(cut(time, 2, 2)):\(seconds)\(rest.dropFirst(time.count))")
  }

  /// RFC 822, section 5, with four-digit years too: `Wed, 25 Apr 2017 15:12:49 +0000`.
  private static func mail(_ text: String) -> Instant? {
    var words = text.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    if let first = words.first, first.first?.isNumber == false { words.removeFirst() }
    guard words.count >= 4, let day = Int(words[0]), let month = month(words[1]),
      let year = year(words[2])
    else { return nil }
    let time = words[3].split(separator: ":").map { two(Int($0) ?? -1) }
    guard time.count == 2 || time.count == 3 else { return nil }
    let clock = (time + ["00"]).prefix(3).joined(separator: ":")
    let zone = words.count > 4 ? zones[words[4].uppercased()] ?? words[4] : "Z"
    return Instant("\(year)-\(two(month))-\(two(day))T\(clock)\(zone)")
  }

  /// The number of an English or German month by its first three letters.
  static func month(_ text: some StringProtocol) -> Int? {
    let short = text.prefix(3).lowercased()
    return (months.firstIndex(of: short) ?? german[short]).map { $0 + 1 }
  }

  private static func year(_ text: String) -> String? {
    guard let number = Int(text) else { return nil }
    if text.count == 4 { return text }
    return text.count == 2 ? String(number < 70 ? 2000 + number : 1900 + number) : nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let german = ["mär": 2, "mrz": 2, "mai": 4, "okt": 9, "dez": 11]
  private static let zones = [
    "GMT": "Z", "UTC": "Z", "UT": "Z", "Z": "Z", "EST": "-0500", "EDT": "-0400", "CST": "-0600",
    "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
    "CET": "+0100", "CEST": "+0200", "BST": "+0100",
  ]

  static func two(_ number: Int) -> String {
    (0..<10).contains(number) ? "0\(number)" : String(number)
  }

  private static func cut(_ text: Substring, _ start: Int, _ count: Int) -> Substring {
    text.dropFirst(start).prefix(count)
  }
}
