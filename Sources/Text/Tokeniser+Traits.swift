public import Stories

extension Tokeniser {
  /// The traits of a text's tokens, in the same order.
  ///
  /// Quotation marks are the double ones of all scripts; a straight one opens and closes by turns. An
  /// opened quotation goes on into the next paragraph, as newspapers set it, but not past 400 tokens: a
  /// forgotten closing mark must not turn a whole story into speech.
  ///
  /// Complexity: O(n) in the bytes between tokens.
  public func traits(of tokens: Tokens, in text: String) -> [TokenTraits] {
    var text = text
    return text.withUTF8 { bytes in
      [TokenTraits](unsafeUninitializedCapacity: tokens.count) { traits, count in
        TraitScan.ascii.withUnsafeBufferPointer { ascii in
          guard let ascii = ascii.baseAddress else { return }
          var scan = TraitScan(bytes: bytes, ascii: ascii)
          for index in 0..<tokens.count {
            let found = scan.next(Int(tokens.starts[index]), Int(tokens.ends[index]))
            traits.initializeElement(at: index, to: found)
          }
          count = tokens.count
        }
      }
    }
  }
}

/// Goes over the gaps between tokens once, remembering whether a quotation is open.
private struct TraitScan {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var isQuoted = false
  private var quotedFor = 0
  /// What the gap before the next token says of it.
  private var pending = TraitScan.line
  private let ascii: UnsafePointer<UInt8>

  private static let longestQuotation = 400

  private static var sentence: UInt8 { TokenTraits.sentenceStart.rawValue }
  private static var line: UInt8 { sentence | TokenTraits.lineStart.rawValue }

  /// Figure and capital by the first byte.
  fileprivate static let ascii: [UInt8] = (0...255).map { byte in
    switch byte {
    case 0x30...0x39: TokenTraits.figure.rawValue
    case 0x41...0x5A: TokenTraits.capital.rawValue
    default: 0
    }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, ascii: UnsafePointer<UInt8>) {
    (self.bytes, self.ascii) = (bytes, ascii)
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
    if isQuoted {
      found |= TokenTraits.quoted.rawValue
      quotedFor += 1
      if quotedFor > TraitScan.longestQuotation { isQuoted = false }
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
    case UInt8(ascii: "\n"): pending = TraitScan.line
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): pending |= TraitScan.sentence
    case UInt8(ascii: "\""): turn(!isQuoted)
    case 0xC2 where at(index + 1) == 0xAB: turn(true)  // «
    case 0xC2 where at(index + 1) == 0xBB: turn(false)  // »
    case 0xE2 where at(index + 1) == 0x80: crossGeneralPunctuation(at(index + 2))
    case 0xE3 where at(index + 1) == 0x80: crossCJK(at(index + 2))
    default: break
    }
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private mutating func crossGeneralPunctuation(_ last: UInt8) {
    switch last {
    case 0x9C, 0x9E: turn(true)  // “ „
    case 0x9D: turn(false)  // ”
    default: break
    }
  }

  private mutating func crossCJK(_ last: UInt8) {
    switch last {
    case 0x8C, 0x8E: turn(true)  // 「 『
    case 0x8D, 0x8F: turn(false)  // 」 』
    case 0x82: pending |= TraitScan.sentence  // 。
    default: break
    }
  }

  private mutating func turn(_ open: Bool) { (isQuoted, quotedFor) = (open, 0) }

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
