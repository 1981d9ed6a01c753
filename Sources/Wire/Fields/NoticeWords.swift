internal import Stories

/// Notices in words: a text that orders editors to drop, hold or free an earlier story.
///
/// Deliberately hard to please, since a story taken for a notice would be lost, and others with it: a label in
/// headline, slug or first line (`NoticeLabel`), an order to editors in the text (`NoticeOrders`), and no more text
/// than a notice has.
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

  /// The notice that an item is, nil for a story.
  static func notice(headline: String?, facts: WireFacts?, text: String) -> WireNotice? {
    guard text.utf8.count < longest * 2 else { return nil }
    let opening = text.prefix(160).prefix { !$0.isNewline }
    let lines = [headline ?? "", facts?.slugline ?? "", String(opening)]
    guard let kind = lines.lazy.compactMap(NoticeLabel.kind).first else { return nil }
    let body = [facts?.editorsNote ?? "", text].joined(separator: "\n")
    guard NoticeOrders.of(kind).stand(in: body) else { return nil }
    return WireNotice(kind, names: names(in: lines[0] + "\n" + lines[1] + "\n" + text))
  }

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
