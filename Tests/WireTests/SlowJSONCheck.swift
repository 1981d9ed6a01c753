import Stories

@testable import Wire

/// What `JSONCheck` asks, byte by byte and with a set of names for each object: an oracle.
struct SlowJSONCheck {
  private let bytes: [UInt8]
  private let depth: Int
  private var line = 1
  private var lineStart = 0
  private var position = 0

  init(_ bytes: [UInt8], depth: Int) { (self.bytes, self.depth) = (bytes, depth) }

  /// The refusal's line, column and the words in the midst of its problem; nil for none.
  mutating func refusal() -> (line: Int, column: Int?, says: String)? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return (1, nil, "valid UTF-8") }
    var open: [Set<[UInt8]>?] = []
    var (expectsName, afterComma) = (false, false)
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < depth else { return at("nested deeper") }
        open.append(byte == UInt8(ascii: "{") ? [] : nil)
        expectsName = byte == UInt8(ascii: "{")
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if afterComma { return at("a comma stands") }
        _ = open.popLast()
        expectsName = false
      case UInt8(ascii: ","): expectsName = (open.last ?? nil) != nil
      case UInt8(ascii: "\""):
        let name = string()
        afterComma = false
        if expectsName, !open.isEmpty {
          let isNew = open[open.count - 1]?.insert(name).inserted ?? true
          if !isNew, Self.isRead(name) { return at("stands twice") }
          expectsName = false
        }
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let start = position
        while position < bytes.count, "0123456789.eE+-".utf8.contains(bytes[position]) {
          position += 1
        }
        if position - start > 64 { return at("a number has") }
        afterComma = false
        continue
      case UInt8(ascii: "\n"): (line, lineStart) = (line + 1, position + 1)
      default: break
      }
      if byte > 0x20 { afterComma = byte == UInt8(ascii: ",") }
      position += 1
    }
    return nil
  }

  private mutating func string() -> [UInt8] {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(position, bytes.count)
    position += 1
    return end - start <= 256 ? Array(bytes[start..<end]) : []
  }

  private static func isRead(_ name: [UInt8]) -> Bool {
    let folded = JSONObject.folded(String(decoding: name, as: UTF8.self))
    return ["id", "text", "title"].contains(folded) || folded.hasPrefix("body")
      || folded.contains("\\")
  }

  private func at(_ says: String) -> (line: Int, column: Int?, says: String) {
    (line, position - lineStart + 1, says)
  }
}
