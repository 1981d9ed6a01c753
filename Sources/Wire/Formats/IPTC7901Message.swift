internal import Stories

/// One message of IPTC 7901.
struct IPTC7901Message {
  private let message: WireMessage
  private var draft: StoryDraft

  init(_ message: WireMessage, _ line: Int, _ charset: String?) {
    self.message = message
    draft = StoryDraft("IPTC 7901", line: line)
    draft.facts.charset = charset
    draft.isAgencyWire = true
  }

  /// The story, or what this is instead.
  consuming func outcome(_ delivery: Delivery) -> Outcome {
    var lines = IPTC7901Message.withoutControls(message.body).lines
    let signOff = IPTC7901Message.removeSignOff(&lines)
    readTrailer(message.trailer)
    if draft.facts.versionCreated == nil, let signOff { readTrailer(signOff) }
    readHeader()
    let count = IPTC7901Message.headlineCount(lines)
    readHeadline(lines.prefix(count))
    let text = lines.dropFirst(count).drop { readMarkBelowHeadline($0) }
    readText(text)
    return draft.finish(delivery.named(message.name))
  }

  /// `eca062 4 i 211 ccccb   dpa 061`, then the slug on lines of its own.
  private mutating func readHeader() {
    let lines = message.header.lines.map { String($0).oneLine }.filter {
      !$0.isEmpty
    }
    guard let first = lines.first else { return }
    var words = first.split(separator: " ").map(String.init)
    if words.count > 2, words[0].allSatisfy(\.isLetter), words[1].allSatisfy(\.isNumber) {
      // The number may stand apart from the source.
      words.replaceSubrange(0..<2, with: [words[0] + words[1]])
    }
    draft.facts.urgency = words.dropFirst().first.flatMap { Int($0) }
    if words.count >= 2, Int(words[words.count - 1]) != nil, Int(words[words.count - 2]) == nil,
      words.count > 4
    {
      draft.facts.provider = words[words.count - 2]
    }
    let keywords = lines.dropFirst().filter { !readEmbargo($0) }
    draft.facts.slugline = keywords.joined(separator: " ").nonEmpty
    if keywords.contains(where: EmbargoMark.stands(inSlug:)) { draft.embargo("") }
    readNumber(words.first ?? "")
  }

  /// `AFP062`: the source, and the message's number.
  private mutating func readNumber(_ word: String) {
    let source = word.prefix(while: \.isLetter)
    guard !source.isEmpty, word.dropFirst(source.count).contains(where: \.isNumber) else { return }
    // In small letters it is one of an agency's services.
    if draft.facts.provider == nil, source.count >= 2, source == source.uppercased() {
      draft.facts.provider = String(source)
    }
    guard let sent = draft.facts.versionCreated else { return }
    // Numbers begin anew at midnight where they are given, which is no midnight here: the same number is the same
    // message if it is sent again within hours. Whatever is three hours apart has one of these spans in common.
    let span = 3 * Instant.hour
    let start = sent.milliseconds / span * span
    draft.facts.otherKeys += [start, start + span].map { start in
      "\(word)/\(Instant(milliseconds: start).description.prefix(13))"
    }
  }

  private mutating func readHeadline(_ lines: ArraySlice<Substring>) {
    var headline: [String] = []
    for line in lines {
      var line = String(line).oneLine
      if line.hasSuffix("=") { line = String(line.dropLast()).trimmed }
      if line.isEmpty { continue }
      if let mark = TakeMarks.mark(line), line.count <= 24 {
        draft.facts.take = mark
      } else if ["By ", "Von ", "Par ", "Por "].contains(where: { line.hasPrefix($0) }) {
        draft.facts.byline = line
      } else if NoticeLabel.found(in: line)?.subject.isEmpty == true {
        // "HOLD FOR RELEASE" heads a story as well as an order.
        _ = draft.embargoMark(line)
        headline.append(IPTC7901Message.label(line))
      } else if readEmbargo(line) {
        continue
      } else if IPTC7901Message.isMark(line) {
        if line.lowercased().hasPrefix("correct") { draft.facts.signals.insert(.correction) }
        note(line)
      } else {
        headline.append(line)
      }
    }
    var line = headline.joined(separator: " ")
    // A label with nothing behind it is the whole headline.
    if line.hasSuffix(":"), headline.count == 1 { line.removeLast() }
    draft.headline = line.nonEmpty
    if draft.headline.map(EmbargoMark.stands(aboutHeadline:)) == true { draft.embargo("") }
  }

  /// Notes an embargo that a line tells. Returns whether it does.
  private mutating func readEmbargo(_ line: String) -> Bool {
    guard draft.embargoMark(line) else { return false }
    note(line)
    return true
  }

  /// Reads a mark that stands below the headline, or an empty line above one. Returns whether the line is either: where
  /// no sign ends the headline, or editors add to it, it must not become part of the text.
  private mutating func readMarkBelowHeadline(_ line: Substring) -> Bool {
    line.isBlank || readEmbargo(String(line).oneLine)
  }

  /// A line that orders something of a story, as the label of the headline below it: `KILL:`.
  private static func label(_ line: String) -> String {
    let words = line.drop { "([*".contains($0) || $0.isWhitespace }
    return words.prefix { !")]*:".contains($0) }.trimmedSpace + ":"
  }

  /// A line in capitals or in parentheses above the headline tells editors what this is.
  private static func isMark(_ line: String) -> Bool {
    if line.hasPrefix("("), line.hasSuffix(")") { return true }
    let marks = [
      "REFILE", "URGENT", "CORRECT", "UPDATE", "ATTENTION", "EMBARGO", "ADVISORY", "EXTRA",
    ]
    return line.count <= 24 && line == line.uppercased() && marks.contains { line.hasPrefix($0) }
  }

  private mutating func note(_ text: String) {
    draft.facts.editorsNote = [draft.facts.editorsNote, text].compactMap { $0 }
      .joined(separator: "\n")
  }

  private mutating func readText(_ lines: ArraySlice<Substring>) {
    let start = lines.firstIndex(where: IPTC7901Message.opensNote) ?? lines.endIndex
    draft.text = Paragraphs.join(lines[..<start])
    if let rest = Paragraphs.join(lines[start...]).nonEmpty { note(rest) }
  }

  /// Where what is for publication ends.
  private static func opensNote(_ line: Substring) -> Bool {
    // Nearly every line is spared the closer look by its first letter.
    guard let first = line.utf8.first, "#*tTdD ".utf8.contains(first) else { return false }
    let lower = line.lowercased()
    if lower.hasPrefix("#") {
      return ["notebook", "notizblock", "bloc-notes"].contains { lower.contains($0) }
    }
    return lower.hasPrefix("the following information is not ")
      || lower.hasPrefix("die folgenden informationen sind nicht ")
      || lower.filter { !$0.isWhitespace } == "****"
  }

  /// `131137 GMT Nov 13`: day, hour and minute, then month and year.
  private mutating func readTrailer(_ line: Substring) {
    let words = line.split(whereSeparator: \.isWhitespace).filter { $0.uppercased() != "GMT" }
    guard words.count >= 3, words[0].count == 6, let time = Int(words[0]),
      let month = WireDate.month(words[1]), let year = Int(words[2])
    else { return }
    let date = "\(2000 + year % 100)-\(WireDate.two(month))-\(WireDate.two(time / 10_000))"
    let clock = "\(WireDate.two(time / 100 % 100)):\(WireDate.two(time % 100))"
    draft.facts.versionCreated = Instant("\(date)T\(clock)Z")
    draft.facts.firstCreated = draft.facts.versionCreated
  }
}
