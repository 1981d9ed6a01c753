/// Text in several styles, broken between words into lines that fit. A word that is wider than a line is broken too.
struct StyledLines {
  private let width: Int
  private var lines: [String] = []
  private var parts: [(text: String, style: Style?)] = []
  private var used = 0
  private var hasGap = false

  init(width: Int) { self.width = width }

  /// The lines, styled.
  var finished: [String] { lines + [painted] }

  /// Adds text behind what is there. Line ends of it stay.
  mutating func add(_ text: String, _ style: Style? = nil) {
    var word = ""
    for character in text {
      guard character.isWhitespace, character != "\u{A0}" else {
        word.append(character)
        continue
      }
      add(word: word, style)
      word = ""
      if character.isNewline { breakLine() } else { hasGap = used > 0 }
    }
    add(word: word, style)
  }

  private mutating func add(word: String, _ style: Style?) {
    guard !word.isEmpty else { return }
    let columns = word.columns
    if used > 0, used + (hasGap ? 1 : 0) + columns > width, columns <= width { breakLine() }
    if hasGap, used < width { append(" ", style) }
    hasGap = false
    guard used + columns > width else { return append(word, style) }
    for character in word {
      if used + character.columns > width { breakLine() }
      append(String(character), style)
    }
  }

  private mutating func append(_ text: String, _ style: Style?) {
    used += text.columns
    if let last = parts.indices.last, parts[last].style == style {
      parts[last].text += text
    } else {
      parts.append((text, style))
    }
  }

  private mutating func breakLine() {
    lines.append(painted)
    (parts, used, hasGap) = ([], 0, false)
  }

  private var painted: String {
    parts.map { part in part.style.map { $0(part.text) } ?? part.text }.joined()
  }
}
