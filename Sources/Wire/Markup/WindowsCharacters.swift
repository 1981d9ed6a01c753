/// Characters that pages name by their numbers in windows-1252: `&#146;` is ’, and no control character (HTML standard,
/// 13.2.5.80, numeric character reference end state).
enum WindowsCharacters {
  /// From U+0080 on; 0 for those that windows-1252 does not define, which stay what they are.
  private static let codes: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// What a number of a page means; the number itself where that is what it says.
  static func code(_ number: UInt32) -> UInt32 {
    guard (0x80...0x9F).contains(number), codes[Int(number - 0x80)] > 0 else { return number }
    return codes[Int(number - 0x80)]
  }

  /// UTF-8 with the characters that such numbers mean, also where they stand there as control characters, which no page
  /// means; nil where there are none.
  ///
  /// Complexity: O(n).
  static func mended(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var result: [UInt8] = []
    var kept = 0
    var place = next(in: bytes, from: 0)
    while place < bytes.count {
      let (number, end) = number(in: bytes, at: place)
      if let scalar = Unicode.Scalar(code(number)), scalar.value != number {
        result.append(contentsOf: bytes[kept..<place])
        result.append(contentsOf: Character(scalar).utf8)
        kept = end
      }
      place = next(in: bytes, from: max(end, place + 1))
    }
    return kept == 0 ? nil : result + bytes[kept...]
  }

  /// The same of a text.
  static func mended(_ text: String) -> String {
    var text = text
    let bytes = text.withUTF8 { mended(UnsafeRawBufferPointer($0)) }
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  private static func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    WideScan.place(of: UInt8(ascii: "&"), or: 0xC2, in: bytes, from: start)
  }

  /// The number that stands at a place, as a reference or as a character of two bytes, and where it ends; 0 for none.
  private static func number(
    in bytes: UnsafeRawBufferPointer, at place: Int
  ) -> (number: UInt32, end: Int) {
    let rest = bytes[place...].dropFirst()
    if bytes[place] == 0xC2 { return (UInt32(rest.first ?? 0), min(place + 2, bytes.count)) }
    guard rest.first == UInt8(ascii: "#") else { return (0, place + 1) }
    let isHexadecimal = rest.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = rest.dropFirst(isHexadecimal ? 2 : 1).prefix(longest).prefix {
      Character(Unicode.Scalar($0)).isHexDigit && (isHexadecimal || $0 <= UInt8(ascii: "9"))
    }
    let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    let isEnded = bytes[digits.endIndex...].first == UInt8(ascii: ";")
    return (number ?? 0, digits.endIndex + (isEnded ? 1 : 0))
  }

  /// Most digits of a number; those of interest have three, and may have zeroes before them.
  private static let longest = 8
}
