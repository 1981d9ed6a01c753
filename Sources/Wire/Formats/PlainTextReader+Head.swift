extension PlainTextReader {
  /// One line of a head.
  struct HeadField {
    let line: Int
    let value: String
  }

  /// The head's fields, empty if there is no head, and the text below it.
  ///
  /// - Throws: a refusal where a line keeps others from being a head that hold an embargo or an order.
  static func split(
    _ whole: String
  ) throws(Refusal) -> (head: [String: HeadField], text: String) {
    var head: [String: HeadField] = [:]
    var rest = whole[...]
    var number = 0
    while let line = nextLine(&rest) {
      number += 1
      if line.allSatisfy(\.isWhitespace) {
        if head.isEmpty { continue }
        return isText(head, above: rest) ? ([:], whole) : (head, String(rest))
      }
      guard let (key, value) = field(line), !value.isEmpty, head[key] == nil else {
        if holdsStatus(whole) { throw refusal(line, number) }
        return ([:], whole)
      }
      head[key] = HeadField(line: number, value: value)
    }
    return isText(head, above: "") ? ([:], whole) : (head, "")
  }

  /// Whether lines that look like a head are the text: there are none, or only one. That may begin a short item
  /// (`Note: The council meets on Tuesday.`) with nothing below it, or be what a page writes above its text
  /// (`Published: Nov 24, 2025`).
  private static func isText(_ head: [String: HeadField], above rest: Substring) -> Bool {
    guard let (key, field) = head.first else { return true }
    guard head.count == 1 else { return false }
    guard rest.allSatisfy(\.isWhitespace) else {
      return key == "published" && WireDate.instant(field.value) == nil
    }
    if key == "status" { return StatusWord(field.value) == nil }
    return !["id", "outlet", "published", "title", "embargoed"].contains(key)
  }

  /// What ends a sentence or goes on with one, in any script: no headline ends so.
  private static let endSigns: Set<Character> = [
    ".", "!", "?", ":", ";", ",", "。", "｡", "．", "！", "？", "：", "；", "，", "、", "।", "॥", "؟", "۔",
    "؛", "،",
  ]

  /// A first line that reads like a headline: short, and alone above an empty line.
  static func headline(of text: String) -> String? {
    let lines = text.split(
      maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count > 2, lines[1].allSatisfy(\.isWhitespace), lines[0].count <= longestHeadline,
      let last = lines[0].last(where: { !$0.isWhitespace }), !endSigns.contains(last)
    else { return nil }
    return String(lines[0])
  }

  private static func nextLine(_ rest: inout Substring) -> Substring? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(where: \.isNewline)
    defer { rest = end.map { rest[rest.index(after: $0)...] } ?? "" }
    return rest[..<(end ?? rest.endIndex)]
  }

  private static func field(_ line: Substring) -> (key: String, value: String)? {
    guard let (name, value) = pair(line) else { return nil }
    let key = otherNames[name] ?? name
    return keys.contains(key) ? (key, value) : nil
  }

  /// What stands before the first colon of a line, in small letters, and what behind it.
  private static func pair(_ line: Substring) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon].trimmingSpaces.lowercased()
    return (name, line[line.index(after: colon)...].trimmingSpaces)
  }
}

/// Lines that were meant as a head and are none: an embargo or an order among them must not become part of a text.
extension PlainTextReader {
  /// Most lines that are looked at, and most characters of a key that nobody knows.
  private static let (longestHead, longestKey) = (40, 24)

  /// Whether the lines above the first empty one begin with a key and say that the story may not be used.
  private static func holdsStatus(_ whole: String) -> Bool {
    var rest = whole[...]
    var isFirst = true
    var (hasEmbargo, hasKey) = (false, false)
    for _ in 0..<longestHead {
      guard let line = nextLine(&rest) else { return false }
      // Nothing is said by empty lines above, nor by a rule of dashes.
      if isFirst, !line.contains(where: { $0.isLetter || $0.isNumber }) { continue }
      guard !line.allSatisfy(\.isWhitespace) else { return false }
      let pair = pair(line)
      if isFirst, pair.map({ !looksLikeKey($0.name) }) ?? true { return false }
      isFirst = false
      guard let pair else { continue }
      if saysStatus(pair.name, pair.value) { return true }
      // Whatever the value is, beside a key that is known it was meant as one.
      if embargoNames.contains(pair.name) { hasEmbargo = true }
      if field(line) != nil { hasKey = true }
      if hasEmbargo && hasKey { return true }
    }
    return false
  }

  private static func looksLikeKey(_ name: String) -> Bool {
    !name.isEmpty && name.count <= longestKey
      && name.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
  }

  private static func saysStatus(_ name: String, _ value: String) -> Bool {
    if name == "status" { return value.isEmpty || StatusWord(value) != nil }
    // Prose speaks of embargoes before a colon too.
    guard name.hasPrefix("embargo"), name.count <= longestKey else { return false }
    if WireDate.instant(value) != nil { return true }
    guard embargoNames.contains(name) else { return false }
    let words = value.uppercased().split { !$0.isLetter && !$0.isNumber }
    return value.isEmpty || EmbargoMark.tellsTime(words)
  }

  private static let embargoNames: Set<String> = [
    "embargo", "embargoed", "embargo until", "embargo_until", "embargo-until", "embargo till",
    "embargoed until", "embargoed_until", "embargoed-until", "embargoed till",
  ]

  private static func refusal(_ line: Substring, _ number: Int) -> Refusal {
    let what =
      switch (pair(line)?.name, field(line)) {
      case (let name?, let field?): "'\(name)' \(field.value.isEmpty ? "is empty" : "stands twice")"
      case (let name?, nil): "'\(name.prefix(longestKey))' is none of its keys"
      case (nil, _): "this line has no key"
      }
    return Refusal(
      line: number,
      problem: "\(what), and so the lines with the embargo or status are no head",
      remedy:
        "mend the head (its keys are \(keys.joined(separator: ", "))), or begin a text that is meant so "
        + "with its headline and an empty line")
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var trimmed = drop(while: \.isWhitespace)
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return String(trimmed)
  }
}
