internal import Stories

/// ninjs (IPTC, 1.x, 2.x, 3.x): an item, an array of them, or the envelope of an interface around them.
public struct NinjsReader: StoryReader {
  /// The format's name.
  public let format = "ninjs"

  /// Makes a reader.
  public init() {}

  /// Whether it is JSON that is not one object a line.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    JSONOpening.isList(bytes) || JSONOpening.isObject(bytes) && !JSONLinesReader.isLines(bytes)
  }

  /// Reads the whole file, then item by item.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    let start = UTF8Check.byteOrderMarkLength(bytes)
    let body = UnsafeRawBufferPointer(rebasing: bytes[start...])
    let outcomes: [Outcome]
    do throws(Refusal) {
      guard body.count <= max(delivery.limits.lineBytes, delivery.limits.jsonFileBytes) else {
        throw Refusal(
          problem: "the JSON has \(body.count) bytes, more than limits.json_file_bytes",
          remedy: "give one object a line (JSON Lines), which is read line by line, or raise it")
      }
      let value = try JSONObject.value(body, depth: delivery.limits.jsonDepth)
      outcomes = NinjsEnvelope.outcomes(value, delivery)
    } catch {
      outcomes = [.refused(error)]
    }
    for outcome in outcomes { try each(outcome) }
  }
}
