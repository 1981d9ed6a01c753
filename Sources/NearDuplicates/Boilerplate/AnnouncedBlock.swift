/// Lines that a heading announces: "More on this", and under it the headlines of other stories. These look
/// like news, and are, for another story; only the heading tells.
struct AnnouncedBlock {
  private let reading: SegmentReading

  /// Words up to which a line may be a heading.
  private static var headingWords: Int { 6 }
  /// Words up to which a line without a full stop may be a headline.
  private static var headlineWords: Int { 25 }
  /// Lines that one heading can announce.
  private static var longest: Int { 24 }
  /// Share of figures above which a line belongs to a table.
  private static var mostFigures: Float { 0.3 }
  /// How likely a headline must be boilerplate at least.
  private static var headline: Double { 0.1 }
  /// How likely a sentence among announced headlines must be boilerplate to be a teaser of them.
  private static var teaser: Double { 0.4 }

  init(_ reading: SegmentReading) { self.reading = reading }

  /// Marks what marked headings announce: the headlines that follow at once, and teasers between them.
  ///
  /// Complexity: O(n) in segments.
  func mark(_ verdicts: inout [BoilerplateVerdict]) {
    var index = 0
    while index < verdicts.count {
      if verdicts[index].isMarked, isHeading(index) {
        let end = self.end(after: index, verdicts)
        for inside in index + 1..<end { verdicts[inside].isMarked = true }
        index = max(index + 1, end)
      } else {
        index += 1
      }
    }
  }

  private func end(after heading: Int, _ verdicts: [BoilerplateVerdict]) -> Int {
    let limit = min(verdicts.count, heading + 1 + AnnouncedBlock.longest)
    var end = heading + 1
    while end < limit {
      if verdicts[end].isMarked || isHeadline(end, verdicts) {
        end += 1
      } else if !reading.isForeign, verdicts[end].probability >= AnnouncedBlock.teaser,
        end + 1 < limit, verdicts[end + 1].isMarked || isHeadline(end + 1, verdicts)
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isHeading(_ index: Int) -> Bool {
    reading.wordCounts[index] <= AnnouncedBlock.headingWords
      && reading.value(.relatedCue, of: index) > 0 && reading.value(.endsSentence, of: index) == 0
  }

  private func isHeadline(_ index: Int, _ verdicts: [BoilerplateVerdict]) -> Bool {
    (3...AnnouncedBlock.headlineWords).contains(reading.wordCounts[index])
      && verdicts[index].probability >= AnnouncedBlock.headline
      && reading.value(.figures, of: index) <= AnnouncedBlock.mostFigures
      && reading.value(.endsSentence, of: index) == 0
      && reading.value(.beginsWithQuote, of: index) == 0
      // A dash stands behind a dateline.
      && reading.value(.dash, of: index) == 0
  }
}
