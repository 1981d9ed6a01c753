extension PlacedTokens {
  /// Whether marks open right before some words and close right behind, and none stands between.
  func isQuotation(_ range: Range<Int>) -> Bool {
    guard let before = gap(before: range.lowerBound).last, Self.marks.contains(before),
      let behind = gap(before: range.upperBound).first(where: { !Self.stops.contains($0) }),
      Self.marks.contains(behind)
    else { return false }
    return !hasMarks(in: range.dropFirst())
  }

  /// Whether any quotation mark stands right before, between or right behind some words. What stands behind a space is
  /// the mark of what is next to them.
  func hasMarks(around range: Range<Int>) -> Bool {
    let (before, behind) = (gap(before: range.lowerBound), gap(before: range.upperBound))
    let afterStops = behind.drop { Self.stops.contains($0) }
    return hasMarks(in: range.dropFirst())
      || before.last.map(Self.marks.contains) == true
      || afterStops.first.map(Self.marks.contains) == true
      // French sets a space between.
      || before.last { !$0.properties.isWhitespace } == "«"
      || afterStops.first { !$0.properties.isWhitespace } == "»"
  }

  private func hasMarks(in tokens: Range<Int>) -> Bool {
    tokens.contains { gap(before: $0).contains(where: Self.marks.contains) }
  }

  private static let marks = quotationMarks.union(["'", "‘", "’", "‚"])
  private static let stops: Set<Unicode.Scalar> = [".", ",", "!", "?", ";", ":", "…"]

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
