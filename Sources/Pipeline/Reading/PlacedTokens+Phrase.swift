extension PlacedTokens {
  /// Whether marks open right before some words and close right behind, and none stands between.
  func isQuotation(_ range: Range<Int>) -> Bool {
    guard let before = gap(before: range.lowerBound).last, Self.marks.contains(before),
      let behind = gap(before: range.upperBound).first(where: { !Self.stops.contains($0) }),
      Self.marks.contains(behind)
    else { return false }
    return !hasMarks(in: range.dropFirst())
  }

  /// Whether any quotation mark stands before, between or behind some words.
  func hasMarks(around range: Range<Int>) -> Bool {
    hasMarks(in: range.lowerBound..<range.upperBound + 1)
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
