internal import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Whether lines are stories in JSON, where the first of them is damaged or is none: a comment, the header of a table,
/// the mark of a merge, what is left of a line that was cut.
enum StoryLines {
  private static let mostLines = 20
  private static let mostBytes = 1 << 20

  /// Whether at least half of the first twenty lines that say anything are whole stories in JSON: two, or one with an
  /// id. Prose that quotes JSON has more lines around it.
  ///
  /// Complexity: O(n) in these lines, which end after 1 MB.
  static func areIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes.prefix(mostBytes)[UTF8Check.byteOrderMarkLength(bytes)...]
    let decoder = JSONDecoder()
    var (lines, stories, named) = (0, 0, 0)
    while !rest.isEmpty, lines < mostLines {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      guard let first = line.first(where: { $0 > 0x20 }) else { continue }
      lines += 1
      guard first == UInt8(ascii: "{"), line.last(where: { $0 > 0x20 }) == UInt8(ascii: "}"),
        let story = story(UnsafeRawBufferPointer(rebasing: line), lines, decoder)
      else { continue }
      stories += 1
      if story.id != nil { named += 1 }
    }
    return 2 * stories >= lines && (stories > 1 || named > 0)
  }

  private static func story(
    _ line: UnsafeRawBufferPointer, _ number: Int, _ decoder: JSONDecoder
  ) -> StoryFields? {
    do throws(Refusal) {
      try JSONLineCheck(number: number, limits: Limits()).check(line)
      let fields = try StoryFields(line, number, decoder)
      return fields.text == nil ? nil : fields
    } catch {
      return nil
    }
  }
}
