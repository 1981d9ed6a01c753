extension PlacedTokens {
  /// Whether marks open right before some words and close right behind, and none stands between.
  func isQuotation(_ range: Range<Int>) -> Bool {
    opens(before: range.lowerBound) && closes(before: range.upperBound)
      && !hasMarks(in: range.dropFirst())
  }

  /// Whether the last thing before a word is a mark that opens; spaces may stand behind guillemets, as in French.
  private func opens(before token: Int) -> Bool {
    let gap = Array(gap(before: token))
    guard let mark = gap.last(where: { !$0.properties.isWhitespace }) else { return false }
    return mark == gap.last ? Self.marks.contains(mark) : Self.openingGuillemets.contains(mark)
  }

  /// Whether a mark closes right before a word; spaces may stand before guillemets.
  private func closes(before token: Int) -> Bool {
    let gap = Array(gap(before: token))
    if let mark = gap.first(where: { !Self.stops.contains($0) }), Self.marks.contains(mark) {
      return true
    }
    let mark = gap.first { !Self.stops.contains($0) && !$0.properties.isWhitespace }
    return mark.map(Self.closingGuillemets.contains) == true
  }

  /// Whether any quotation mark of theirs stands before, between or behind some words. A mark that touches the word beyond
  /// it, and not these, is that one's; one that touches neither may be anybody's.
  func hasMarks(around range: Range<Int>) -> Bool {
    let (before, behind) = (
      Array(gap(before: range.lowerBound)), Array(gap(before: range.upperBound))
    )
    let isFirst = range.lowerBound == 0
    let opens = before.indices.contains {
      Self.marks.contains(before[$0])
        && ($0 == before.count - 1 || isFirst
          || before[..<$0].contains(where: \.properties.isWhitespace))
    }
    let afterStops = behind.drop { Self.stops.contains($0) }
    let closes =
      afterStops.first.map(Self.marks.contains) == true
      || behind.dropLast().contains(where: Self.marks.contains)
    return opens || closes || hasMarks(in: range.dropFirst())
  }

  private func hasMarks(in tokens: Range<Int>) -> Bool {
    tokens.contains { gap(before: $0).contains(where: Self.marks.contains) }
  }

  private static let marks = quotationMarks.union([
    "'", "‘", "’", "‚", "‹", "›", "`",
  ])
  private static let openingGuillemets: Set<Unicode.Scalar> = ["«", "‹"]
  private static let closingGuillemets: Set<Unicode.Scalar> = ["»", "›"]
  private static let stops: Set<Unicode.Scalar> = [".", ",", "!", "?", ";", ":", "…"]

  /// What stands between a word and the one before where both may be parts of one name.
  enum Joint { case none, space, hyphen }

  /// What joins a word to the one before.
  func joint(before token: Int) -> Joint {
    let gap = gap(before: token)
    guard token > 0, let sign = gap.first, gap.count == 1 else { return .none }
    return sign == " " ? .space : Self.hyphens.contains(sign) ? .hyphen : .none
  }

  private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}"]

  /// Words as they read, those that follow one another with what stands between; empty for none.
  func phrase(_ tokens: [Int]) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    let isOneRun = last - first == tokens.count - 1
    let run = first..<last + 1
    guard isOneRun, stretches(of: run).count == 1 else {
      return words(ofEach: tokens).joined(separator: " ")
    }
    return signedText(of: run).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
