internal import Stories

/// Notices in words: a text that orders editors to drop, hold or free an earlier story.
///
/// Deliberately hard to please, since a story taken for a notice would be lost, and others with it: a label in
/// headline, slug or first line (`NoticeLabel`), an order to editors in the text (`NoticeOrders`), and no more text
/// than a notice has.
enum NoticeWords {
  /// Longest notice, in characters.
  private static let longest = 2500
  /// Longest first line that is looked at, in characters.
  private static let longestOpening = 160

  /// Makes an order of a story that is a notice in words; those become a note to editors.
  static func settle(_ story: inout Story) {
    guard story.facts?.notice == nil, story.text.utf8.count < longest * 2,
      let notice = notice(
        headline: story.title, facts: story.facts, text: story.text, outlet: story.outlet?.name)
    else { return }
    var facts = story.facts ?? WireFacts(format: "text")
    facts.notice = notice
    facts.editorsNote = [facts.editorsNote, story.text].compactMap { $0?.nonEmpty }
      .joined(separator: "\n\n")
    (story.facts, story.text) = (facts, "")
  }

  /// The notice that an item is, nil for a story.
  static func notice(
    headline: String?, facts: WireFacts?, text: String, outlet: String? = nil
  ) -> WireNotice? {
    guard text.utf8.count < longest * 2 else { return nil }
    let lines = [headline ?? "", facts?.slugline ?? "", opening(of: text)]
    guard let kind = lines.lazy.compactMap({ NoticeLabel.found(in: $0)?.kind }).first else {
      return nil
    }
    let senders = [facts?.provider, facts?.agency, facts?.credit, outlet].compactMap { $0 }
    let (first, rest) = parts(of: text, headline: headline)
    let orders = NoticeOrders.of(kind)
    guard
      [facts?.editorsNote ?? "", rest].contains(where: { orders.stand(in: $0, by: senders) })
        || first.map({ orders.stand(in: $0, by: senders, isLabel: true) }) == true
    else { return nil }
    return WireNotice(
      kind, names: NoticeNames.all(headline: headline, slug: facts?.slugline, text: text))
  }

  /// A text, and apart from it the first line where that is the headline: what is told stands below it.
  private static func parts(
    of text: String, headline: String?
  ) -> (first: String?, rest: String) {
    let first = text.prefix { !$0.isNewline }
    guard first.endIndex < text.endIndex,
      headline == nil || headline?.oneLine == String(first).oneLine
    else { return (nil, text) }
    return (String(first), String(text[first.endIndex...]))
  }

  /// The first line of a text, or the beginning of a long one; where no label stands in it, it may be left empty.
  ///
  /// Complexity: O(1). Where each character is one byte, nobody has to look where one ends.
  static func opening(of text: String) -> String {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.prefix(longestOpening + 1).prefix { (0x20...0x7E).contains($0) }.count
    }
    let beginning = text.utf8.prefix(min(plain ?? 0, longestOpening))
    if plain == longestOpening + 1 { return String(Substring(beginning)) }
    guard let next = text.utf8[beginning.endIndex...].first else { return text }
    if isNewline(next) { return String(Substring(beginning)) }
    guard NoticeLabel.mayStand(in: text) else { return "" }
    return String(text.prefix(longestOpening).prefix { !$0.isNewline })
  }

  private static func isNewline(_ byte: UInt8) -> Bool { (0x0A...0x0D).contains(byte) }
}
