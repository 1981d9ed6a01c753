/// Whether lines are meant as stories in JSON, where the first of them is damaged or is none: a comment, the header of a
/// table, the mark of a merge, what is left of a line that was cut.
enum StoryLines {
  private static let mostLines = 20
  private static let mostBytes = 1 << 20

  /// Whether at least half of the first twenty lines that say anything begin and end as objects of JSON do: two, or one
  /// with an id. Prose that quotes JSON has more lines around it.
  ///
  /// Whether an object is whole, and a story, is asked of each by itself: were it asked here, lines that all have the
  /// same mistake would become one text, and nobody would hear of it.
  ///
  /// Complexity: O(n) in these lines, which end after 1 MB.
  static func areIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes.prefix(mostBytes)[UTF8Check.byteOrderMarkLength(bytes)...]
    // Within JSON objects have commas behind them; on lines of their own they were taken out of a list.
    let isTakenApart = rest.first { $0 > 0x20 }.map { !"{[".utf8.contains($0) } ?? false
    var (lines, objects, named) = (0, 0, 0)
    while !rest.isEmpty, lines < mostLines {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      // What is looked at may end within a line.
      if line.endIndex == mostBytes, line.endIndex < bytes.count { break }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      lines += 1
      guard isObject(line, isInList: isTakenApart) else { continue }
      objects += 1
      if isNamed(line) { named += 1 }
    }
    return 2 * objects >= lines && (objects > 1 || named > 0)
  }

  private static func isObject(
    _ line: Slice<UnsafeRawBufferPointer>, isInList: Bool
  ) -> Bool {
    let last = line.last { $0 > 0x20 && !(isInList && $0 == UInt8(ascii: ",")) }
    return last == UInt8(ascii: "}") && JSONOpening.isObject(UnsafeRawBufferPointer(rebasing: line))
  }

  private static func isNamed(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    return names.contains { text.firstRange(of: $0) != nil }
  }

  private static let names = [#""id""#, #""guid""#, #""uri""#]
}
