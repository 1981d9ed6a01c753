internal import Stories

/// Round-ups: texts that are put together of stories that have nothing to do with each other. Each is in such a text for
/// a good part, and yet it is no version of any of them; trees learn little of it, since what is sent as a whole and
/// enlarged by the next take looks alike from one side.
extension ComponentContext {
  /// Part of a text that stands only in a stranger from which it is put together, and part of that stranger's that
  /// stands in it.
  private static let stranger: (takes: Float, gives: Float) = (0.4, 0.4)
  /// Part of a text below which one of its stories is not most of it.
  private static let mostly: Float = 0.65
  /// Part of a story from which it stands whole in a text: two halves of an agency's story, in two papers, have nothing to
  /// do with each other either.
  private static let whole: Float = 0.9

  /// Which of two stories is a round-up that has the other among others; nil if neither is.
  ///
  /// Complexity: O(d) in remembered pairs of the two.
  func roundUp(_ row: Int, _ column: Int) -> Int? {
    if isRoundUp(row, of: column) { return row }
    return isRoundUp(column, of: row) ? column : nil
  }

  /// Whether much of a text stands in a story that shares nothing with the other, and neither with what the other's
  /// versions have of it.
  private func isRoundUp(_ text: Int, of story: Int) -> Bool {
    let own = covered(text, by: story)
    guard share(own) < ComponentContext.mostly,
      share(covered(story, by: text)) < ComponentContext.whole
    else { return false }
    var (known, strangers) = (own, [Int]())
    for third in partners[text] where third != story {
      if isPaired(third, story) {
        known |= covered(text, by: third)
      } else {
        strangers.append(third)
      }
    }
    return strangers.contains { stranger in
      let given = share(covered(stranger, by: text))
      return share(covered(text, by: stranger) & ~known) >= ComponentContext.stranger.takes
        && given >= ComponentContext.stranger.gives && given < ComponentContext.whole
    }
  }

  private func share(_ parts: UInt64) -> Float {
    Float(parts.nonzeroBitCount) / Float(Coverage.parts)
  }
}
