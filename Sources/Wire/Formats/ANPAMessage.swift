internal import Stories

/// One message of ANPA 1312.
struct ANPAMessage {
  private let message: WireMessage
  private var draft: StoryDraft
  private var paragraphs: [String] = []
  private var afterByline = false

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
    for line in message.body.lines {
      if inHead, line.hasPrefix("^") {
        inHead = readHeadLine(line)
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

  /// `AP-WF-08-29-16 1626GMT<`: month, day, year.
  private mutating func readTrailer() {
    let line = message.trailer.prefix { $0 != "\n" && $0 != "<" }
    let parts = line.split { $0 == "-" || $0 == " " }
    guard parts.count >= 6, let time = parts.last?.prefix(4), time.count == 4 else { return }
    let (month, day, year) = (
      parts[parts.count - 4], parts[parts.count - 3], parts[parts.count - 2]
    )
    draft.facts.versionCreated = Instant(
      "20\(year)-\(month)-\(day)T\(time.prefix(2)):\(time.suffix(2))Z")
    draft.facts.firstCreated = draft.facts.versionCreated
    draft.facts.provider = parts.first.map(String.init)
  }

  /// Reads a line that a caret opens. Returns whether the head goes on.
  private mutating func readHeadLine(_ line: Substring) -> Bool {
    // A code in front shares the line with the slug: `^*9006< ^AP-Top-Headlines,0176<`.
    let pieces = line.split(separator: "^").map { String($0) }
    guard let piece = pieces.last else { return true }
    let words = ANPAMessage.tidy(piece)
    let isClosed = piece.trimmed.hasSuffix("<")
    let isCentred = piece.trimmed.hasSuffix("=")
    let lower = words.lowercased()
    if draft.facts.slugline == nil {
      draft.facts.slugline = ANPAMessage.slug(words)
      if EmbargoMark.stands(inSlug: words) { draft.embargo("") }
    } else if draft.embargoMark(words)
      || ["eds:", "(eds", "editors", "ap photo", "ap graphic", "ap video", "with "]
        .contains(where: { lower.hasPrefix($0) })
    {
      draft.facts.editorsNote = [draft.facts.editorsNote, words].compactMap { $0 }
        .joined(separator: "\n")
    } else if lower.hasPrefix("by "), isCentred || isClosed {
      draft.facts.byline = words
    } else if isCentred, draft.facts.byline != nil, paragraphs.isEmpty, !afterByline {
      // The line below a byline says where its author works.
      afterByline = true
    } else if draft.headline == nil, isClosed || isCentred {
      draft.headline = words
    } else if isClosed {
      return true
    } else {
      paragraphs.append(words)
      return isCentred
    }
    return true
  }

  private mutating func readTextLine(_ line: Substring) {
    let words = String(ANPAMessage.tidy(String(line)).drop { $0 == "^" }).trimmed
    guard words.hasWords, words != "END" else { return }
    if line.hasPrefix("\t") || paragraphs.isEmpty {
      paragraphs.append(words)
    } else {
      paragraphs[paragraphs.count - 1] += "\n" + words
    }
  }

  /// Without typesetting codes and the sign that ends a line.
  private static func tidy(_ line: String) -> String {
    let bytes = line.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    var words = String(decoding: bytes, as: UTF8.self).oneLine
    while words.hasSuffix("<") || words.hasSuffix("=") { words = String(words.dropLast()).trimmed }
    return words
  }

  /// The slug without the count of words at its end.
  private static func slug(_ words: String) -> String {
    guard let comma = words.lastIndex(of: ",") else { return words }
    let count = words[words.index(after: comma)...].trimmedSpace
    return count.allSatisfy(\.isNumber) ? String(words[..<comma]) : words
  }
}
