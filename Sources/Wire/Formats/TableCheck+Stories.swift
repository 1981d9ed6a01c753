extension TableCheck {
  /// A column that holds texts.
  struct Column {
    let name: String
    /// What stands between the cells: a comma, a semicolon or a tab.
    let separator: UInt8
  }

  private static let fewestStories = 2
  private static let window = 1 << 16
  private static let namesOfTexts: Set<String> = ["text", "body", "content", "article", "story"]
  /// What else a table of stories calls its columns.
  private static let otherNames: Set<String> = [
    "", "id", "index", "guid", "uri", "outlet", "source", "publisher", "domain", "agency", "author",
    "byline", "credit", "published", "date", "time", "timestamp", "created", "title", "headline",
    "url", "link", "lang", "language", "section", "category", "label", "summary", "description",
  ]

  /// The column that holds texts, where bytes are a table of stories and nothing else: every cell of the first line
  /// is a name that such tables have, one of them a text's, and at least two rows have as many cells. A row may go on
  /// over several lines within quotation marks (RFC 4180).
  ///
  /// Complexity: O(1) for what does not begin so, else O(n) in the first 64 KB.
  static func columnOfStories(_ bytes: UnsafeRawBufferPointer) -> Column? {
    let mark = UTF8Check.byteOrderMarkLength(bytes)
    let head = bytes.prefix(window)[mark...]
    let first = head.prefix(1 << 10).prefix { $0 != 0x0A }
    guard first.count < 1 << 10,
      let separator = [UInt8](",;\t".utf8).first(where: { first.contains($0) })
    else { return nil }
    let names = first.split(separator: separator, omittingEmptySubsequences: false).map(name)
    guard names.count > 1,
      let column = names.first(where: { namesOfTexts.contains($0.lowercased()) }),
      names.map({ $0.lowercased() }).allSatisfy({
        namesOfTexts.contains($0) || otherNames.contains($0)
      })
    else { return nil }
    let rows = rows(head[first.endIndex...].dropFirst(), separator)
    guard rows.count >= fewestStories, rows.allSatisfy({ $0 == names.count }) else { return nil }
    return Column(name: column, separator: separator)
  }

  private static func name(_ cell: Slice<UnsafeRawBufferPointer>) -> String {
    String(decoding: cell.filter { $0 > 0x20 && $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  /// How many cells each whole row has, but for rows without anything in them.
  private static func rows(
    _ bytes: Slice<UnsafeRawBufferPointer>, _ separator: UInt8
  ) -> [Int] {
    var rows: [Int] = []
    var (cells, isQuoted, isEmpty) = (1, false, true)
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted {
        if !isEmpty { rows.append(cells) }
        (cells, isEmpty) = (1, true)
        continue
      }
      if byte == separator, !isQuoted { cells += 1 }
      if byte > 0x20 { isEmpty = false }
    }
    // The last line of a file may lack its end; that of what was looked at is cut.
    if !isEmpty, !isQuoted, bytes.endIndex < window { rows.append(cells) }
    return rows
  }
}
