internal import Stories

/// Plain text: one story a file, with an optional head of `key: value` lines.
///
/// The head is the first lines when every one of them, up to the next empty line, is a known key, a colon
/// and a value. Without a head the whole file is the text, and a short first line that an empty line
/// follows is also the headline; it stays part of the text. Lines that miss being a head and hold an embargo or an
/// order are refused, since nothing may be told too early.
public struct PlainTextReader: StoryReader {
  /// The format's name.
  public let format = "plain text"

  /// Keys that a head may have.
  static let keys = [
    "id", "outlet", "published", "title", "url", "lang", "agency", "credit", "slug", "note",
    "version",
    "status", "embargoed", "derived_from",
  ]
  /// Names under which two of these were known first.
  static let otherNames = ["ednote": "note", "derived-from": "derived_from"]
  /// Longest first line, in characters, that is taken for a headline.
  static let longestHeadline = 150

  /// Makes a reader.
  public init() {}

  /// Anything that no other reader has recognised.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool { true }

  /// Reads the one story.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try each(outcome(of: bytes, delivery))
  }

  private func outcome(of bytes: UnsafeRawBufferPointer, _ delivery: Delivery) -> Outcome {
    do throws(Refusal) {
      return try read(bytes, delivery)
    } catch {
      return .refused(error)
    }
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, _ delivery: Delivery
  ) throws(Refusal) -> Outcome {
    let decoded = try DecodedBytes(bytes, fallback: delivery.fallbackCharset)
    let (head, text) = try PlainTextReader.split(decoded.string)
    guard text.unicodeScalars.contains(where: { $0.value > 0x20 && !$0.properties.isWhitespace })
    else {
      throw Refusal(
        problem: "there is no text below the head", remedy: "send the story with its text")
    }
    guard text.utf8.count <= delivery.limits.textBytes else {
      throw Refusal(
        problem: "the text is longer than limits.text_bytes (\(delivery.limits.textBytes))",
        remedy: "split it into stories, or raise the limit")
    }
    var story = Story(
      id: head["id"]?.value ?? delivery.name,
      outlet: delivery.outlet(head["outlet"]?.value, at: head["url"]?.value),
      published: try published(head["published"]),
      title: head["title"]?.value ?? PlainTextReader.headline(of: text),
      url: head["url"]?.value, language: head["lang"]?.value, text: text,
      facts: try facts(head, decoded.note))
    NoticeWords.settle(&story)
    CorrectionLabel.settle(&story, format: format)
    return .of(story, identityIsGiven: head["id"] != nil, line: nil)
  }

  private func published(_ field: HeadField?) throws(Refusal) -> Instant? {
    guard let field else { return nil }
    guard let instant = Instant(field.value) else {
      throw Refusal(
        line: field.line, problem: "published: '\(field.value)' is not a date",
        remedy: "write it like 2026-03-02T08:15:00Z")
    }
    return instant
  }
}
