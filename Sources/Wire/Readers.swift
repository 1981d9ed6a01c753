internal import Stories

/// The formats that can be read, and the choice among them by content.
public struct Readers: Sendable {
  /// In the order in which they are tried.
  public let all: [any StoryReader]

  /// Makes the registry of every reader there is.
  public init() {
    all = [
      JSONLinesReader(), NewsMLG2Reader(), NITFReader(), NewsML1Reader(), FeedReader(),
      RitzauReader(), HTMLReader(), ANPAReader(), IPTC7901Reader(), OtherKindsReader(),
      NinjsReader(), UnknownMarkupReader(), PlainTextReader(),
    ]
  }

  /// Reads a delivery with the first reader that recognises it.
  ///
  /// - Throws: what `each` throws.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    if let refusal = Readers.refusalOfWhole(bytes, delivery.limits) {
      return try each(.refused(refusal))
    }
    if let json = Readers.wideJSON(bytes) {
      return try json.withBytes { try read(inUTF8: $0, of: delivery, each: each) }
    }
    try read(inUTF8: bytes, of: delivery, each: each)
  }

  private func read(
    inUTF8 bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    guard let reader = all.first(where: { $0.recognises(bytes) }) else {
      return try each(.refused(Readers.unknownFormat))
    }
    try reader.read(bytes, of: delivery, each: each)
  }

  /// The name of the format that some bytes have.
  public func format(of bytes: UnsafeRawBufferPointer) -> String? {
    if let json = Readers.wideJSON(bytes) {
      return json.withBytes { bytes in all.first { $0.recognises(bytes) }?.format }
    }
    return all.first { $0.recognises(bytes) }?.format
  }

  /// JSON in UTF-16 with a byte order mark, as PowerShell writes it, in UTF-8; nil for anything else. Text and markup
  /// are converted by their readers, which note it.
  private static func wideJSON(_ bytes: UnsafeRawBufferPointer) -> DecodedBytes? {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
      let decoded = try? DecodedBytes(bytes)
    else { return nil }
    let isJSON = decoded.withBytes {
      JSONLinesReader().recognises($0) || NinjsReader().recognises($0)
    }
    return isJSON ? decoded : nil
  }

  private static func refusalOfWhole(
    _ bytes: UnsafeRawBufferPointer, _ limits: Limits
  ) -> Refusal? {
    if bytes.isEmpty {
      return Refusal(problem: "the file is empty", remedy: "send it again once it has been written")
    }
    if bytes.count > limits.fileBytes {
      return Refusal(
        problem:
          "the file has \(bytes.count) bytes, more than limits.file_bytes (\(limits.fileBytes))",
        remedy: "split it, or raise the limit")
    }
    return nil
  }

  private static let unknownFormat = Refusal(
    problem: "this is none of the formats that are read",
    remedy: "convert it to JSON Lines, one story a line: id, outlet, published, title, text")
}
