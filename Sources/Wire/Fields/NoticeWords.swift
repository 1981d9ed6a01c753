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
    guard let kind = lines.lazy.compactMap({ NoticeLabel.found(in: $0)?.kind }).first else {
      return nil
    }
    let body = [facts?.editorsNote ?? "", text].joined(separator: "\n")
    guard NoticeOrders.of(kind).stand(in: body) else { return nil }
    return WireNotice(
      kind, names: NoticeNames.all(headline: headline, slug: facts?.slugline, text: text))
  }
}
