internal import Stories

/// The label under which corrections go out in languages of which no other word is known: "ИСПРАВЛЕНО: …", "【訂正】…",
/// "FE DE ERRORES: …". It becomes the signal that other formats have a field for.
///
/// News says the same words: so a colon or a bracket must set the label apart, and in scripts with capitals some labels
/// stand in them.
enum CorrectionLabel {
  /// Longest label with what is between its brackets or before its sign, in characters.
  private static let longest = 40

  private static let colons: Set<Character> = [":", "：", "|", "｜"]
  /// What sets a label in capitals apart, too.
  private static let dashes: Set<Character> = ["-", "–", "—"]
  private static let brackets: [Character: Character] = [
    "(": ")", "[": "]", "（": "）", "［": "］", "【": "】", "〔": "〕", "〈": "〉", "＜": "＞",
  ]

  /// Gives a story that bears such a label the signal.
  ///
  /// - Parameters:
  ///   - story: the story; a notice is none and stays as it is.
  ///   - format: of its facts where it has none yet.
  static func settle(_ story: inout Story, format: String) {
    guard story.facts?.notice == nil, stands(headline: story.title, text: story.text) else {
      return
    }
    var facts = story.facts ?? WireFacts(format: format)
    facts.signals.insert(.correction)
    story.facts = facts
  }

  /// Whether a headline begins or ends with such a label, or a text begins with one.
  ///
  /// - Parameters:
  ///   - headline: the headline, if there is any.
  ///   - text: the text.
  /// - Returns: whether one does.
  /// - Complexity: O(1) but for white space in front.
  static func stands(headline: String?, text: String) -> Bool {
    begins(text[...]) || headline.map { begins($0[...]) || ends($0) } == true
  }

  private static func begins(_ line: Substring) -> Bool {
    guard mayBegin(line) else { return false }
    let line = line.drop { $0.isWhitespace || $0 == "*" }
    guard let first = line.first else { return false }
    if let closing = brackets[first] { return isBracketed(line.dropFirst(), upTo: closing) }
    let head = line.prefix(longest)
    let sign = head.firstIndex { colons.contains($0) || dashes.contains($0) }
    if let sign { return isLabel(head[..<sign], behind: head[sign]) }
    // All there is of a headline, or of a line.
    let whole = line.prefix { !$0.isNewline }
    return whole.count < longest && isLabel(whole, behind: ":")
  }

  /// Whether a headline ends with a label in brackets.
  private static func ends(_ headline: String) -> Bool {
    guard let byte = headline.utf8.last, byte >= 0x80 || byte <= 0x20 || closings.contains(byte)
    else { return false }
    var end = Array(headline.suffix(longest))
    while end.last?.isWhitespace == true { end.removeLast() }
    guard let last = end.last, let opening = brackets.first(where: { $0.value == last })?.key,
      let start = end.lastIndex(of: opening)
    else { return false }
    return isBracketed(Substring(String(end[(start + 1)...])), upTo: last)
  }

  /// Whether what is in brackets is a label, or begins with one: `（更正：人数）`.
  private static func isBracketed(_ rest: Substring, upTo closing: Character) -> Bool {
    guard let end = rest.prefix(longest).firstIndex(of: closing) else { return false }
    let inside = rest[..<end]
    let label = inside.prefix { !colons.contains($0) }
    return isLabel(label, behind: closing)
  }

  /// Whether some words are a label, set apart by a sign.
  private static func isLabel(_ text: Substring, behind sign: Character) -> Bool {
    let label = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isKnown = CorrectionVocabulary.labels.contains(label)
    guard isKnown || CorrectionVocabulary.labelsInCapitals.contains(label) else { return false }
    let isCapitals = text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    if dashes.contains(sign) { return isCapitals }
    return isKnown || isCapitals || !colons.contains(sign)
  }

  /// Whether the first bytes let a line begin with a label; spares nearly all lines the closer look. A label is not
  /// longer than this in bytes, and where it is of ASCII a sign follows.
  private static func mayBegin(_ line: Substring) -> Bool {
    let head = line.utf8.prefix(24)
    return head.contains { $0 >= 0x80 || signs.contains($0) } || line.utf8.count < 24
  }

  private static let signs = Set(":|-([*".utf8)
  private static let closings = Set(")]".utf8)
}
