internal import Stories

/// Goes over the gaps between tokens once, remembering whether a quotation is open.
struct TraitScan {
  private let marks: MarkReader
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var open = Quotation.none
  private var quotedFor = 0
  /// What the gap before the next token says of it.
  private var pending = TraitScan.line
  private let ascii: UnsafePointer<UInt8>

  private static let longestQuotation = 400

  /// Which marks the quotation was opened with that is open.
  private enum Quotation { case none, single, double }

  private static var sentence: UInt8 { TokenTraits.sentenceStart.rawValue }
  private static var line: UInt8 { sentence | TokenTraits.lineStart.rawValue }

  /// Figure and capital by the first byte.
  static let ascii: [UInt8] = (0...255).map { byte in
    switch byte {
    case 0x30...0x39: TokenTraits.figure.rawValue
    case 0x41...0x5A: TokenTraits.capital.rawValue
    default: 0
    }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, ascii: UnsafePointer<UInt8>) {
    (self.bytes, self.ascii, marks) = (bytes, ascii, MarkReader(bytes: bytes))
  }

  @inline(__always)
  mutating func next(_ start: Int, _ end: Int) -> TokenTraits {
    // As a rule one space stands between two tokens, and tells nothing.
    if start &- position != 1 || bytes[position] != 0x20 { crossGap(to: start) }
    position = end
    let first = bytes[start]
    var found = ascii[Int(first)] | pending
    pending = 0
    if first >= 0xC3, isCapital(first, at: start) { found |= TokenTraits.capital.rawValue }
    if open != .none {
      found |= TokenTraits.quoted.rawValue
      quotedFor += 1
      if quotedFor > TraitScan.longestQuotation { open = .none }
    }
    return TokenTraits(rawValue: found)
  }

  @inline(never)
  private mutating func crossGap(to start: Int) {
    var index = position
    while index < start { index += cross(bytes[index], at: index) }
  }

  /// Takes note of one character between tokens; returns its length.
  @inline(__always)
  private mutating func cross(_ byte: UInt8, at index: Int) -> Int {
    switch byte {
    case 0x20: break
    case UInt8(ascii: "\n"):
      pending = TraitScan.line
      if marks.endsParagraph(at: index) || open == .single { open = .none }
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): pending |= TraitScan.sentence
    case UInt8(ascii: "\""): double(at: index, 1, open != .double)
    case UInt8(ascii: "'"): straightSingle(at: index)
    case 0xC2 where at(index + 1) == 0xAB: double(at: index, 2, true)  // «
    case 0xC2 where at(index + 1) == 0xBB: double(at: index, 2, false)  // »
    case 0xE2 where at(index + 1) == 0x80: crossGeneralPunctuation(at: index)
    case 0xE3 where at(index + 1) == 0x80: crossCJK(at(index + 2))
    default: break
    }
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private mutating func crossGeneralPunctuation(at index: Int) {
    switch at(index + 2) {
    case 0x98:  // ‘
      if open == .none, marks.side(of: index, length: 3) == .opens { turn(.single) }
    case 0x99: closeSingle(at: index, 3)  // ’
    case 0x9C, 0x9E: double(at: index, 3, true)  // “ „
    case 0x9D: double(at: index, 3, false)  // ”
    default: break
    }
  }

  private mutating func crossCJK(_ last: UInt8) {
    switch last {
    case 0x8C, 0x8E: turn(.double)  // 「 『
    case 0x8D, 0x8F: turn(.none)  // 」 』
    case 0x82: pending |= TraitScan.sentence  // 。
    default: break
    }
  }

  /// A double mark: what stands around it decides, and else its shape.
  private mutating func double(at index: Int, _ length: Int, _ opens: Bool) {
    switch marks.side(of: index, length: length) {
    case .opens: turn(.double)
    case .closes: turn(.none)
    case .unclear: turn(opens ? .double : .none)
    }
  }

  /// A straight single mark opens before a capital only: 'em and 'til have lost a letter.
  private mutating func straightSingle(at index: Int) {
    if open == .none {
      let opens = marks.side(of: index, length: 1) == .opens
      if opens, (0x41...0x5A).contains(at(index + 1)) { turn(.single) }
    } else {
      closeSingle(at: index, 1)
    }
  }

  private mutating func closeSingle(at index: Int, _ length: Int) {
    guard open == .single, marks.side(of: index, length: length) == .closes,
      !marks.isPossessive(at: index, length: length)
    else { return }
    turn(.none)
  }

  private mutating func turn(_ quotation: Quotation) { (open, quotedFor) = (quotation, 0) }

  /// Latin-1, Latin Extended-A's even letters, Greek and Cyrillic capitals: those that news names use.
  private func isCapital(_ first: UInt8, at index: Int) -> Bool {
    let next = at(index + 1)
    switch first {
    case 0xC3: return (0x80...0x9E).contains(next)
    case 0xC4, 0xC5: return next & 1 == 0
    case 0xCE: return (0x86...0xA9).contains(next)
    case 0xD0: return (0x80...0xAF).contains(next)
    default: return false
    }
  }

  @inline(__always)
  private func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
}
