import TestSupport
import Testing

@testable import Wire

@Suite("What spares a closer look at labels, held against the closer look")
struct NoticeOpeningTests {
  private static let pieces = [
    "KILL", "kill", "Killed", "skill", "HOLD:", "withhold", "release", "retract", "Story removed",
    "story\u{0}removed",
    "withdrawn", "annul", "retrait", "please disregard", "Bitte verwenden", "zurückgezogen",
    "GEZOGEN", "gezoge", " - ", ": ", " ", ".",
    "\n", "\r\n", "\r",
    "\u{2028}", "\u{301}", "é", "日本", "👩‍🚀", "Аннулирование", "АННУЛ", "аннул", "сняты", "全文取り消し",
    "취소",
    "전문취소", "ANULADA", "ritira", "cancela", "the bridge", "town hall", "k", "\u{0B}", "\t",
  ]

  private static func text(_ numbers: inout SeededGenerator) -> String {
    let isPlain = Bool.random(using: &numbers)
    let pieces =
      isPlain ? pieces.filter { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } } : pieces
    let filling = String(repeating: "word ", count: Int.random(in: 0...34, using: &numbers))
    let tail = (0..<Int.random(in: 0...90, using: &numbers)).map { _ in
      pieces.randomElement(using: &numbers) ?? ""
    }
    let head = pieces.randomElement(using: &numbers) ?? ""
    return Bool.random(using: &numbers)
      ? head + filling + tail.joined() : head + filling + tail.joined(separator: " ")
  }

  /// The stems of all labels, looked for at each byte.
  private static func mayStandSlowly(_ line: String) -> Bool {
    let stems = [
      "kill", "hold", "withhold", "release", "retract", "story removed", "withdraw", "annul",
      "retrait", "please disregard", "bitte verwenden", "gezogen", "anul", "retir", "ritir",
      "cancel",
    ].map { Array($0.utf8) }
    let bytes = line.utf8.prefix(400).map { $0 | 0x20 }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let others =
      ["аннул", "отзыв", "отозв", "снят"].flatMap { [$0, $0.uppercased()] }
      + NoticePhrases.all.flatMap(\.labels).map { String($0.prefix(4)) }
    let isOther = bytes.indices.contains { place in
      bytes[place] >= 0xF0 && place > 0 && bytes[place - 1] >= 0x80
        && line.utf8.dropFirst(place).first.map { $0 < 0xE0 } == true
        ? false : others.contains { bytes[place...].starts(with: $0.utf8.map { $0 | 0x20 }) }
    }
    if isOther { return true }
    return bytes.indices.contains { place in
      let follows = place > 0 && letters.contains(bytes[place - 1])
      return stems.contains { stem in
        bytes[place...].starts(with: stem) && (!follows || stem.first == UInt8(ascii: "g"))
      }
    }
  }

  @Test("a line may hold a label where one of the stems stands in it")
  func stems() {
    var numbers = SeededGenerator(seed: 31)
    for _ in 0..<4000 {
      let text = Self.text(&numbers)
      #expect(NoticeLabel.mayStand(in: text) == Self.mayStandSlowly(text), "\(text)")
    }
  }

  @Test(
    "the opening is the first 160 characters of the first line, or none where no label stands in these"
  )
  func openings() {
    var numbers = SeededGenerator(seed: 32)
    for _ in 0..<4000 {
      let text = Self.text(&numbers)
      let (found, whole) = (
        NoticeWords.opening(of: text), String(text.prefix(160).prefix { !$0.isNewline })
      )
      // Scalars, since texts that differ in composition alone are equal.
      let isWhole = found.unicodeScalars.elementsEqual(whole.unicodeScalars)
      #expect(isWhole || found.isEmpty && NoticeLabel.found(in: whole) == nil, "\(text)")
    }
  }
}
