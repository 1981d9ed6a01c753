internal import Stories

/// What is asked of a line before a parser sees it.
struct JSONLineCheck {
  let number: Int
  let limits: Limits

  func check(_ line: UnsafeRawBufferPointer) throws(Refusal) {
    guard line.count <= limits.lineBytes else {
      throw Refusal(
        line: number,
        problem:
          "the line has \(line.count) bytes, more than limits.line_bytes (\(limits.lineBytes))",
        remedy: "give one story a line, or raise the limit")
    }
    guard String(validating: line, as: UTF8.self) != nil else {
      throw Refusal(
        line: number, problem: "the line is not valid UTF-8",
        remedy: "convert the file, for instance with: iconv -f WINDOWS-1252 -t UTF-8")
    }
    guard isShallow(line) else {
      throw Refusal(
        line: number,
        problem: "brackets are nested deeper than limits.json_depth (\(limits.jsonDepth))",
        remedy: "give each story as a flat object")
    }
  }

  /// Whether no more brackets are open at once than allowed, strings aside.
  private func isShallow(_ line: UnsafeRawBufferPointer) -> Bool {
    var depth = 0
    var inString = false
    var index = 0
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\""): inString.toggle()
      case UInt8(ascii: "{") where !inString, UInt8(ascii: "[") where !inString:
        depth += 1
        if depth > limits.jsonDepth { return false }
      case UInt8(ascii: "}") where !inString, UInt8(ascii: "]") where !inString: depth -= 1
      default: break
      }
      index += 1
    }
    return true
  }
}
