internal import Stories

/// NewsML 1.x (IPTC, 1.0 to 1.2): NewsItems with nested NewsComponents.
public struct NewsML1Reader: StoryReader {
  /// The format's name.
  public let format = "NewsML 1"

  /// Makes a reader.
  public init() {}

  /// Whether the root is `NewsML`.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    XMLProlog(bytes).root == "NewsML"
  }

  /// Reads item by item; holds one item at a time.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try XMLStories.read(
      bytes, of: delivery, storyNames: ["NewsItem"], empty: "a NewsML without items", each: each
    ) { name, start in
      switch name {
      case "NewsItem":
        return .read { item, line throws(Refusal) in
          [try NewsML1Item.outcome(item, line, delivery, start.note)]
        }
      case "NewsEnvelope", "TopicSet", "Catalog": return .skip
      default: return .enter
      }
    }
  }
}
