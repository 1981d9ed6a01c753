/// How much boilerplate was found and how much news was lost, in characters (Unicode scalars).
public struct CharacterTally: Hashable, Sendable {
  /// Boilerplate that was marked.
  private(set) var found = 0
  /// Boilerplate.
  public private(set) var boilerplate = 0
  /// News that was marked.
  public private(set) var lost = 0
  /// News.
  public private(set) var news = 0

  /// Makes an empty tally.
  init() {}

  /// Share of what was marked that is boilerplate; 1 where nothing was marked.
  public var precision: Double { CharacterTally.share(found, found + lost, of: 1) }
  /// Share of the boilerplate that was marked; 1 where there is none.
  public var recall: Double { CharacterTally.share(found, boilerplate, of: 1) }
  /// Harmonic mean of the two.
  public var f1: Double { CharacterTally.share(2 * found, found + lost + boilerplate, of: 1) }
  /// Share of the news that was marked; 0 where there is none.
  public var newsLost: Double { CharacterTally.share(lost, news, of: 0) }

  private static func share(_ part: Int, _ whole: Int, of nothing: Double) -> Double {
    whole == 0 ? nothing : Double(part) / Double(whole)
  }

  /// Adds a piece of text.
  public mutating func add(_ characters: Int, isBoilerplate: Bool, isMarked: Bool) {
    if isBoilerplate {
      boilerplate += characters
      if isMarked { found += characters }
    } else {
      news += characters
      if isMarked { lost += characters }
    }
  }

  /// Adds a story: what is boilerplate in it, and what was marked. White space is not counted.
  public mutating func add(_ story: LabelledStory, marked: [Range<Int>]) {
    var labels = [LabelledPart.Label](repeating: .news, count: story.text.utf8.count)
    for range in story.neutral { for index in range { labels[index] = .neutral } }
    for range in story.boilerplate { for index in range { labels[index] = .boilerplate } }
    var isMarked = [Bool](repeating: false, count: labels.count)
    for range in marked { for index in range { isMarked[index] = true } }
    for (index, byte) in story.text.utf8.enumerated()
    where byte & 0xC0 != 0x80 && byte > 0x20 && labels[index] != .neutral {
      add(1, isBoilerplate: labels[index] == .boilerplate, isMarked: isMarked[index])
    }
  }

  /// Adds another tally.
  public static func += (left: inout CharacterTally, right: CharacterTally) {
    left.found += right.found
    left.boilerplate += right.boilerplate
    left.lost += right.lost
    left.news += right.news
  }
}
