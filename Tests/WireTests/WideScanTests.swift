import TestSupport
import Testing

@testable import Wire

@Suite("Scans of many bytes at once, held against one by one") struct WideScanTests {
  /// Bytes looked for, their neighbours, and what differs from them in one bit.
  private static let awkward: [UInt8] = [
    0x00, 0x01, 0x02, 0x7F, 0x80, 0x81, 0xFF, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0xA2,
    0xDC, 0x61,
  ]

  private static func bytes(_ numbers: inout SeededGenerator) -> [UInt8] {
    let few = awkward.shuffled(using: &numbers).prefix(Int.random(in: 1...4, using: &numbers))
    let filling = few.randomElement(using: &numbers) ?? 0
    return (0..<Int.random(in: 0...90, using: &numbers)).map { _ in
      Int.random(in: 0..<16, using: &numbers) > 0
        ? filling : awkward.randomElement(using: &numbers) ?? 0
    }
  }

  @Test("the first of two bytes is where a loop finds it, from every place")
  func places() {
    var numbers = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let bytes = Self.bytes(&numbers)
      let one = Self.awkward.randomElement(using: &numbers) ?? 0
      let other = Self.awkward.randomElement(using: &numbers) ?? 0
      bytes.withUnsafeBytes { buffer in
        for start in 0...bytes.count {
          let plain = bytes[start...].firstIndex { $0 == one || $0 == other } ?? bytes.count
          #expect(WideScan.place(of: one, or: other, in: buffer, from: start) == plain)
        }
        let behind = bytes.count + 1
        #expect(WideScan.place(of: one, or: other, in: buffer, from: behind) == behind)
        #expect(WideScan.lengthOfASCII(buffer) == bytes.prefix { $0 < 0x80 }.count)
      }
    }
  }

  @Test("what ends or marks a text of JSON is where a loop finds it, from every place")
  func marks() {
    var numbers = SeededGenerator(seed: 15)
    for _ in 0..<2000 {
      let bytes = Self.bytes(&numbers)
      bytes.withUnsafeBytes { buffer in
        for start in 0...bytes.count {
          let plain = bytes[start...].firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
          #expect(WideScan.placeOfMark(in: buffer, from: start) == plain ?? bytes.count)
        }
      }
    }
  }

  @Test("NUL is found in texts of every length and at every place")
  func zeros() {
    for length in 0...70 {
      let text = String(repeating: "a", count: length)
      #expect(!WideScan.holdsZero(text) && !WideScan.holdsZero(text + "é\u{1}"))
      for place in 0...length {
        let end = text.index(text.startIndex, offsetBy: place)
        #expect(WideScan.holdsZero(text[..<end] + "\0" + text[end...]))
      }
    }
  }

  @Test("words are found in texts where their bytes stand")
  func words() {
    var numbers = SeededGenerator(seed: 14)
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
        ["<", "<b", "<bo", "ody", "<body", "é", "word "].randomElement(using: &numbers) ?? ""
      }.joined()
      let bytes = Array(text.utf8)
      let holds = bytes.indices.contains { bytes[$0...].starts(with: "<body".utf8) }
      #expect(WideScan.holds("<body", in: text) == holds, "\(text)")
    }
  }

  @Test("UTF-8 is valid where the standard library says so")
  func validity() {
    let pieces: [[UInt8]] = [
      Array("abc".utf8), Array("é".utf8), Array("日本".utf8), Array("👩‍🚀".utf8), [0xFF], [0xC0, 0x80],
      [0xED, 0xA0, 0x80], [0xE2, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      Array(repeating: 0x61, count: 40),
    ]
    var numbers = SeededGenerator(seed: 12)
    for _ in 0..<4000 {
      let mostlyWhole = Bool.random(using: &numbers)
      let bytes = (0..<Int.random(in: 0...6, using: &numbers)).flatMap { _ in
        (mostlyWhole ? pieces.prefix(4) : pieces[...]).randomElement(using: &numbers) ?? []
      }
      let isValid = bytes.withUnsafeBytes { UTF8Check.isValid($0) }
      #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  @Test("a line that may name an embargo is told from others, in capitals too")
  func embargoes() {
    let pieces = [
      "\"", "\\\"", "embargo", "EMBARGO", "Embargoed", "\"embarg", "o", "\"embar\"go",
      "{\"text\": ", "@",
      "\u{2}embargo",
    ]
    var numbers = SeededGenerator(seed: 13)
    for _ in 0..<4000 {
      let line = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
        pieces.randomElement(using: &numbers) ?? ""
      }.joined()
      let mayName = Array(line.utf8).withUnsafeBytes { StoryFields.mayNameEmbargo($0) }
      #expect(mayName == line.lowercased().contains("\"embargo"), "\(line)")
    }
  }
}
