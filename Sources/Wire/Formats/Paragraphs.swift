internal import Stories

/// Text in lines of a fixed width.
enum Paragraphs {
  /// Puts broken lines together again; an empty line or one that is indented begins a paragraph. Lines that
  /// stand in columns are kept as they are.
  static func join(_ lines: some Sequence<Substring>) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in lines {
      let isIndented = line.hasPrefix("   ") || line.hasPrefix("\t")
      if line.isBlank || isIndented { paragraphs.append([]) }
      let words = line.trimmedSpace
      if !words.isEmpty { paragraphs[paragraphs.count - 1].append(words) }
    }
    return paragraphs.filter { !$0.isEmpty }.map { lines in
      let stands =
        lines.contains { standsInColumns($0) }
        || lines.allSatisfy { $0.hasPrefix("-") || $0.hasPrefix("#") }
      return lines.joined(separator: stands ? "\n" : " ")
    }.joined(separator: "\n\n")
  }

  /// Whether a line has a tab or three spaces in a row in it.
  private static func standsInColumns(_ line: Substring) -> Bool {
    var spaces = 0
    for byte in line.utf8 {
      if byte == 0x09 { return true }
      spaces = byte == 0x20 ? spaces + 1 : 0
      if spaces == 3 { return true }
    }
    return false
  }
}
