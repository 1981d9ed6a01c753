internal import Stories

/// The label under which an order to editors goes out: "KILL:", "STORY WITHDRAWN -", "BC-NA--Bridge, KILL NOTICE".
///
/// A label stands apart from what it is about. News says the same words in the midst of a headline: twelve are KILLED
/// in a crash, a rating is WITHDRAWN.
enum NoticeLabel {
  private struct Words {
    let kind: WireNotice.Kind
    let words: [String]
    /// Whether it says enough to be a label in small letters too.
    let inAnyCase: Bool
    /// Whether no sign need set it apart where a line begins with it.
    let isSentence: Bool
  }

  /// Those of English, German and French.
  private static let plain: [[Words]] = [
    words(.release, "hold lifted", "hold is lifted", "release of hold", "released from hold"),
    words(.kill, "kill notice", "kill advisory", "mandatory kill", "bulletin kill", "story kill"),
    words(.kill, "story killed", "story withdrawn", "story withdrawal", "notice of withdrawal"),
    words(.kill, "story retracted", "story removed"),
    words(.kill, "bitte verwenden sie die meldung", isSentence: true),
    words(.kill, "meldung zurückgezogen", "meldung wird zurückgezogen", "zurückgezogen"),
    words(.kill, "dépêche annulée", "dépêche retirée", "annulation de dépêche"),
    words(.kill, "please kill", "please disregard", "please withdraw"),
    words(.hold, "hold notice", "hold for release", "story hold", "story on hold"),
    words(
      .kill, "kill", "withdrawn", "withdrawal", "annulation", "retrait", "retraction",
      "rückzug", inAnyCase: false),
    words(.release, "release", inAnyCase: false),
    words(.hold, "hold", "withhold", inAnyCase: false),
  ]
  /// Those of other languages.
  private static let foreign: [[Words]] =
    NoticeLanguage.all.map { words(.kill, $0.labels) }
    + NoticeLanguage.all.map { words(.kill, $0.capitals, inAnyCase: false) }
    + NoticePhrases.all.map { words(.kill, $0.labels) }
  private static let all: [Words] = (plain + foreign).flatMap { $0 }

  /// Places of the labels by a first word, in their order.
  private static let byFirst = Dictionary(
    grouping: all.indices, by: { all[$0].words.first ?? "" })

  private static func words(
    _ kind: WireNotice.Kind, _ labels: String..., inAnyCase: Bool = true, isSentence: Bool = false
  ) -> [Words] {
    words(kind, labels, inAnyCase: inAnyCase, isSentence: isSentence)
  }

  private static func words(
    _ kind: WireNotice.Kind, _ labels: [String], inAnyCase: Bool = true, isSentence: Bool = false
  ) -> [Words] {
    labels.map {
      Words(
        kind: kind, words: $0.split(separator: " ").map(String.init), inAnyCase: inAnyCase,
        isSentence: isSentence)
    }
  }

  /// What may stand before a label or between it and what it is about.
  private static let separators: Set<Character> = [
    ":", "-", "–", "—", "/", "*", "(", ")", "[", "]", ",", ";", "|", "<", ">", ".", "!", "=",
    "：", "【", "】", "［", "］", "（", "）", "〔", "〕", "＜", "＞", "。", "！",
  ]

  /// Words that go before a label or behind it and say nothing of their own.
  private static let heralds = Set(
    [
      "achtung", "advisory", "attention", "bulletin", "clients", "eds", "eilmeldung", "editors",
      "kill", "refile", "urgent",
    ] + NoticeLanguage.all.flatMap(\.callings).map(String.init))
  /// Those that turn to editors.
  private static let addresses: Set<String> = [
    "achtung", "advisory", "attention", "clients", "eds", "editors",
  ]

