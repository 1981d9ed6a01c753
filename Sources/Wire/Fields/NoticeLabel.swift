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
  }

  private static let all: [Words] = [
    words(.release, "hold lifted", "hold is lifted", "release of hold", "released from hold"),
    words(.kill, "kill notice", "kill advisory", "mandatory kill", "bulletin kill", "story kill"),
    words(.kill, "story killed", "story withdrawn", "story withdrawal", "notice of withdrawal"),
    words(.kill, "story retracted", "story removed"),
    words(.kill, "meldung zurückgezogen", "meldung wird zurückgezogen", "zurückgezogen"),
    words(.hold, "hold notice", "hold for release", "story hold", "story on hold"),
    words(
      .kill, "kill", "withdrawn", "withdrawal", "annulation", "retrait", "retraction",
      inAnyCase: false),
    words(.release, "release", inAnyCase: false),
    words(.hold, "hold", "withhold", inAnyCase: false),
  ].flatMap { $0 }

  private static func words(
    _ kind: WireNotice.Kind, _ labels: String..., inAnyCase: Bool = true
  ) -> [Words] {
    labels.map {
      Words(kind: kind, words: $0.split(separator: " ").map(String.init), inAnyCase: inAnyCase)
    }
  }

  /// What may stand before a label or between it and what it is about.
  private static let separators: Set<Character> = [
    ":", "-", "–", "—", "/", "*", "(", ")", "[", "]", ",", ";", "|", "<", ">", ".", "!", "=",
  ]

  /// Words that go before a label or behind it and say nothing of their own.
  private static let heralds: Set<String> = [
    "advisory", "attention", "bulletin", "eilmeldung", "editors", "kill", "refile", "urgent",
  ]

  /// What a line announces, and what about; nil for a line that announces nothing.
  static func found(in line: String) -> (kind: WireNotice.Kind, subject: String)? {
    guard mayLabel(line) else { return nil }
    let words = line.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    let lower = words.map { $0.lowercased() }
    for label in all {
      for start in words.indices.dropLast(label.words.count - 1) {
        let range = start..<start + label.words.count
        guard lower[range].elementsEqual(label.words) else { continue }
        let isCapitals = words[range].allSatisfy { $0.uppercased() == $0 }
        if label.inAnyCase || isCapitals, let subject = subject(beside: words[range], in: line) {
          return (label.kind, subject)
        }
      }
    }
    return nil
  }

  /// What a line says beside some words with which it begins, or ends, and which a sign sets apart; nil where none does.
  private static func subject(
    beside words: ArraySlice<Substring>, in line: String
  ) -> String? {
    guard let first = words.first, let last = words.last else { return nil }
    let (before, after) = (line[..<first.startIndex], line[last.endIndex...])
    let (begins, ends) = (saysNothing(before), saysNothing(after))
    let isApart =
      begins
      ? ends || isSign(after.first { !$0.isWhitespace })
      : ends && isSign(before.last { !$0.isWhitespace })
    return isApart ? trimmed(begins ? after : before) : nil
  }

  private static func saysNothing(_ text: Substring) -> Bool {
    text.split { !$0.isLetter && !$0.isNumber }.allSatisfy { heralds.contains($0.lowercased()) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { separators.contains($0) || $0.isWhitespace }
    while let last = text.last, separators.contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private static func isSign(_ character: Character?) -> Bool {
    character.map(separators.contains) ?? false
  }

  /// Whether a line may hold a label; spares most lines the closer look.
  private static func mayLabel(_ line: String) -> Bool {
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

  /// What a word of every label begins with, and whether more of the word may stand before it.
  private static let stems: [(bytes: [UInt8], mayFollow: Bool)] = [
    ("kill", false), ("hold", false), ("withhold", false), ("release", false),
    ("retract", false), ("story removed", false), ("withdraw", false), ("annul", false),
    ("retrait", false), ("gezogen", true),
  ].map { (Array($0.utf8), $1) }
}
