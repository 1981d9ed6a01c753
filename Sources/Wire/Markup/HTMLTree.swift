internal import CXML
internal import Stories

/// An HTML document or a fragment of one, parsed with tolerance.
final class HTMLTree {
  private let document: OpaquePointer

  /// Parses UTF-8.
  ///
  /// - Throws: a refusal when elements are nested more deeply than libxml2 follows.
  init(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
    let byte = WideScan.place(of: 0, in: bytes)
    guard byte == bytes.count else {
      throw Refusal(
        byte: byte, problem: "byte \(byte) is NUL: this is a binary file, not a page",
        remedy: "send the page as it left its source")
    }
    let mended = WindowsCharacters.mended(bytes)
    guard let document = mended?.withUnsafeBytes(HTMLTree.open) ?? HTMLTree.open(bytes) else {
      throw Refusal(problem: "the page is too large to be parsed", remedy: "split it")
    }
    self.document = document
    if cxml_html_gave_up(document) != 0 {
      throw Refusal(
        problem: "elements are nested deeper than 256", remedy: "mend the page at its source")
    }
  }

  private static func open(_ bytes: UnsafeRawBufferPointer) -> OpaquePointer? {
    cxml_html_open(bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count)
  }

  /// Parses a fragment.
  convenience init(_ fragment: String) throws(Refusal) {
    var fragment = fragment
    let wrapped = fragment.withUTF8 { Array("<body>".utf8) + Array($0) }
    try self.init(copying: wrapped)
  }

  private convenience init(copying bytes: [UInt8]) throws(Refusal) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { buffer.deallocate() }
    buffer.copyBytes(from: bytes)
    try self.init(UnsafeRawBufferPointer(buffer))
  }

  deinit { cxml_html_close(document) }

  /// The root; nil for a document without any element. Valid as long as the tree.
  var root: XMLNode? { XMLNode(cxml_html_root(document)) }

  /// The paragraphs of a fragment: as markup if it has elements that make any, else split at empty lines.
  static func blocks(of text: String) throws(Refusal) -> (text: String, asides: [Aside]) {
    // What a feed names by such a number is a control character by now.
    let text = WindowsCharacters.mended(text)
    guard looksLikeMarkup(text) else { return (PlainBlocks.tidy(text), []) }
    // libxml2 would end the text there, and say nothing.
    guard !WideScan.holdsZero(text) else {
      throw Refusal(
        problem: "its markup holds NUL, which no text does", remedy: "mend it at its source")
    }
    switch FlatText.tags(in: text) {
    case .none: return (PlainBlocks.tidy(FlatText.withoutEntities(text)), [])
    case .inline: return try FlatText.paragraphs(of: text)
    case .blocks: return try elements(of: text)
    }
  }

  /// The paragraphs that the elements of a fragment make.
  static func elements(of text: String) throws(Refusal) -> (text: String, asides: [Aside]) {
    let tree = try HTMLTree(text)
    return withExtendedLifetime(tree) {
      let blocks = BlockBuilder(tree.root.map { [$0] } ?? [])
      return (blocks.text, blocks.asides)
    }
  }

  /// Whether some text has tags or entities of HTML in it.
  static func looksLikeMarkup(_ text: String) -> Bool {
    let known = text.utf8.withContiguousStorageIfAvailable { bytes in
      seemsMarkup(UnsafeRawBufferPointer(bytes))
    }
    return known.flatMap(\.self) ?? looksLikeMarkupInCharacters(text)
  }

  /// The same by characters.
  static func looksLikeMarkupInCharacters(_ text: String) -> Bool {
    if text.firstRange(of: "</") != nil || text.firstRange(of: "/>") != nil { return true }
    let lower = text.lowercased()
    return ["<p>", "<p ", "<br", "<div", "&amp;", "&#", "&quot;", "&nbsp;", "&lt;"].contains {
      lower.firstRange(of: $0) != nil
    }
  }

  /// Whether some text has tags or entities in it, as its bytes tell; nil where only a look at the characters can.
  ///
  /// Letters and marks beyond ASCII may join `<` or `/` to make other characters of them.
  private static func seemsMarkup(_ bytes: UnsafeRawBufferPointer) -> Bool? {
    let (less, more) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    var place = WideScan.place(of: less, or: UInt8(ascii: "&"), in: bytes, from: 0)
    if place == bytes.count, WideScan.place(of: more, in: bytes) == bytes.count { return false }
    while place + 1 < bytes.count {
      let around = bytes[max(0, place - 1)..<min(place + 3, bytes.count)]
      if bytes[place] == less, bytes[place + 1] == UInt8(ascii: "/"),
        around.allSatisfy({ $0 < 0x80 })
      {
        return true
      }
      place = WideScan.place(of: less, in: bytes, from: place + 1)
    }
    return nil
  }
}

/// Text without markup.
enum PlainBlocks {
  /// The text with its line ends as they are, without empty lines and white space at its ends.
  static func tidy(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").trimmed
  }
}
