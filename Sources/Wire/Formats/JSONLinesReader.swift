internal import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// JSON Lines: one story a line, as an object with `text` and, where known, `id` (text or a whole number),
/// `outlet`, `published`, `title`, `url` and `lang`, and the facts of wires that `StoryFields` lists. Other
/// fields are passed over. Empty lines are too. A line may also be an item of ninjs, and one of these that is a
/// picture or the like is passed over.
///
/// Any other line, an object without a text and an empty one among them, is refused by itself, with its number; the
/// lines around it are taken.
public struct JSONLinesReader: StoryReader {
  /// The format's name.
  public let format = "JSON Lines"

  /// Makes a reader.
  public init() {}

  /// Whether it begins as an object does and has one a line, or holds stories in lines of their own whatever
  /// its first line is.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    JSONOpening.isObject(bytes) && Self.isLines(bytes) || StoryLines.areIn(bytes)
  }

  /// Whether the first line that says anything is more than the beginning of one object over many lines.
  static func isLines(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let lines = bytes[UTF8Check.byteOrderMarkLength(bytes)...].drop { $0 <= 0x20 }
    let first = lines.prefix { $0 != UInt8(ascii: "\n") }
    guard let last = first.last(where: { $0 > 0x20 }) else { return true }
    if last == UInt8(ascii: "}") || first.count == lines.count { return true }
    // A broken line among lines; over many lines an object goes on with a name or a bracket.
    return lines[first.endIndex...].first { $0 > 0x20 } == UInt8(ascii: "{")
      && ![UInt8(ascii: "["), UInt8(ascii: ":")].contains(last)
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
      let end = WideScan.place(of: UInt8(ascii: "\n"), in: bytes, from: start)
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      start = end + 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      for outcome in outcomes(of: line, number, delivery, decoder) { try each(outcome) }
    }
  }

  private func outcomes(
    of line: UnsafeRawBufferPointer, _ number: Int, _ delivery: Delivery, _ decoder: JSONDecoder
  ) -> [Outcome] {
    do throws(Refusal) {
      return try read(line, number, delivery, decoder)
    } catch {
      return [.refused(error)]
    }
  }

  private func read(
    _ line: UnsafeRawBufferPointer, _ number: Int, _ delivery: Delivery, _ decoder: JSONDecoder
  ) throws(Refusal) -> [Outcome] {
    let fields = try fields(of: line, number, delivery.limits, decoder)
    guard let text = fields.text else { return try items(line, number, delivery) }
    let published = try fields.instant(line: number)
    return [try fields.story(text, published, delivery, format: format, line: number)]
  }

  /// The fields of a line, with its embargo; one that is not plain is checked and parsed.
  private func fields(
    of line: UnsafeRawBufferPointer, _ number: Int, _ limits: Limits, _ decoder: JSONDecoder
  ) throws(Refusal) -> StoryFields {
    if line.count <= limits.lineBytes, limits.jsonDepth >= PlainLine.depth,
      let fields = StoryFields(plain: line)
    {
      return fields
    }
    try JSONLineCheck(number: number, limits: limits).check(line)
    var fields = try StoryFields(line, number, decoder)
    // Without a text it may be another item, which looks for its embargo itself.
    if fields.text != nil { try fields.findEmbargo(line, number, depth: limits.jsonDepth) }
    return fields
  }

  /// What a line without a `text` holds: items of ninjs, or nothing that is read.
  private func items(
    _ line: UnsafeRawBufferPointer, _ number: Int, _ delivery: Delivery
  ) throws(Refusal) -> [Outcome] {
    let value = try JSONObject.value(line, line: number, depth: delivery.limits.jsonDepth)
    let named = delivery.named("\(delivery.name):\(number)")
    return NinjsEnvelope.outcomes(value, named).map { outcome in
      guard case .refused(let refusal) = outcome else { return outcome }
      return .refused(refusal.on(line: number))
    }
  }
}
