internal import Stories

/// HTML: one page, one story. Open Graph and JSON-LD give the fields where they are there; the text is all
/// blocks of the page in order, furniture too, which is told apart later.
public struct HTMLReader: StoryReader {
  /// The format's name.
  public let format = "HTML"

  /// Makes a reader.
  public init() {}

  private static let roots: Set<String> = [
    "html", "head", "body", "article", "main", "section", "div", "p", "h1", "h2", "h3", "span", "a",
    "table", "ul", "font", "center", "meta", "title", "header", "script", "style", "link", "b",
  ]

  /// Roots that pages leave open and no text has between such signs.
  private static let openRoots: Set<String> = [
    "html", "head", "body", "div", "p", "h1", "h2", "h3",
  ]

  /// Whether the root, the document type or the first tag is HTML's, and not the name of a `<Body Shop Plc>`.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let prolog = XMLProlog(bytes)
    if prolog.doctypeName == "html" { return true }
    guard let root = prolog.root?.lowercased(), Self.roots.contains(root) else { return false }
    return OpeningTag.begins(bytes) || Self.openRoots.contains(root) && OpeningTag.isWhole(bytes)
  }

  /// Reads the one story.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try each(outcome(bytes, delivery))
  }

  private func outcome(_ bytes: UnsafeRawBufferPointer, _ delivery: Delivery) -> Outcome {
    do throws(Refusal) {
      guard bytes.count <= delivery.limits.lineBytes else {
        throw Refusal(
          problem: "the page is longer than limits.line_bytes (\(delivery.limits.lineBytes))",
          remedy: "send the story without the site around it, or raise the limit")
      }
      let declared = HTMLPage.declaredCharset(bytes)
      let document = try DecodedBytes(
        bytes, declared: declared, fallback: delivery.fallbackCharset)
      return try document.withBytes { body throws(Refusal) in
        let tree = try HTMLTree(body)
        return try withExtendedLifetime(tree) { () throws(Refusal) in
          try HTMLPage(tree, document.note).outcome(delivery)
        }
      }
    } catch {
      return .refused(error)
    }
  }
}
