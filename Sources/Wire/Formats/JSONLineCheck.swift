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
    try JSONCheck(line, line: number, depth: limits.jsonDepth).check()
  }
}
