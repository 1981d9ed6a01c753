/// Says of a quotation mark what stands around it.
struct MarkReader {
  let bytes: UnsafeBufferPointer<UInt8>

  /// What a mark does, by the characters beside it.
  enum Side { case opens, closes, unclear }

  /// What a mark of so many bytes does.
  func side(of index: Int, length: Int) -> Side {
    let (before, after) = (isLoose(before: index), isLoose(after: index + length))
    return before == after ? .unclear : before ? .opens : .closes
  }

  /// Whether a line end also ends a paragraph: a blank line comes, or an indented one.
  func endsParagraph(at index: Int) -> Bool {
    var next = index + 1
    while at(next) == 0x0D { next += 1 }
    return [0x0A, 0x20, 0x09].contains(at(next))
  }

  /// Whether a single mark behind a word is rather an apostrophe: the workers' rights.
  func isPossessive(at index: Int, length: Int) -> Bool {
    at(index - 1) == UInt8(ascii: "s") && at(index + length) == 0x20
  }

  /// Whether nothing that a mark could close stands before it.
  private func isLoose(before index: Int) -> Bool {
    guard index > 0 else { return true }
    let byte = at(index - 1)
    if byte <= 0x20 || [0x28, 0x5B, 0x7B, 0x2D, 0x2F].contains(byte) { return true }
    return byte >= 0x80
      && (isSpace(at: index - 2) || isNarrowSpace(at: index - 3) || isDash(at: index - 3))
  }

  /// Whether nothing that a mark could open stands behind it.
  private func isLoose(after index: Int) -> Bool {
    guard index < bytes.count else { return true }
    switch at(index) {
    case ...0x20, 0x29, 0x5D, 0x7D, 0x2D, 0x2F: return true  // ) ] } - /
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F: return true  // , . : ; ! ?
    case let byte:
      return byte >= 0x80 && (isSpace(at: index) || isNarrowSpace(at: index) || isDash(at: index))
    }
  }

  private func isSpace(at index: Int) -> Bool { at(index) == 0xC2 && at(index + 1) == 0xA0 }

  private func isNarrowSpace(at index: Int) -> Bool {
    at(index) == 0xE2 && at(index + 1) == 0x80 && at(index + 2) == 0xAF
  }

  private func isDash(at index: Int) -> Bool {
    at(index) == 0xE2 && at(index + 1) == 0x80 && (0x93...0x95).contains(at(index + 2))
  }

  private func at(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
}
