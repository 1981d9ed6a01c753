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
  private static func isRead(_ name: ArraySlice<UInt8>) -> Bool {
    let folded = JSONObject.folded(String(decoding: name, as: UTF8.self))
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

  /// Longest number, in characters; no field of any format comes near it.
  private static let longestNumber = 64

  /// Walks through once.
  consuming func check() throws(Refusal) {
    guard UTF8Check.isValid(bytes) else {
      throw Refusal(
        line: firstLine, problem: "this is not valid UTF-8, as JSON must be",
        remedy: "convert the file, for instance with: iconv -f WINDOWS-1252 -t UTF-8")
    }
    /// Names seen in each open object; nil for an array.
    var open: [Set<ArraySlice<UInt8>>?] = []
    var expectsName = false
    var afterComma = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < depth else { throw tooDeep }
        open.append(byte == UInt8(ascii: "{") ? [] : nil)
        expectsName = byte == UInt8(ascii: "{")
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // Foundation lets this pass; JSON doesn't.
        if afterComma { throw refusal("a comma stands before a closing bracket", "take it away") }
        open.removeLast(open.isEmpty ? 0 : 1)
        expectsName = false
      case UInt8(ascii: ","): expectsName = open.last.map { $0 != nil } ?? false
      case UInt8(ascii: "\""):
        let name = skipString()
        afterComma = false
        if expectsName, let top = open.indices.last {
          if open[top]?.insert(name).inserted == false, JSONCheck.isRead(name) { throw twice(name) }
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

  /// Skips a string; returns what is between the quotation marks.
  private mutating func skipString() -> ArraySlice<UInt8> {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(position, bytes.count)
    position += 1
    // Only names are looked at, and those are short; a long string is no name worth comparing.
    return end - start <= 256 ? Array(bytes[start..<end])[...] : []
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
    (48...57).contains(byte)
      || [
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"),
        UInt8(ascii: "-"),
      ]
      .contains(byte)
  }

  private var tooDeep: Refusal {
    refusal(
      "brackets are nested deeper than limits.json_depth (\(depth))",
      "give each story as a flat object, or raise the limit")
  }

  private func twice(_ name: ArraySlice<UInt8>) -> Refusal {
    let shown = String(decoding: name.prefix(40), as: UTF8.self)
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
