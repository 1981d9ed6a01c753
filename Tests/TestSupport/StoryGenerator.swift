public import Stories

/// Makes stories whose groups are known: agency copy of invented words, run by outlets verbatim, edited,
/// cut or expanded.
public struct StoryGenerator: Sendable {
  private var random: SeededGenerator
  private var made = 0

  /// Starts at a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A story and the group that it belongs to.
  public struct Known: Sendable {
    /// The story; its id tells it from every other of this generator.
    public let story: Story
    /// The group's name.
    public let group: Int
  }

  /// Stories of some groups, each run by one to `most` outlets, in shuffled order.
  public mutating func stories(groups: Int, most: Int = 4, words: Int = 120) -> [Known] {
    var all: [Known] = []
    for group in 0..<groups {
      let copy = text(words: words)
      for outlet in 0..<Int.random(in: 1...max(1, most), using: &random) {
        all.append(Known(story: story(version(of: copy), outlet: outlet, group), group: group))
      }
    }
    return all.shuffled(using: &random)
  }

  /// Unrelated prose of so many invented words.
  public mutating func text(words: Int) -> String {
    (0..<words).map { position in
      word() + (position % 14 == 13 ? "." : "") + (position % 56 == 55 ? "\n\n" : "")
    }.joined(separator: " ")
  }

  private mutating func story(_ text: String, outlet: Int, _ group: Int) -> Story {
    made += 1
    let minutes = Int64(group * 7 + outlet * 31)
    return Story(
      id: "made-\(made)", outlet: Outlet("outlet-\(outlet)"),
      published: Instant(milliseconds: 1_772_000_000_000 + minutes * 60_000),
      title: "Story \(group)", text: text)
  }

  private mutating func version(of copy: String) -> String {
    var words = copy.split(separator: " ").map(String.init)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: break
    case 1: words[Int.random(in: 0..<words.count, using: &random)] = word()
    case 2: words = Array(words.prefix(words.count * 2 / 3))
    default: words += (0..<words.count / 4).map { _ in word() }
    }
    return words.joined(separator: " ")
  }

  private mutating func word() -> String {
    let syllables = ["ka", "re", "mi", "to", "lun", "sa", "ver", "do", "pel", "nor", "gri", "the"]
    return (0..<Int.random(in: 2...4, using: &random)).map { _ in
      syllables[Int.random(in: 0..<syllables.count, using: &random)]
    }.joined()
  }
}
