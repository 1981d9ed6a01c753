internal import Stories

/// NewsML-G2 (IPTC, 2.x): a newsItem, or a newsMessage with many.
///
/// Packages, concepts, knowledge, plans and catalogues are no stories, nor are newsItems whose class is a
/// picture, graphic, audio or video.
public struct NewsMLG2Reader: StoryReader {
  /// The format's name.
  public let format = "NewsML-G2"

  /// Makes a reader.
  public init() {}

  private static let roots: Set<String> = [
    "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem",
    "catalogItem", "contentSet", "groupSet",
  ]

  /// Items that are no stories, and what they are.
  private static let others = [
    "packageItem": "a package", "groupSet": "a part of a package",
    "conceptItem": "a concept (knowledge about a person, place or thing)",
    "knowledgeItem": "a knowledge item", "planningItem": "a planning item",
    "catalogItem": "a catalogue",
  ]

  /// Whether the root is one of the standard's.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    XMLProlog(bytes).root.map(Self.roots.contains) ?? false
  }

  /// Reads item by item; holds one item at a time.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try XMLStories.read(
      bytes, of: delivery, storyNames: ["newsItem", "packageItem", "contentSet"],
      empty: "a newsMessage without items", each: each
    ) { name, start in
      switch name {
      case "newsItem":
        return .read { item, line throws(Refusal) in
          [try G2Item(item, line, delivery, start.note).outcome()]
        }
      case "contentSet":
        return .read { content, line throws(Refusal) in
          [try G2Item(bare: content, line, delivery, start.note).outcome()]
        }
      case "header": return .skip
      default:
        guard let what = Self.others[name] else { return .enter }
        return .read { _, line in [.refused(.notAStory(what, line: line))] }
      }
    }
  }
}
