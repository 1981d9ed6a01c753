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
    let relation = report.verdict.relation.rawValue
    for (number, line) in Terminal.lines(
      "\(relation)\(direction): \(report.sentence(on: first, second))", indentation: 0
    ).enumerated() {
      Terminal.say(number == 0 ? Style.bold(relation) + line.dropFirst(relation.count) : line)
    }
    say(
      "resemblance \(Words.percent(likeness.resemblance)), containment "
        + "\(Words.percent(likeness.containmentOfFirst)) and "
        + "\(Words.percent(likeness.containmentOfSecond)); in shared passages "
        + "\(Words.percent(report.shareOfFirst)) and \(Words.percent(report.shareOfSecond)) of the words"
        + marksDiffer + apart)
    if let sentence = vote?.sentence ?? pull { say(sentence) }
    Terminal.say("")
    let columns = (Terminal.width - 3) / 2
    let titles = titles(of: columns)
    let left = column(
      first, titles.first, report.passages.map(\.first), report.changed.first,
      report.boilerplate.first, columns)
    let right = column(
      second, titles.second, report.passages.map(\.second), report.changed.second,
      report.boilerplate.second,
      columns)
    for row in 0..<max(left.count, right.count) {
      let one = row < left.count ? left[row] : ""
      let space = String(repeating: " ", count: max(0, columns - one.visibleColumns))
      Terminal.say(one + space + Style.dim(" │ ") + (row < right.count ? right[row] : ""))
    }
    Terminal.say("")
    say(
      Paint.shared.marked("shared") + ", " + Paint.changed.marked("changed inside a passage") + ", "
        + Paint.boilerplate.marked("boilerplate, which does not count"))
  }

  /// That marks are not what was measured, where that is plain to see.
  private var marksDiffer: String {
    let (one, two) = (
      report.markedOfFirst - report.shareOfFirst, report.markedOfSecond - report.shareOfSecond
    )
    let isNoneMarked = report.passages.isEmpty && max(report.shareOfFirst, report.shareOfSecond) > 0
    guard isNoneMarked || max(abs(one), abs(two)) > 0.1 else { return "" }
    return max(one, two) > 0.1
      ? " as they are measured, where marks go on to the ends of sentences"
      : " as they are measured, where single words and short runs are not marked"
  }

  /// The time between publications; of dates without a time only days are known.
  private var apart: String {
    guard let apart = report.evidence.apart else { return "" }
    return PairReport.areTimed(first, second) || apart >= 2 * Instant.day
      ? "; \(Words.span(apart)) apart" : ""
  }

  /// How strongly the two pull into one group, where that is not what their relation lets expect.
  private var pull: String? {
    let verdict = report.verdict
    let (pulls, part) = (
      verdict.strength >= GroupKeeper.tieStrength, Words.percent(GroupKeeper.tieStrength)
    )
    guard pulls != verdict.relation.isSame else { return nil }
    return "by themselves the two pull into one group by \(Words.percent(verdict.strength)), "
      + (pulls
        ? "where \(part) are enough: a group may hold two that share passages alone"
        : "short of the \(part) that are enough")
  }

  /// Which of the two is the longer, where the relation depends on it.
  private var direction: String {
    switch report.verdict.relation {
    case .cut: ", the left is the right shortened"
    case .expanded: ", the left is the right lengthened"
    default: ""
    }
  }

  /// Both headlines in as many lines; none where neither story has one.
  private func titles(of width: Int) -> (first: [String], second: [String]) {
    let (one, two) = (lines(of: first.title, width), lines(of: second.title, width))
    let height = max(one.count, two.count)
    func filled(_ lines: [String]) -> [String] {
      lines + [String](repeating: "", count: height - lines.count)
    }
    return (filled(one), filled(two))
  }

  private func lines(of title: String?, _ width: Int) -> [String] {
    PaintedText(title ?? "", shared: [], changed: [], boilerplate: []).lines(of: width)
  }

  /// A story's head and text in so many columns.
  private func column(
    _ story: Story, _ title: [String], _ shared: [Range<Int>], _ changed: [Range<Int>],
    _ boilerplate: [Range<Int>],
    _ width: Int
  ) -> [String] {
    let head = [
      Style.bold((story.outlet?.name ?? "-").fitted(to: width).isolated),
      Style.bold(story.id.fitted(to: width).isolated),
      Style.dim(Words.time(story.published).fitted(to: width)),
    ]
    let text = PaintedText(
      story.text, shared: shared, changed: changed, boilerplate: boilerplate)
    return head + title.map(\.isolated) + [String(repeating: "─", count: width)]
      + text.lines(of: width).map(\.isolated)
  }

  private func say(_ sentence: String) {
    for line in Terminal.lines(sentence, indentation: 0) { Terminal.say(line) }
  }
}

extension String {
  /// The text of a cell between signs that keep its direction from what stands beside it, where it has letters that are
  /// written from right to left: a terminal would put the columns of such a line in that order too. The spaces that fill
  /// the cell stay outside. The signs take no column.
  fileprivate var isolated: String {
    guard unicodeScalars.contains(where: \.isWrittenFromRight) else { return self }
    let filling = reversed().prefix { $0 == " " }.count
    return "\u{2068}\(dropLast(filling))\u{2069}" + String(repeating: " ", count: filling)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, or a sign that counts as one, of a script that is written from right to left: bidirectional
  /// classes R and AL of Unicode Standard Annex 9.
  fileprivate var isWrittenFromRight: Bool {
    switch value {
    case 0x200F: true
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      properties.isAlphabetic && properties.generalCategory != .nonspacingMark
    default: false
    }
  }
}
