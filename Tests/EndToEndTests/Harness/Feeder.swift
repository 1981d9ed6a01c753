import Foundation
import Stories
import TestSupport

/// Drops seeded deliveries into an inbox and knows what must come of them.
struct Feeder {
  private(set) var stories: Set<String> = []
  private(set) var refused: Set<String> = []
  private var random: SeededGenerator
  private var generator: StoryGenerator
  private var spare: [Story] = []
  private var files = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    generator = StoryGenerator(seed: seed &+ 1)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// Drops a file of plain text, of JSON Lines, or one that is refused in part or as a whole.
  mutating func dropAny(into workspace: Workspace) throws {
    switch number(in: 0...7) {
    case 0: try dropBroken(into: workspace)
    case 1: try dropPartlyBroken(into: workspace)
    case 2, 3: try dropLines(number(in: 2...4), into: workspace)
    default: try dropText(into: workspace)
    }
  }

  /// Drops one story as plain text.
  mutating func dropText(into workspace: Workspace) throws {
    try workspace.drop(Format.plainText(story()), as: name("txt"))
  }

  /// Drops so many stories as JSON Lines.
  mutating func dropLines(_ count: Int, words: Int = 80, into workspace: Workspace) throws {
    let lines = try (0..<count).map { _ in try Format.line(story(words: words)) }
    try workspace.drop(lines.joined(separator: "\n") + "\n", as: name("jsonl"))
  }

  /// Drops bytes that are no text: refused as a whole.
  mutating func dropBroken(into workspace: Workspace) throws {
    let name = name("txt")
    refused.insert(name)
    try workspace.drop(Array("broken \(name) ".utf8) + [0xFF, 0xFE], as: name)
  }

  /// Drops a story and a line that is none: taken and refused.
  mutating func dropPartlyBroken(into workspace: Workspace) throws {
    let name = name("jsonl")
    refused.insert(name)
    try workspace.drop(try Format.line(story()) + "\n{\"id\": \"torn", as: name)
  }

  private mutating func name(_ ending: String) -> String {
    files += 1
    return "delivery-\(files).\(ending)"
  }

  private mutating func story(words: Int = 80) throws -> Story {
    if words != 80 { return note(generator.stories(groups: 1, most: 1, words: words)[0].story) }
    if spare.isEmpty { spare = generator.stories(groups: 4, words: words).map(\.story) }
    return note(spare.removeLast())
  }

  private mutating func note(_ story: Story) -> Story {
    stories.insert(story.id)
    return story
  }
}

/// Stories as they are delivered.
enum Format {
  /// A head of fields, an empty line, the text.
  static func plainText(_ story: Story) -> String {
    """
    id: \(story.id)
    outlet: \(story.outlet?.name ?? "none")
    published: \(story.published?.description ?? "2026-03-02")
    title: \(story.title ?? "none")

    \(story.text)
    """
  }

  /// A line of JSON.
  static func line(_ story: Story) throws -> String {
    struct Line: Encodable {
      let id: String
      let outlet: String?
      let published: String?
      let title: String?
      let text: String
    }
    let line = Line(
      id: story.id, outlet: story.outlet?.name, published: story.published?.description,
      title: story.title, text: story.text)
    return String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
  }
}
