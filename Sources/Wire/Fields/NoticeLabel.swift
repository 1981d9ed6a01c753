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

  private static let all: [Words] = [
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
  ].flatMap { $0 }

  private static func words(
    _ kind: WireNotice.Kind, _ labels: String..., inAnyCase: Bool = true, isSentence: Bool = false
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
  ]

  /// Words that go before a label or behind it and say nothing of their own.
  private static let heralds: Set<String> = [
    "achtung", "advisory", "attention", "bulletin", "clients", "eds", "eilmeldung", "editors",
    "kill", "refile", "urgent",
  ]
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
    for label in all where there.isSuperset(of: label.words) {
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

  /// Whether a text may hold a label near its beginning, from which words of it follow; spares most lines the closer
  /// look. What is true of the beginning of a text is true of the text.
  ///
  /// Complexity: O(1), in the first 400 bytes.
  static func mayStand(in text: String) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      mayStand(in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(400)))
    }
    return found ?? true
  }

  private static func mayStand(in bytes: UnsafeRawBufferPointer) -> Bool {
    let heads = heads
    var follows = false
    for place in 0..<max(0, bytes.count - 3) {
      let isLetter = isLetter(bytes[place])
      defer { follows = isLetter }
      guard isLetter, !follows || bytes[place] | 0x20 == UInt8(ascii: "g") else { continue }
      let head = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self) | 0x2020_2020
      if heads.contains(head),
        stems.contains(where: { $0.stands(in: bytes, at: place, follows: follows) })
      {
        return true
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// What a word of every label begins with, in small letters.
  private struct Stem {
    let bytes: [UInt8]
    /// Whether more of the word may stand before it.
    var mayFollow = false

    func stands(in text: UnsafeRawBufferPointer, at place: Int, follows: Bool) -> Bool {
      place + bytes.count <= text.count && (mayFollow || !follows)
        && bytes.indices.allSatisfy { text[place + $0] | 0x20 == bytes[$0] }
    }

    /// Its first four bytes as they are loaded.
    var head: UInt32 { bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) } }
  }

  private static let stems: [Stem] =
    [
      "kill", "hold", "withhold", "release", "retract", "story removed", "withdraw", "annul",
      "retrait", "retir", "please disregard", "bitte verwenden", "ckzug",
    ].map { Stem(bytes: Array($0.utf8)) }
    + [Stem(bytes: Array("gezogen".utf8), mayFollow: true)]
  private static let heads = stems.map(\.head)
}
