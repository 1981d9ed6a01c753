internal import Stories

extension ANPAMessage {
  /// Reads a line that a caret opens. Returns whether the head goes on.
  mutating func readHeadLine(_ line: String) -> Bool {
    // A code in front shares the line with the slug: `^*9006< ^AP-Top-Headlines,0176<`.
    guard let piece = line.split(separator: "^").last.map(String.init) else { return true }
    let words = ANPAMessage.tidy(piece)
    let isClosed = piece.trimmed.hasSuffix("<")
    let isCentred = piece.trimmed.hasSuffix("=")
    let isBelowHeadline = inHeadline
    inHeadline = false
    if draft.facts.slugline == nil {
      draft.facts.slugline = ANPAMessage.slug(words)
      if EmbargoMark.stands(inSlug: words) { draft.embargo("") }
    } else if draft.embargoMark(words) || isNote(words) {
      note(words)
    } else if words.lowercased().hasPrefix("by "), isCentred || isClosed {
      draft.facts.byline = words
    } else if isCentred, draft.facts.byline != nil, paragraphs.isEmpty, !afterByline {
      // The line below a byline says where its author works.
      afterByline = true
    } else if isClosed || isCentred, readHeadline(words, isBelowHeadline) {
      inHeadline = isClosed
    } else if !isClosed {
      paragraphs.append(words)
      return isCentred
    }
    return true
  }

  /// Takes a line for the headline or its second line. Returns whether it is one.
  private mutating func readHeadline(_ words: String, _ isBelowHeadline: Bool) -> Bool {
    guard draft.headline != nil else {
      draft.headline = words
      return true
    }
    // What begins with a capital is a summary, the next line of a list, or a title.
    guard isBelowHeadline, words.first?.isLowercase == true else { return false }
    draft.headline?.append(" " + words)
    return true
  }

  private mutating func note(_ words: String) {
    guard draft.facts.editorsNote != nil else { return draft.facts.editorsNote = words }
    draft.facts.editorsNote?.append("\n" + words)
  }

  /// Whether a line tells editors something. Above the headline only what can be nothing else is a note, for a
  /// headline that is taken for one is lost.
  private func isNote(_ words: String) -> Bool {
    let lower = words.lowercased().replacing("’", with: "'")
    if isPickUp(words) || ANPAMessage.surelyOpensNote(lower) { return true }
    // An order to editors counts where it stands in a note.
    if lower.hasPrefix("editors"), ANPAMessage.orders(words) { return true }
    guard draft.headline != nil else { return false }
    return words.hasPrefix("With ") || words.hasPrefix("Editors ")
      || ["ap photo", "ap graphic", "ap video"].contains { lower.hasPrefix($0) }
  }

  private static func orders(_ words: String) -> Bool {
    [WireNotice.Kind.kill, .hold, .release].contains { kind in
      NoticeOrders.of(kind).stand(in: words, by: [])
    }
  }

  private static func surelyOpensNote(_ lower: String) -> Bool {
    let openings = [
      "eds:", "(eds", "editors:", "editors,", "editor:", "editors note", "editor's note",
      "editors' note", "(editors", "with ap ", "with bc-", "with photo", "with graphic",
      "with video",
    ]
    if openings.contains(where: { lower.hasPrefix($0) }) { return true }
    // `AP Photo XHG401` is a note, `AP photographer is freed` and `AP Photos: a ferry sails` are headlines.
    let words = lower.split(separator: " ").prefix(2)
    return words.count == 2 && words[0] == "ap"
      && ["photo", "graphic", "video"].contains { kind in
        [kind, kind + "s", kind + ".", kind + "s."].contains(String(words[1]))
      }
  }

  /// Whether a line of an add tells after which words it goes: `LONDON: council said.`
  private func isPickUp(_ words: String) -> Bool {
    let mark = draft.facts.take ?? draft.facts.slugline.flatMap(TakeMarks.mark)
    guard mark?.kind == .add, draft.headline == nil, let colon = words.firstIndex(of: ":") else {
      return false
    }
    let place = words[..<colon]
    return place == place.uppercased()[...] && words.last.map { ".'\"”".contains($0) } == true
  }
}

extension ANPAMessage {
  /// Most lines of a note.
  private static let mostLines = 8

  /// A line that a caret opens, with those below it up to the sign that ends it.
  static func whole(_ line: Substring, _ rest: inout ArraySlice<Substring>) -> String {
    guard !isEnded(line) else { return String(line) }
    let next = rest.prefix(mostLines).prefix { !opensOther($0) }
    guard let end = next.firstIndex(where: isEnded) else { return String(line) }
    let whole = ([line] + rest[...end]).joined(separator: " ")
    rest = rest[(end + 1)...]
    return whole
  }

  private static func isEnded(_ line: Substring) -> Bool {
    let words = line.trimmedSpace
    return words.hasSuffix("<") || words.hasSuffix("=")
  }

  /// Whether a line begins something else: another line of the head, a paragraph, a row of a table.
  private static func opensOther(_ line: Substring) -> Bool {
    guard let first = line.utf8.first else { return true }
    return first < 0x20 || first == UInt8(ascii: "^") || line.hasPrefix("   ") || line.isBlank
  }
}
