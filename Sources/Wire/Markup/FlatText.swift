internal import CXML
internal import Stories

/// Text whose paragraphs are lines, with entities or a few inline elements of HTML in it.
enum FlatText {
  /// What of markup a text has.
  enum Tags {
    /// Entities alone.
    case none
    /// Elements within lines.
    case inline
    /// Elements that begin paragraphs, or that nobody knows.
    case blocks
  }

  /// Elements that begin no paragraph.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "rb", "rp", "rt",
    "rtc", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
  ]

  /// Looks which elements stand in a text.
  ///
  /// A name that no element of HTML has is a word between signs (`<inaudible>`), unless a tag ends it.
  static func tags(in text: String) -> Tags {
    var found = Tags.none
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: start)...]
      let isEnd = rest.first == UInt8(ascii: "/")
      let letters = (isEnd ? rest.dropFirst() : rest).prefix(while: isOfName)
      let name = String(decoding: letters, as: UTF8.self).lowercased()
      if inline.contains(name) {
        found = .inline
      } else if isEnd || isElement(name) || rest.first == UInt8(ascii: "!") {
        return .blocks
      }
    }
    return WideScan.holds("/>", in: text) ? .blocks : found
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isElement(_ name: String) -> Bool {
    cxml_html_knows(name) != 0 || newer.contains(name)
  }

  /// Elements that HTML 4 has not.
  private static let newer: Set<String> = [
    "article", "aside", "audio", "details", "figcaption", "figure", "footer", "header", "main",
    "nav", "picture", "section", "summary", "svg", "template", "video",
  ]

  /// Each paragraph by itself, so that inline elements leave the empty lines between them.
  static func paragraphs(of text: String) throws(Refusal) -> (text: String, asides: [Aside]) {
    var (texts, asides): ([String], [Aside]) = ([], [])
    let lines = PlainBlocks.tidy(text)[...].lines
    for paragraph in lines.split(whereSeparator: \.isBlank) {
      let found = try HTMLTree.elements(of: paragraph.joined(separator: "\n"))
      if !found.text.isEmpty { texts.append(found.text) }
      asides += found.asides
    }
    return (texts.joined(separator: "\n\n"), asides)
  }

  /// A text with what its entities stand for; what is no entity stays as it is.
  static func withoutEntities(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      rest = rest[start...]
      let name = rest.dropFirst().prefix(longestName).prefix {
        isOfName($0) || $0 == UInt8(ascii: "#")
      }
      let isEnded = rest[name.endIndex...].first == UInt8(ascii: ";")
      if isEnded, let scalar = scalar(String(decoding: name, as: UTF8.self)) {
        result += Array(String(Character(scalar)).utf8)
        rest = rest[name.endIndex...].dropFirst()
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  private static let longestName = 10

  /// What the name of an entity or a number of a character stands for.
  private static func scalar(_ name: String) -> Unicode.Scalar? {
    var code: UInt32?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      code = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      code = UInt32(name.dropFirst())
    } else {
      code = name == "apos" ? 0x27 : cxml_html_entity(name)
    }
    return code.flatMap { $0 < 0x20 && !(9...13).contains($0) ? nil : Unicode.Scalar($0) }
  }
}
