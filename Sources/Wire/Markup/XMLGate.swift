internal import CXML
internal import Stories

/// What stands between bytes and the XML parser: charset, document types, depth, length.
///
/// A document that declares a type is refused before a parser sees it, in whatever charset it is written:
/// the bytes are UTF-8 when they are looked at. Then the whole document is read once without keeping
/// anything of it, so that a file which breaks off leaves no story behind.
enum XMLGate {
  /// Lets a document through.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - storyNames: local names of the elements that hold a story.
  ///   - limits: depth, and bytes in a story with its markup.
  /// - Returns: the document in UTF-8.
  /// - Throws: why it is refused as a whole.
  static func open(
    _ bytes: UnsafeRawBufferPointer, storyNames: [String], _ limits: Limits
  ) throws(Refusal) -> DecodedBytes {
    let document = try DecodedBytes(bytes, declared: XMLProlog(bytes).encoding)
    try document.withBytes { body throws(Refusal) in
      if XMLProlog(body).hasDoctype { throw doctype(line: nil) }
      try check(body, storyNames, limits)
    }
    return document
  }

  private static func check(
    _ body: UnsafeRawBufferPointer, _ storyNames: [String], _ limits: Limits
  ) throws(Refusal) {
    var error = cxml_error()
    let verdict = cxml_check(
      body.assumingMemoryBound(to: UInt8.self).baseAddress, body.count, Int32(limits.xmlDepth),
      " \(storyNames.joined(separator: " ")) ", limits.lineBytes, &error)
    switch Int(verdict) {
    case cxml_sound: return
    case cxml_doctype: throw doctype(line: Int(error.line))
    case cxml_too_deep:
      throw Refusal(
        line: Int(error.line),
        problem: "elements are nested deeper than limits.xml_depth (\(limits.xmlDepth))",
        remedy: "mend the file at its source, or raise the limit")
    case cxml_too_long:
      throw Refusal(
        line: Int(error.line),
        problem: "a story with its markup is longer than limits.line_bytes (\(limits.lineBytes))",
        remedy: "split it, or raise the limit")
    default: throw Refusal(error)
    }
  }

  private static func doctype(line: Int?) -> Refusal {
    Refusal(
      line: line, problem: "it declares a document type (DOCTYPE), which can hold an attack",
      remedy: "send it without the DOCTYPE; no reader here needs it")
  }
}
