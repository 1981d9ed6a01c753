/// The signs between a segment's words, and how it ends.
struct SegmentSigns {
  var quotes = 0
  var links = 0
  var rights = 0
  var dashes = 0
  var addresses = 0
  var clockTimes = 0
  /// Names of accounts in brackets, as a quoted post is signed.
  var handles = 0
  /// How many there are of those that furniture has and news seldom.
  var ofFurniture: Int { links &+ rights &+ addresses }

  /// Counts the signs in a gap between two words.
  @inline(__always)
  mutating func scanGap(_ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>, nextIsFigure: Bool)
  {
    if gap.upperBound &- gap.lowerBound == 1, bytes[gap.lowerBound] == 0x20 { return }
    if gap.isEmpty { return }
    // Most of the others are a comma or full stop and a space.
    let first = bytes[gap.lowerBound]
    if gap.upperBound &- gap.lowerBound == 2, first == 0x2C || first == 0x2E,
      bytes[gap.lowerBound &+ 1] == 0x20
    {
      return
    }
    scanSigns(bytes, gap)
    if gap.count == 1, nextIsFigure, bytes[gap.lowerBound] == UInt8(ascii: ":") { clockTimes += 1 }
  }

  @inline(never)
  private mutating func scanSigns(_ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) {
    for index in gap {
      let next = index + 1 < gap.upperBound ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "\""): quotes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "*"): links += 1
      case UInt8(ascii: "-") where next == 0x20: dashes += 1
      case 0xC2:
        if next == 0xA9, isFree(bytes, index) { rights += 1 }
        if next == 0xAB || next == 0xBB { quotes += 1 }
      case 0xE2 where index + 2 < gap.upperBound: scanThreeBytes(next, bytes[index + 2])
      default: break
      }
    }
  }

  /// Whether a sign stands free. Behind a letter, a rights sign is the second half of a letter in a text
  /// that was decoded twice.
  private func isFree(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index == 0 || bytes[index - 1] <= 0x20 || bytes[index - 1] == UInt8(ascii: "(")
  }

  private mutating func scanThreeBytes(_ second: UInt8, _ third: UInt8) {
    switch (second, third) {
    case (0x80, 0x9C...0x9F): quotes += 1
    case (0x80, 0x93...0x95): dashes += 1
    case (0x80, 0xA2), (0x80, 0xBA), (0x86, 0x90...0x99), (0x96, _), (0x97, _), (0x9E, _):
      links += 1
    default: break
    }
  }

  /// Looks whether a word of at least seven letters is an address: it ends like a web site's name, or has an
  /// at sign inside. Names and pictures of posts don't count: news quotes posts.
  mutating func scanAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
    if SegmentSigns.isAddress(bytes, word) { addresses += 1 }
  }

  @inline(never)
  private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    let start = word.lowerBound
    if bytes[start] == UInt8(ascii: "p"), bytes[start + 3] == UInt8(ascii: ".") { return false }
    for dot in word.upperBound - 4..<word.upperBound - 2 where bytes[dot] == UInt8(ascii: ".") {
      return bytes[dot + 1] &- 0x61 < 26 && bytes[dot + 2] &- 0x61 < 26
    }
    return word.dropFirst().contains { bytes[$0] == UInt8(ascii: "@") }
  }
}

/// How a segment ends, quotation marks and brackets aside.
enum SegmentEnding {
  case sentence, question, colon, open

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")") {
        end -= 1
      } else if end - 3 >= range.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
        (0x98...0x9F).contains(byte)
      {
        end -= 3
      } else if end - 2 >= range.lowerBound, bytes[end - 2] == 0xC2, byte == 0xBB {
        end -= 2
      } else {
        break
      }
    }
    guard end > range.lowerBound else {
      self = .open
      return
    }
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ";"): self = .sentence
    case UInt8(ascii: "?"): self = .question
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: ","): self = end < range.upperBound ? .sentence : .open
    case 0x82 where end - 3 >= range.lowerBound && bytes[end - 3] == 0xE3: self = .sentence
    default: self = .open
    }
  }
}