  /// What a line announces, and what about; nil for a line that announces nothing.
  ///
  /// A label stands at an end of a line. In one that is longer than any headline only the beginning is looked at.
  ///
  /// - Complexity: O(1) but for copying the subject.
  static func found(in line: String) -> (kind: WireNotice.Kind, subject: String)? {
    guard mayStand(in: line) else { return nil }
    let seen = beginning(of: line)
    let words = seen.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    let lower = words.map { $0.lowercased() }
    let there = Set(lower)
    let places = there.flatMap { byFirst[$0] ?? [] }.sorted()
    for label in places.lazy.map({ all[$0] }) where there.isSuperset(of: label.words) {
      for start in words.indices.dropLast(label.words.count - 1) {
        let range = start..<start + label.words.count
        guard lower[range].elementsEqual(label.words) else { continue }
        let isCapitals = words[range].allSatisfy { $0.uppercased() == $0 }
        if label.inAnyCase || isCapitals,
          let subject = subject(beside: words[range], in: seen, of: label, line)
        {
          return (label.kind, subject)
        }
      }
    }
    return seen.endIndex == line.endIndex ? advisory(words, lower, in: line) : nil
  }

  /// Longest line of which the end is looked at too, in bytes.
  private static let longest = 1000

  /// The whole of a line, or of a long one the beginning up to a whole character.
  static func beginning(of line: String) -> Substring {
    guard line.utf8.count > longest else { return line[...] }
    var end = line.utf8.index(line.startIndex, offsetBy: longest)
    while line.utf8[end] & 0xC0 == 0x80 { end = line.utf8.index(before: end) }
    return line[..<end]
  }

  /// "ADVISORY-Story on bridge withdrawn": turned to editors, it needs no sign before its last word.
  private static func advisory(
    _ words: [Substring], _ lower: [String], in line: String
  ) -> (kind: WireNotice.Kind, subject: String)? {
    guard lower.first == "advisory", let first = words.first, let last = words.last,
      ["withdrawn", "retracted", "killed"].contains(lower[lower.count - 1]),
      saysNothing(line[last.endIndex...]), lower.contains(where: ["story", "stories"].contains),
      isSign(line[first.endIndex...].first { !$0.isWhitespace })
    else { return nil }
    return (.kill, trimmed(line[first.endIndex..<last.startIndex]))
  }

  /// What a line says beside a label with which it begins, or ends, and which a sign sets apart; nil where none does.
  private static func subject(
    beside words: ArraySlice<Substring>, in seen: Substring, of label: Words, _ line: String
  ) -> String? {
    guard let first = words.first, let last = words.last else { return nil }
    let (before, after) = (seen[..<first.startIndex], seen[last.endIndex...])
    let isWhole = seen.endIndex == line.endIndex
    let (begins, ends) = (saysNothing(before), isWhole && saysNothing(after))
    let isApart =
      begins
      ? ends || isSign(after.first { !$0.isWhitespace })
        || label.isSentence || isAddress(before) || isAlone(label, before, after)
      : ends && isSign(before.last { !$0.isWhitespace })
    return isApart ? trimmed(begins ? line[last.endIndex...] : before) : nil
  }

  /// Whether what stands before a label turns to editors, so that the label may begin a sentence: "Editors: please kill".
  private static func isAddress(_ text: Substring) -> Bool {
    text.last { !$0.isWhitespace } == ":"
      && text.split { !$0.isLetter }.contains { addresses.contains($0.lowercased()) }
  }

  /// Whether a line begins with a label in capitals and goes on with a headline in small letters: "KILL Bridge to close".
  private static func isAlone(_ label: Words, _ before: Substring, _ after: Substring) -> Bool {
    label.kind == .kill && !label.inAnyCase && before.isEmpty
      && after.contains(where: \.isLowercase)
      && after.first { $0.isLetter }?.isUppercase == true
  }

  private static func saysNothing(_ text: Substring) -> Bool {
    var rest = text
    // Mostly the first word says something.
    while let start = rest.firstIndex(where: { $0.isLetter || $0.isNumber }) {
      let word = rest[start...].prefix { $0.isLetter || $0.isNumber }
      guard heralds.contains(word.lowercased()) else { return false }
      rest = rest[word.endIndex...]
    }
    return true
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { separators.contains($0) || $0.isWhitespace }
    while let last = text.last, separators.contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private static func isSign(_ character: Character?) -> Bool {
    character.map(separators.contains) ?? false
  }
}
