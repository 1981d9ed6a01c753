internal import Stories

/// One message of ANPA 1312.
struct ANPAMessage {
  private let message: WireMessage
  var draft: StoryDraft
  var paragraphs: [String] = []
  var afterByline = false
  /// Whether the line before belongs to the headline.
  var inHeadline = false

  init(_ message: WireMessage, _ line: Int, _ charset: String?) {
    self.message = message
    draft = StoryDraft("ANPA 1312", line: line)
    draft.facts.charset = charset
    draft.isAgencyWire = true
  }

  /// The story, or what this is instead.
  consuming func outcome(_ delivery: Delivery) -> Outcome {
    readHeader()
    readTrailer()
    var inHead = true
    var lines = message.body.lines[...]
    while let line = lines.popFirst() {
      if inHead, line.hasPrefix("^") {
        inHead = readHeadLine(ANPAMessage.whole(line, &lines))
      } else if !line.isBlank {
        inHead = false
        readTextLine(line)
      }
    }
    draft.text = paragraphs.joined(separator: "\n\n")
    return draft.finish(delivery.named(message.name))
  }

  /// `r d DC3 DC1 BC-US--GiantLobsterDeath 1stLd-Writethru   08-29 0590`; the first letter is the priority.
  private mutating func readHeader() {
    let lines = message.header.split(separator: "\n")
    guard let line = lines.dropFirst().first(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      return
    }
    let priorities: [Character: Int] = ["f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 6, "s": 7]
    draft.facts.urgency = line.first.flatMap { priorities[$0] }
    draft.facts.take = TakeMarks.mark(String(line))
    if EmbargoMark.stands(inSlug: String(line)) { draft.embargo("") }
  }

  /// `AP-WF-08-29-16 1626GMT<`: month, day, year, and the time with its zone.
  private mutating func readTrailer() {
    let line = message.trailer.prefix { $0 != "\n" && $0 != "<" }
    var parts = line.split { $0 == "-" || $0 == " " }
    var zone: Substring = ""
    if let last = parts.last, last.allSatisfy(\.isLetter) { zone = parts.removeLast() }
    guard parts.count >= 6, let last = parts.last, last.prefix(4).allSatisfy(\.isNumber),
      last.count >= 4
    else { return }
    let date = parts.dropLast().suffix(3).map(String.init)
    readTime(date, last.prefix(4), zone.isEmpty ? last.dropFirst(4) : zone)
    draft.facts.provider = parts.first.map(String.init)
  }

  private mutating func readTime(_ date: [String], _ time: Substring, _ zone: Substring) {
    let clock = "\(time.prefix(2)):\(time.suffix(2))"
    // Mail has the same names of zones.
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    var instant: Instant?
    if let month = Int(date[0]), months.indices.contains(month - 1) {
      instant = WireDate.instant("\(date[1]) \(months[month - 1]) 20\(date[2]) \(clock) \(zone)")
      if instant == nil {
        instant = Instant("20\(date[2])-\(date[0])-\(date[1])T\(clock)Z")
        let doubt = "the zone '\(zone.prefix(8))' is not known, read as GMT"
        if instant != nil { draft.facts.doubts.append(doubt) }
      }
    }
    draft.facts.versionCreated = instant
    draft.facts.firstCreated = instant
  }

  private mutating func readTextLine(_ line: Substring) {
    let words = String(ANPAMessage.tidy(String(line)).drop { $0 == "^" }).trimmed
    guard words.hasWords, words != "END" else { return }
    if line.hasPrefix("\t") || line.hasPrefix("   ") || paragraphs.isEmpty {
      paragraphs.append(words)
    } else {
      paragraphs[paragraphs.count - 1] += "\n" + words
    }
  }

  /// Without typesetting codes and the signs that end a line.
  ///
  /// - Complexity: O(n); a line may hold any number of such signs.
  static func tidy(_ line: String) -> String {
    var bytes = line.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    while let last = bytes.last, [0x20, UInt8(ascii: "<"), UInt8(ascii: "=")].contains(last) {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self).oneLine
  }

  /// The slug without the count of words at its end.
  static func slug(_ words: String) -> String {
    guard let comma = words.lastIndex(of: ",") else { return words }
    let count = words[words.index(after: comma)...].trimmedSpace
    return count.allSatisfy(\.isNumber) ? String(words[..<comma]) : words
  }
}
