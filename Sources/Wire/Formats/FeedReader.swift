internal import Stories

/// RSS (0.9 to 2.0, RDF too) and Atom (RFC 4287): an item is a story.
///
/// An item with nothing but a headline and a link is an entry of a listing, not a story. WordPress's export,
/// which is RSS with more, gives its published posts and pages.
public struct FeedReader: StoryReader {
  /// The format's name.
  public let format = "feed"

  /// Makes a reader.
  public init() {}

  /// Whether the root is a feed's.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    ["rss", "feed", "RDF"].contains(XMLProlog(bytes).root ?? "")
  }

  /// Reads item by item; holds one item at a time.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    var channel = FeedChannel(XMLProlog(bytes).root == "feed" ? "Atom" : "RSS")
    try XMLStories.read(
      bytes, of: delivery, storyNames: ["item", "entry"], empty: "a feed without items", each: each
    ) { name, start in
      switch name {
      case "rss", "feed", "RDF", "channel":
        channel.language = channel.language ?? start.language
        return .enter
      case "item", "entry":
        let channel = channel
        return .read { item, line throws(Refusal) in
          let named = delivery.named("\(delivery.name):\(line)")
          return [try channel.outcome(item, line, named, start.note)]
        }
      case "title", "language", "link", "rights", "copyright", "author":
        return .read { element, _ in
          channel.read(element)
          return []
        }
      default: return .skip
      }
    }
  }
}
