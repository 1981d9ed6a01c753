internal import Stories

/// Turns markup into paragraphs in reading order, with tables and captions apart.
///
/// Knows the elements of HTML, XHTML and NITF by their local names; what it does not know it reads through.
struct BlockBuilder {
  /// A stretch of text between two block boundaries.
  private enum Block {
    case paragraph(String)
    case item(String)
  }

  private var blocks: [Block] = []
  /// Tables, captions and lists in their order.
  private(set) var asides: [Aside] = []
  /// Notes to editors within the text, which are none of it.
  private(set) var notes: [XMLNode] = []
  private var current: [UInt8] = []
  private var itemDepth = 0
  private var list: [String] = []

  /// What is in some nodes.
  init(_ nodes: some Sequence<XMLNode>) {
    for node in nodes { walk(node) }
    flush()
  }

  /// Paragraphs with an empty line between them; items of a list on lines of their own.
  var text: String {
    var text = ""
    var previousIsItem = false
    for block in blocks {
      switch block {
      case .paragraph(let words):
        if !text.isEmpty { text += "\n\n" }
        text += words
        previousIsItem = false
      case .item(let words):
        if !text.isEmpty { text += previousIsItem ? "\n" : "\n\n" }
        text += words
        previousIsItem = true
      }
    }
    return text
  }

  private mutating func walk(_ node: XMLNode) {
    if let text = node.text { return append(text) }
    guard node.isElement else { return }
    let name = node.name.lowercased()
    switch name {
    case _ where Self.unread.contains(name): return
    case "note" where !Self.isPublic(node): notes.append(node)
    case "br": newLine()
    case "figcaption", "media-caption", "caption": setAside(.caption, node)
    case "figure" where node.findAll("table").isEmpty: setAside(.caption, node)
    case "media":
      flush()
      for caption in node.findAll("media-caption") { setAside(.caption, caption) }
    case "pre": walkPreformatted(node)
    case "table" where !Self.isLayout(node): tableAside(node)
    case "ul", "ol", "dl": walkList(node)
    case "li", "dt", "dd": walkItem(node)
    case _ where Self.boundaries.contains(name):
      flush()
      for child in node.children { walk(child) }
      flush()
    default: for child in node.children { walk(child) }
    }
  }

  private mutating func walkList(_ node: XMLNode) {
    flush()
    let outer = list
    list = []
    for child in node.children { walk(child) }
    flush()
    if !list.isEmpty { asides.append(Aside(.list, list.joined(separator: "\n"))) }
    list = outer
  }

  private mutating func walkItem(_ node: XMLNode) {
    flush()
    itemDepth += 1
    for child in node.children { walk(child) }
    flush()
    itemDepth -= 1
  }

  private mutating func walkPreformatted(_ node: XMLNode) {
    flush()
    let lines = node.rawText.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    for paragraph in paragraphs {
      let words = paragraph.map { String($0.trimmedSpace) }.joined(separator: "\n")
      blocks.append(.paragraph(words))
    }
  }

  private mutating func setAside(_ kind: Aside.Kind, _ node: XMLNode) {
    flush()
    if let line = node.line { asides.append(Aside(kind, line)) }
  }

  private mutating func tableAside(_ node: XMLNode) {
    flush()
    let rows = (node.findAll("tr") + node.findAll("TR")).map { row in
      row.elements.map { $0.line ?? "" }.joined(separator: "\t")
    }.filter { $0.contains { $0 != "\t" } }
    if !rows.isEmpty { asides.append(Aside(.table, rows.joined(separator: "\n"))) }
  }

  /// Ends the paragraph.
  private mutating func flush() {
    while current.last == 0x20 || current.last == 0x0A { current.removeLast() }
    guard !current.isEmpty else { return }
    let words = String(decoding: current, as: UTF8.self)
    current.removeAll(keepingCapacity: true)
    if itemDepth > 0 {
      blocks.append(.item(words))
      list.append(words)
    } else {
      blocks.append(.paragraph(words))
    }
  }

  /// A line break; two of them end the paragraph.
  private mutating func newLine() {
    while current.last == 0x20 { current.removeLast() }
    if current.last == 0x0A { return flush() }
    if !current.isEmpty { current.append(0x0A) }
  }

  /// Adds text with runs of white space as one space.
  private mutating func append(_ text: String) {
    var (text, last) = (text, current.last)
    current += text.withUTF8 { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { tidy, count in
        for var byte in bytes {
          if byte == 0x20 || (9...13).contains(byte) {
            guard let last, last != 0x20, last != 0x0A else { continue }
            byte = 0x20
          }
          tidy[count] = byte
          count += 1
          last = byte
        }
      }
    }
  }
}

extension BlockBuilder {
  /// Elements that hold nothing to read, and how words beside them are spoken (`XMLNode.readings`).
  private static let unread: Set<String> = XMLNode.readings.union([
    "script", "style", "template", "noscript", "svg", "iframe", "object", "head", "textarea",
    "media-producer", "media-reference", "media-metadata", "select",
    "byline", "dateline", "tagline", "datasource",
  ])

  /// Whether a note of NITF is for readers.
  private static func isPublic(_ note: XMLNode) -> Bool {
    note.attribute("type")?.lowercased() == "pa"
  }

  /// Elements before and after which a paragraph ends.
  private static let boundaries: Set<String> = [
    "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "h1", "h2", "h3",
    "h4", "h5", "h6", "hl1", "hl2", "block", "blockquote", "body", "address", "figure", "form",
    "hr",
    "td", "th", "tr", "table", "bq", "lede", "fieldset", "center", "body.content", "body.end",
    "tbody", "details", "summary", "legend", "hgroup", "menu", "dialog", "note",
  ]

  private static let flow = [
    "p", "div", "h1", "h2", "h3", "ul", "ol", "table", "article", "section",
  ]

  /// Whether a table only puts other blocks into places.
  private static func isLayout(_ table: XMLNode) -> Bool {
    for name in flow where !table.findAll(name).isEmpty {
      if name != "p" { return true }
      let cells = table.findAll("td")
      if cells.contains(where: { $0.findAll("p").count > 1 }) { return true }
    }
    return false
  }
}
