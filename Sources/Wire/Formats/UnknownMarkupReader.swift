internal import Stories

/// Markup that no reader knows. Nobody can tell whether there are stories in it, so that it is refused and not passed
/// over.
public struct UnknownMarkupReader: StoryReader {
  /// The format's name.
  public let format = "markup"

  /// Makes a reader.
  public init() {}

  /// Whether the first thing in it is a tag, and not a name that a text puts between such signs.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool { OpeningTag.begins(bytes) }

  /// Refuses it by its root's name.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    let root = XMLProlog(bytes).root ?? ""
    try each(
      .refused(
        Refusal(
          line: 1,
          problem: "this is markup with the root '\(root.prefix(40))', which no reader knows",
          remedy: "send NewsML-G2, NITF, NewsML 1, RSS, Atom, HTML, ninjs or JSON Lines")))
  }
}
