import Stories

/// What a part of a story can be beside another story.
enum Paint {
  case own, shared, changed, boilerplate

  /// The text in its colour, as it is where there are no colours.
  func callAsFunction(_ text: String) -> String {
    switch self {
    case .own: text
    case .shared: Style.green(text)
    case .changed: Style.yellow(text)
    case .boilerplate: Style.dim(text)
    }
  }

  /// The text in its colour, or between signs where there are none.
  func marked(_ text: String) -> String { Style.isOn ? self(text) : opening + text + closing }

  /// What stands before such a part where there are no colours.
  var opening: String {
    switch self {
    case .own: ""
    case .shared: "["
    case .changed: "{"
    case .boilerplate: "~"
    }
  }

  /// What stands behind it.
  var closing: String {
    switch self {
    case .own: ""
    case .shared: "]"
    case .changed: "}"
    case .boilerplate: "~"
    }
  }
}

/// A text whose parts are painted, broken into lines.
///
/// Breaks between words, and within what is wider than a line or written without spaces: between any two characters.
struct PaintedText {
  /// Characters of one paint with no space between them.
  private struct Piece {
    var text: String
    let paint: Paint
    /// What stands before it: nothing within a word, a space, or the end of a paragraph.
    let gap: Gap
  }

  private enum Gap { case none, space, paragraph }

  private var pieces: [Piece] = []

  /// Paints a text. Where several say something of a place boilerplate goes before changed and changed before shared.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - shared: passages, in Unicode scalars.
  ///   - changed: changed words.
  ///   - boilerplate: what does not count.
  init(
    _ text: String, shared: [Range<Int>], changed: [Range<Int>], boilerplate: [Range<Int>]
  ) {
    var paints = [Paint](repeating: .own, count: text.unicodeScalars.count)
    let between = PaintedText.gaps(between: changed, of: text)
    for (ranges, paint) in [
      (shared, Paint.shared), (changed + between, .changed), (boilerplate, .boilerplate),
    ] {
      for range in ranges {
        for place in range.clamped(to: paints.indices) { paints[place] = paint }
      }
    }
    var (place, gap) = (0, Gap.none)
    for character in text {
      let paint = paints[place]
      place += character.unicodeScalars.count
      if character.isWhitespace {
        gap = character.isNewline || gap == .paragraph ? .paragraph : .space
      } else if gap == .none, pieces.last?.paint == paint {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(
          Piece(text: String(character), paint: paint, gap: pieces.isEmpty ? .none : gap))
        gap = .none
      }
    }
    if !Style.isOn { mark() }
  }

  /// What stands between changed words that no other word parts: "twenty-one" is one change, and so is "07:20".
  private static func gaps(between changed: [Range<Int>], of text: String) -> [Range<Int>] {
    guard changed.count > 1 else { return [] }
    let scalars = Array(text.unicodeScalars)
    return zip(changed, changed.dropFirst()).compactMap { one, two in
      guard one.upperBound < two.lowerBound, two.lowerBound <= scalars.count else { return nil }
      let gap = one.upperBound..<two.lowerBound
      let isWordless = scalars[gap].allSatisfy {
        !$0.properties.isAlphabetic && $0.properties.numericType == nil
      }
      return isWordless ? gap : nil
    }
  }

  /// Puts signs around what is painted.
  private mutating func mark() {
    for index in pieces.indices {
      let paint = pieces[index].paint
      if index == 0 || pieces[index - 1].paint != paint {
        pieces[index].text = paint.opening + pieces[index].text
      }
      if index + 1 == pieces.count || pieces[index + 1].paint != paint {
        pieces[index].text += paint.closing
      }
    }
  }

  /// The lines of so many columns, painted, without spaces behind them.
  func lines(of width: Int) -> [String] {
    var lines = PaintedLines(width: width)
    var index = 0
    while index < pieces.count {
      // A word is what no gap parts, whatever its parts are painted.
      var end = index + 1
      while end < pieces.count, pieces[end].gap == .none { end += 1 }
      if pieces[index].gap == .paragraph { lines.breakLine() }
      lines.add(pieces[index..<end].map { ($0.text.printable, $0.paint) })
      index = end
    }
    return lines.finished
  }
}

/// Lines in the making.
private struct PaintedLines {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var used = 0

  init(width: Int) { self.width = width }

  var finished: [String] { line.isEmpty ? lines : lines + [line] }

  mutating func breakLine() {
    lines.append(line)
    (line, used) = ("", 0)
  }

  /// Adds a word behind a space, on a new line if it has no room on this one.
  mutating func add(_ word: [(text: String, paint: Paint)]) {
    let columns = word.reduce(0) { $0 + $1.text.columns }
    let isBreakable = columns > width || word.contains { $0.text.isWrittenWithoutSpaces }
    if used > 0, used + 1 + (isBreakable ? 2 : columns) > width {
      breakLine()
    } else if used > 0 {
      line += " "
      used += 1
    }
    for (text, paint) in word { add(text, paint) }
  }

  private mutating func add(_ text: String, _ paint: Paint) {
    var part = ""
    for character in text {
      if used + character.columns > width {
        line += part.isEmpty ? "" : paint(part)
        part = ""
        breakLine()
      }
      part.append(character)
      used += character.columns
    }
    line += part.isEmpty ? "" : paint(part)
  }
}

extension String {
  /// Whether it holds characters of scripts that put no spaces between words.
  fileprivate var isWrittenWithoutSpaces: Bool {
    unicodeScalars.contains {
      switch $0.value {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xF900...0xFAFF,
        0x20000...0x3FFFD:
        true
      default: false
      }
    }
  }

  /// Columns without the escape sequences of styles.
  var visibleColumns: Int {
    var (count, inEscape) = (0, false)
    for character in self {
      if character == "\u{1B}" {
        inEscape = true
      } else if inEscape {
        if character == "m" { inEscape = false }
      } else {
        count += character.columns
      }
    }
    return count
  }
}
