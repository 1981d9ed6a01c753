import NearDuplicates
import Pipeline
import Stories

/// Two stories one under the other in columns, shared passages marked, the relation above them.
struct ComparisonView {
  let first: Story
  let second: Story
  let report: PairReport
  /// What their component made of them, if both are of the store.
  let vote: NamedVote?

  func show() {
    let likeness = report.evidence.likeness
    Terminal.say(
      Style.bold(report.verdict.relation.rawValue) + ": \(report.explanation.sentence)")
    Terminal.say(
      "resemblance \(Words.percent(likeness.resemblance)), containment "
        + "\(Words.percent(likeness.containmentOfFirst)) and "
        + "\(Words.percent(likeness.containmentOfSecond)); in shared passages "
        + "\(Words.percent(report.shareOfFirst)) and \(Words.percent(report.shareOfSecond)) of the words"
        + (report.evidence.apart.map { "; \(Words.span($0)) apart" } ?? ""))
    if let sentence = vote?.sentence { Terminal.say(sentence) }
    Terminal.say("")
    let columns = (Terminal.width - 3) / 2
    let left = column(
      first, Marks(report.passages.map(\.first), report.changed.first, report.boilerplate.first),
      columns)
    let right = column(
      second,
      Marks(report.passages.map(\.second), report.changed.second, report.boilerplate.second),
      columns)
    for row in 0..<max(left.count, right.count) {
      let one = row < left.count ? left[row] : String(repeating: " ", count: columns)
      Terminal.say(one + Style.dim(" │ ") + (row < right.count ? right[row] : ""))
    }
    Terminal.say("")
    Terminal.say(
      Style.green("shared") + ", " + Style.yellow("changed inside a passage") + ", "
        + Style.dim("boilerplate, which does not count"))
  }

  /// What a word can be.
  private enum Paint {
    case own, shared, changed, boilerplate

    func callAsFunction(_ text: String) -> String {
      switch self {
      case .own: text
      case .shared: Style.green(text)
      case .changed: Style.yellow(text)
      case .boilerplate: Style.dim(text)
      }
    }
  }

  /// Ranges of one text that are painted.
  private struct Marks {
    let shared: [Range<Int>]
    let changed: [Range<Int>]
    let boilerplate: [Range<Int>]

    init(_ shared: [Range<Int>], _ changed: [Range<Int>], _ boilerplate: [Range<Int>]) {
      (self.shared, self.changed, self.boilerplate) = (shared, changed, boilerplate)
    }

    /// How a word is painted.
    func paint(_ word: Range<Int>) -> Paint {
      func isIn(_ ranges: [Range<Int>]) -> Bool { ranges.contains { $0.overlaps(word) } }
      if isIn(boilerplate) { return .boilerplate }
      if isIn(changed) { return .changed }
      return isIn(shared) ? .shared : .own
    }
  }

  /// A story's lines in so many columns, shared words in green.
  private func column(_ story: Story, _ marks: Marks, _ width: Int) -> [String] {
    var lines = [
      Style.bold((story.outlet?.name ?? "-").fitted(to: width)),
      Style.bold(story.id.fitted(to: width)),
      Style.dim(Words.time(story.published).fitted(to: width)),
      String(repeating: "─", count: width),
    ]
    for word in words(story, marks) { add(word, to: &lines, width) }
    return lines.map { $0 + String(repeating: " ", count: max(0, width - $0.visibleColumns)) }
  }

  private struct Word {
    let text: String
    let paint: Paint
    let startsParagraph: Bool
  }

  private func words(_ story: Story, _ marks: Marks) -> [Word] {
    var words: [Word] = []
    var current = ""
    var (start, breaks) = (0, 0)
    func close(at end: Int) {
      guard !current.isEmpty else { return }
      words.append(
        Word(
          text: current.printable, paint: marks.paint(start..<max(start + 1, end)),
          startsParagraph: breaks > 0))
      (current, breaks) = ("", 0)
    }
    for (position, scalar) in story.text.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace {
        close(at: position)
        if scalar == "\n" { breaks += 1 }
      } else {
        if current.isEmpty { start = position }
        current.unicodeScalars.append(scalar)
      }
    }
    close(at: story.text.unicodeScalars.count)
    return words
  }

  private func add(_ word: Word, to lines: inout [String], _ width: Int) {
    let text = word.text.columns > width ? word.text.fitted(to: width) : word.text
    let painted = word.paint(text)
    let last = lines[lines.count - 1]
    if word.startsParagraph || lines.count == 4 || last.visibleColumns + 1 + text.columns > width {
      lines.append(painted)
    } else {
      lines[lines.count - 1] = last + " " + painted
    }
  }
}

extension String {
  /// Columns without the escape sequences of styles.
  fileprivate var visibleColumns: Int {
    var count = 0
    var inEscape = false
    for character in self {
      if character == "\u{1B}" {
        inEscape = true
      } else if inEscape {
        if character == "m" { inEscape = false }
      } else {
        count += String(character).columns
      }
    }
    return count
  }
}
