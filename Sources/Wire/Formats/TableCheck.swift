/// Whether bytes are a table of separated values and nothing else.
enum TableCheck {
  private static let longest = 1 << 10
  private static let fewestRows = 4

  /// Whether every line has the same number of separators, the first names columns, and none ends as a sentence
  /// does. Quotation marks hold separators together (RFC 4180).
  ///
  /// Prose is told by its first lines; a table costs one pass over at most 64 KB.
  static func isTable(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let first = bytes.prefix { $0 != 0x0A }
    guard first.count <= longest, let separator = separator(of: first) else { return false }
    let columns = count(separator, in: first)
    guard isHeader(first, separator) else { return false }
    var rows = 0
    for line in bytes.prefix(1 << 16).split(separator: 0x0A) where !line.allSatisfy({ $0 <= 0x20 })
    {
      // The last line of what was looked at may be cut off.
      if line.endIndex == 1 << 16 { break }
      guard line.count <= longest, count(separator, in: line) == columns, !isSentence(line) else {
        return false
      }
      rows += 1
    }
    return rows >= fewestRows
  }

  /// A tab or a semicolon that is there at all, or commas where there are two.
  private static func separator(of line: Slice<UnsafeRawBufferPointer>) -> UInt8? {
    for (mark, least) in [("\t", 1), (";", 1), (",", 2)] as [(Unicode.Scalar, Int)] {
      let byte = UInt8(truncatingIfNeeded: mark.value)
      if count(byte, in: line) >= least { return byte }
    }
    return nil
  }

  private static func count(_ separator: UInt8, in line: Slice<UnsafeRawBufferPointer>) -> Int {
    var (found, isQuoted) = (0, false)
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == separator, !isQuoted { found += 1 }
    }
    return found
  }

  /// Names of columns: short, none empty, without figures at their start.
  private static func isHeader(
    _ line: Slice<UnsafeRawBufferPointer>, _ separator: UInt8
  ) -> Bool {
    line.split(separator: separator, omittingEmptySubsequences: false).allSatisfy { cell in
      let name = cell.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
      guard let first = name.first, name.count <= 40 else { return false }
      // What begins so is JSON or markup.
      if [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<")].contains(first) { return false }
      return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    }
  }

  private static func isSentence(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
    let end = line.last { $0 > 0x20 && $0 != UInt8(ascii: "\"") } ?? 0
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(end)
  }
}
