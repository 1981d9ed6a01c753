internal import Stories

/// What is asked of JSON before a parser sees it: valid UTF-8, depth, and no name twice in one object, for
/// which every parser has another answer (RFC 8259, section 4).
struct JSONCheck {
  private let bytes: UnsafeRawBufferPointer
  private let firstLine: Int
  private let depth: Int
  private var line: Int
  private var lineStart = 0
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer, line: Int, depth: Int) {
    (self.bytes, firstLine, self.line, self.depth) = (bytes, line, line, depth)
  }

  /// Whether a reader looks at fields of this name. What nobody reads may stand twice: pictures' renditions do.
  private func isRead(_ name: Range<Int>) -> Bool {
    let folded = JSONObject.folded(String(decoding: bytes[name], as: UTF8.self))
    let read = JSONCheck.read
    return read.contains(folded) || folded.hasPrefix("body") || folded.hasPrefix("headline")
      || folded.contains("\\")
  }

  private static let read: Set<String> = [
    "id", "uri", "guid", "type", "version", "versioncreated", "firstcreated", "pubstatus", "status",
    "embargoed", "embargoeduntil", "embargo", "embargountil", "urgency", "slugline", "slug",
    "byline", "by", "located",
    "ednote",
    "note", "infosource", "infosources", "altids", "keys", "copyrightholder", "language", "lang",
    "value", "text", "title", "outlet", "published", "url", "credit", "creditline", "agency",
    "source",
    "provider", "signals", "derivedfrom", "item", "items", "data", "descriptions",
  ]

  /// Longest name that is looked at, in bytes.
  private static let longestName = 256
  /// Longest number, in characters; no field of any format comes near it.
  private static let longestNumber = 64

  /// Walks through once.
  consuming func check() throws(Refusal) {
    guard UTF8Check.isValid(bytes) else {
      throw Refusal(
        line: firstLine, problem: "this is not valid UTF-8, as JSON must be",
        remedy:
          "convert it from its own charset: iconv -f CHARSET -t UTF-8 "
          + "(WINDOWS-1252 only for Western European text)")
    }
    /// Names seen in each open object; nil for an array.
    var open: [SeenNames?] = []
    var expectsName = false
    var afterComma = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < depth else { throw tooDeep }
        open.append(byte == UInt8(ascii: "{") ? SeenNames() : nil)
        expectsName = byte == UInt8(ascii: "{")
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // Foundation lets this pass; JSON doesn't.
        if afterComma { throw refusal("a comma stands before a closing bracket", "take it away") }
        open.removeLast(open.isEmpty ? 0 : 1)
        expectsName = false
      case UInt8(ascii: ","): expectsName = open.last.map { $0 != nil } ?? false
      case UInt8(ascii: "\""):
        let string = skipString()
        afterComma = false
        if expectsName, let top = open.indices.last {
          // A long string is no name worth comparing.
          let isNew =
            string.count > JSONCheck.longestName || open[top]?.insert(string, of: bytes) != false
          if !isNew, isRead(string) { throw twice(string) }
          expectsName = false
        }
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        try skipNumber()
        afterComma = false
        continue
      case UInt8(ascii: "\n"): (line, lineStart) = (line + 1, position + 1)
      default: break
      }
      if byte > 0x20 { afterComma = byte == UInt8(ascii: ",") }
      position += 1
    }
  }

  /// Skips a string; returns where that stands which is between the quotation marks.
  private mutating func skipString() -> Range<Int> {
    let (quote, escape) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    let start = position + 1
    position = WideScan.place(of: quote, or: escape, in: bytes, from: start)
    while position < bytes.count, bytes[position] == escape {
      position = WideScan.place(of: quote, or: escape, in: bytes, from: position + 2)
    }
    let end = min(position, bytes.count)
    position += 1
    return start..<end
  }

  private mutating func skipNumber() throws(Refusal) {
    let start = position
    while position < bytes.count, JSONCheck.isOfNumber(bytes[position]) { position += 1 }
    guard position - start <= JSONCheck.longestNumber else {
      throw refusal(
        "a number has \(position - start) characters", "no field needs so long a number; mend it")
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private var tooDeep: Refusal {
    refusal(
      "brackets are nested deeper than limits.json_depth (\(depth))",
      "give each story as a flat object, or raise the limit")
  }

  private func twice(_ name: Range<Int>) -> Refusal {
    let shown = String(decoding: bytes[name].prefix(40), as: UTF8.self)
    return refusal(
      "\"\(shown)\" stands twice in one object", "say at the source which of the two is meant")
  }

  private func refusal(_ problem: String, _ remedy: String) -> Refusal {
    Refusal(
      line: line, column: position - lineStart + 1, byte: min(position, bytes.count),
      problem: problem,
      remedy: remedy)
  }
}
