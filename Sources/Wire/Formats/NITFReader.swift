internal import Stories

/// NITF, the News Industry Text Format (IPTC, 3.x): one story a file.
public struct NITFReader: StoryReader {
  /// The format's name.
  public let format = "NITF"

  /// Makes a reader.
  public init() {}

  /// Whether the root is `nitf`.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    XMLProlog(bytes).root?.lowercased() == "nitf"
  }

  /// Reads the one story.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try XMLStories.read(
      bytes, of: delivery, storyNames: ["nitf"], empty: "an empty document", each: each
    ) { name, start in
      guard name == "nitf" else { return .enter }
      return .read { nitf, line in NITFStory.outcomes(nitf, line, delivery, start.note) }
    }
  }
}
