internal import Stories

/// Notices in words: a text that orders editors to drop, hold or free an earlier story.
///
/// Deliberately hard to please, since a story taken for a notice would be lost: a mark in headline, slug or
/// first line, an order in the text, and no more text than a notice has.
enum NoticeWords {
  /// Longest notice, in characters.
  private static let longest = 2500

  /// Makes an order of a story that is a notice in words; those become a note to editors.
  static func settle(_ story: inout Story) {
    guard story.facts?.notice == nil, story.text.utf8.count < longest * 2,
      let notice = notice(headline: story.title, facts: story.facts, text: story.text)
    else { return }
    var facts = story.facts ?? WireFacts(format: "text")
    facts.notice = notice
    facts.editorsNote = [facts.editorsNote, story.text].compactMap { $0?.nonEmpty }
      .joined(separator: "\n\n")
    (story.facts, story.text) = (facts, "")
  }

  /// Whether some line may hold a mark; spares most lines the closer look. Marks begin with a stem, so that
  /// households and shareholders are none.
  static func mayMark(_ line: String) -> Bool {
    let bytes = Array(line.utf8.prefix(400))
    return bytes.indices.contains { index in
      let follows = index > 0 && isLetter(bytes[index - 1])
      return stems.contains { stem in
        index + stem.bytes.count <= bytes.count && (stem.mayFollow || !follows)
          && stem.bytes.indices.allSatisfy { bytes[index + $0] | 0x20 == stem.bytes[$0] }
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// What marks begin with, and whether more of the word may stand before it.
  private static let stems: [(bytes: [UInt8], mayFollow: Bool)] = [
    ("kill", false), ("hold", false), ("withhold", false), ("release", false),
    ("withdraw", false), ("annul", false), ("retrait", false), ("gezogen", true),
  ].map { (Array($0.utf8), $1) }

  /// The notice that an item is, nil for a story.
  static func notice(headline: String?, facts: WireFacts?, text: String) -> WireNotice? {
    guard text.utf8.count < longest * 2 else { return nil }
    let opening = text.prefix(160).prefix { !$0.isNewline }
    let marks = [headline ?? "", facts?.slugline ?? "", String(opening)]
    guard marks.contains(where: mayMark) else { return nil }
    guard let kind = kinds.first(where: { kind in marks.contains { kind.marks($0) } }) else {
      return nil
    }
    let lower = ([headline ?? "", facts?.editorsNote ?? "", text].joined(separator: " "))
      .lowercased()
    guard kind.orders.contains(where: { lower.firstRange(of: $0) != nil }) else { return nil }
    return WireNotice(kind.kind, names: names(in: marks[0] + "\n" + marks[1] + "\n" + text))
  }

  private struct Kind {
    let kind: WireNotice.Kind
    /// Words that must stand in capitals.
    let capitals: Set<Substring>
    /// Phrases in any case.
    let phrases: [String]
    let orders: [String]

    func marks(_ line: String) -> Bool {
      let lower = line.lowercased()
      if phrases.contains(where: { begins($0, in: lower) }) { return true }
      return line.split { !$0.isLetter }.contains { capitals.contains($0) }
    }
  }

  /// Whether a phrase stands in a text, and not from the midst of a word on: a threshold that is lifted is no hold.
  private static func begins(_ phrase: String, in text: String) -> Bool {
    text.ranges(of: phrase).contains { range in
      range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isLetter
    }
  }

  private static let kinds = [
    Kind(
      kind: .release, capitals: ["RELEASE", "RELEASED"],
      phrases: ["hold lifted", "hold is lifted", "release of hold"],
      orders: ["may be used", "may now be used", "hold is lifted", "is released", "hold lifted"]),
    Kind(
      kind: .kill,
      capitals: ["KILL", "KILLED", "WITHDRAWN", "WITHDRAWAL", "ANNULATION", "RETRAIT"],
      phrases: [
        "kill notice", "mandatory kill", "story withdrawn", "bulletin kill", "story kill",
        "meldung zurückgezogen", "meldung wird zurückgezogen", "notice of withdrawal",
      ],
      orders: [
        "do not use", "must not be used", "should not be used", "please kill", "kill the ",
        "is killed", "has been killed", "kill is mandatory", "withdrawn", "withdraws", "disregard",
        "nicht verwenden", "zurückgezogen", "ne pas utiliser", "est annulée", "a story killed",
      ]),
    Kind(
      kind: .hold, capitals: ["HOLD", "WITHHOLD"], phrases: ["hold notice", "hold for release"],
      orders: [
        "do not use", "must not be used", "please hold", "hold the ", "until further notice",
        "is on hold", "withhold",
      ]),
  ]

  /// What stands in quotation marks, and words that look like ids or slugs.
  private static func names(in text: String) -> [String] {
    var names = quoted(text)
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;()\"“”".contains($0) }) {
      let word = word.trimmingSuffix { ".:<".contains($0) }
      let looksLikeID = word.contains { $0.isNumber } && word.contains { ":-_.".contains($0) }
      let looksLikeSlug = word.hasPrefix("BC-") || word.filter { $0 == "-" }.count >= 2
      if word.count >= 6, looksLikeID || looksLikeSlug { names.append(String(word)) }
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func quoted(_ text: String) -> [String] {
    let closing: [Character: Set<Character>] = [
      "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"], "‘": ["’"],
    ]
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { closing[$0] != nil }) {
      let ends = closing[rest[open]] ?? []
      rest = rest[rest.index(after: open)...]
      guard let end = rest.firstIndex(where: { ends.contains($0) }) else { break }
      let name = String(rest[..<end]).oneLine
      if (8...200).contains(name.count) { names.append(name) }
      rest = rest[rest.index(after: end)...]
    }
    return names
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
