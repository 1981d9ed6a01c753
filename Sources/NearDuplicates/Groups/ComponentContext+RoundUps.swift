/// Round-ups: texts that are put together of stories that have nothing to do with each other. Each is in such a text for
/// a good part, and yet it is no version of any of them; trees learn little of it, since what is sent as a whole and
/// enlarged by the next take looks alike from one side.
extension ComponentContext {
  /// Part of a text that stands only in strangers to the story.
  private static let ofStrangers: Float = 0.4
  /// Part of a stranger that stands in the text at least.
  private static let given: Float = 0.4
  /// Part of a text below which one of its stories is not most of it.
  private static let mostly: Float = 0.65
  /// Part of a story from which it stands whole in a text: two halves of an agency's story, in two papers, have nothing to
  /// do with each other either. Three stories that have nothing to do with each other are no cuts of one.
  private static let whole: Float = 0.9

  /// Which of two stories is a round-up that has the other among others; nil if neither is.
  ///
  /// Complexity: O(d) in remembered pairs of the two.
  func roundUp(_ row: Int, _ column: Int) -> Int? {
    if isRoundUp(row, of: column) { return row }
    return isRoundUp(column, of: row) ? column : nil
  }

  /// Whether much of a text stands in stories that share nothing with the other, and neither with what the other's
  /// versions have of it.
  private func isRoundUp(_ text: Int, of story: Int) -> Bool {
    var known = covered(text, by: story)
    guard ComponentContext.share(known) < ComponentContext.mostly else { return false }
    var (taken, strangers, kin) = (UInt64(0), [Int](), [story])
    for third in partners[text] where third != story {
      if isPaired(third, story) {
        known |= covered(text, by: third)
        kin.append(third)
      } else if given(third, to: text) >= ComponentContext.given {
        taken |= covered(text, by: third)
        strangers.append(third)
      }
    }
    guard ComponentContext.share(taken & ~known) >= ComponentContext.ofStrangers else {
      return false
    }
    return areStrangers(strangers)
      || kin.contains { standsPartly($0, in: text) }
        && strangers.contains { standsPartly($0, in: text) }
  }

  /// Whether any two share nothing.
  private func areStrangers(_ stories: [Int]) -> Bool {
    stories.indices.contains { one in
      stories[(one + 1)...].contains { !isPaired(stories[one], $0) }
    }
  }

  private func standsPartly(_ story: Int, in text: Int) -> Bool {
    (ComponentContext.given..<ComponentContext.whole).contains(given(story, to: text))
  }

  /// The part of a story that stands in a text.
  private func given(_ story: Int, to text: Int) -> Float {
    ComponentContext.share(covered(story, by: text))
  }
}
