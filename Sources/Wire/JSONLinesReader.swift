internal import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// JSON Lines: one story a line, as an object with `text` and, where known, `id` (text or a whole number),
/// `outlet`, `published`, `title`, `url` and `lang`. Other fields are passed over. Empty lines are too.
///
/// A line that can't be read is refused by itself, with its number; the lines around it are taken.
public struct JSONLinesReader: StoryReader {
  /// The format's name.
  public let format = "JSON Lines"

  /// Makes a reader.
  public init() {}

  /// Whether the first thing in it is an opening brace.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let body = bytes[UTF8Check.byteOrderMarkLength(bytes)...]
    return body.first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  /// Reads line by line; holds one line's story at a time.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    let decoder = JSONDecoder()
    var start = UTF8Check.byteOrderMarkLength(bytes)
    var number = 0
    while start < bytes.count {
      number += 1
      let end = JSONLinesReader.lineEnd(bytes, from: start)
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      start = end + 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      try each(outcome(of: line, number, delivery, decoder))
    }
  }

  private func outcome(
    of line: UnsafeRawBufferPointer, _ number: Int, _ delivery: Delivery, _ decoder: JSONDecoder
  ) -> Outcome {
    do throws(Refusal) {
      return .story(try story(line, number, delivery, decoder))
    } catch {
      return .refused(error)
    }
  }

  private func story(
    _ line: UnsafeRawBufferPointer, _ number: Int, _ delivery: Delivery, _ decoder: JSONDecoder
  ) throws(Refusal) -> DeliveredStory {
    let limits = delivery.limits
    try JSONLineCheck(number: number, limits: limits).check(line)
    let fields = try StoryFields(line, number, decoder)
    guard let text = fields.text, text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(
        line: number, problem: "there is no \"text\"", remedy: "give every story its text")
    }
    guard text.utf8.count <= limits.textBytes else {
      throw Refusal(
        line: number, problem: "the text is longer than limits.text_bytes (\(limits.textBytes))",
        remedy: "split it into stories, or raise the limit")
    }
    return DeliveredStory(
      Story(
        id: fields.id ?? "\(delivery.name):\(number)",
        outlet: fields.outlet.map { Outlet($0) } ?? delivery.outlet,
        published: try fields.instant(line: number), title: fields.title, url: fields.url,
        language: fields.lang, text: text),
      identityIsGiven: fields.id != nil)
  }

  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }
}
