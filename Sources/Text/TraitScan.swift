internal import Stories

/// Goes over the gaps between tokens once, remembering whether a quotation is open.
struct TraitScan {
  let marks: MarkReader
  let bytes: UnsafeBufferPointer<UInt8>
  /// The quotation that is open.
  private(set) var open = Quotation.none
  private var quotedFor = 0
  /// What the gap before the next token says of it.
  private var pending = TraitScan.line

  /// Gaps in which a figure's mark may stand, each by the token behind it: see `FigureMarks`.
  private(set) var marked: [Int] = []
  private var mayMark = false

  private static let longestQuotation = 400

  /// Which marks the quotation was opened with that is open: '…' or ‘…’, ‚…‘, ‹…›, any double ones, 「…」, 『…』, ｢…｣.
  enum Quotation { case none, single, low, angle, double, corner, whiteCorner, halfCorner }

  private static var sentence: UInt8 { TokenTraits.sentenceStart.rawValue }
  private static var line: UInt8 { sentence | TokenTraits.lineStart.rawValue }

  init(bytes: UnsafeBufferPointer<UInt8>) {
    (self.bytes, marks) = (bytes, MarkReader(bytes: bytes))
  }

  /// Puts down what tokens' own letters say: figure and capital, which are the same bits in signs and traits. Eight
  /// tokens at once.
  static func fill(
    _ traits: UnsafeMutableBufferPointer<TokenTraits>, from signs: UnsafeBufferPointer<TokenSigns>
  ) {
    let (from, to) = (UnsafeRawBufferPointer(signs), UnsafeMutableRawBufferPointer(traits))
    let ones: UInt64 = 0x0101_0101_0101_0101
    let others = UInt64(TokenSigns.otherCapital.rawValue)
    var position = 0
    while position &+ 8 <= signs.count {
      let eight = from.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let found = eight & (ones &* 3) | (eight & (ones &* others)) &>> 5
      to.storeBytes(of: found, toByteOffset: position, as: UInt64.self)
      position &+= 8
    }
    while position < signs.count {
      let one = signs[position].rawValue
      traits[position] = TokenTraits(rawValue: one & 3 | (one & UInt8(others)) >> 5)
      position &+= 1
    }
  }

  /// Adds what the gaps say. As a rule one space stands between two tokens, and tells nothing: only gaps that
  /// are more are looked at.
  mutating func cross(
    _ tokens: Tokens, _ signs: UnsafeBufferPointer<TokenSigns>,
    _ traits: UnsafeMutableBufferPointer<TokenTraits>
  ) {
    guard tokens.count > 0 else { return }
    var next = 0
    tokens.starts.withUnsafeBufferPointer { starts in
      tokens.ends.withUnsafeBufferPointer { ends in
        func readSign(of index: Int) {
          guard signs[index].contains(.figure) else { return }
          let sign = FigureSigns(bytes).sign(of: Int(starts[index])..<Int(ends[index]))
          traits[index].formUnion(TokenTraits(sign))
        }
        crossGap(0..<Int(starts[0]))
        noteMark(beside: 0)
        note(traits, at: 0)
        readSign(of: 0)
        TokenSigns.forEach(having: .gap, in: signs, 1..<signs.count) { index in
          quote(traits, next..<index)
          next = index
          crossGap(Int(ends[index - 1])..<Int(starts[index]))
          noteMark(beside: index)
          note(traits, at: index)
          // Either has a sign only where more than a space stands beside it.
          readSign(of: index - 1)
          readSign(of: index)
        }
        readSign(of: tokens.count - 1)
      }
    }
    quote(traits, next..<tokens.count)
    // What is behind all tokens is not crossed.
    if let end = tokens.ends.last, bytes[Int(end)...].contains(where: { $0 >= 0x80 }) {
      marked.append(tokens.count)
    }
  }

  /// Takes note that the gap before a token held what may be a figure's mark.
  @inline(__always)
  private mutating func noteMark(beside index: Int) {
    guard mayMark else { return }
    mayMark = false
    marked.append(index)
  }

  @inline(__always)
  private mutating func note(_ traits: UnsafeMutableBufferPointer<TokenTraits>, at index: Int) {
    traits[index].formUnion(TokenTraits(rawValue: pending))
    pending = 0
  }

  /// Marks tokens between two gaps as quoted if a quotation is open.
  @inline(__always)
  private mutating func quote(
    _ traits: UnsafeMutableBufferPointer<TokenTraits>, _ range: Range<Int>
  ) {
    guard open != .none else { return }
    for index in range {
      traits[index].insert(.quoted)
      quotedFor += 1
      if quotedFor > TraitScan.longestQuotation {
        open = .none
        return
      }
    }
  }

  private mutating func crossGap(_ gap: Range<Int>) {
    // Most are a comma or full stop and a space.
    if gap.count == 2, bytes[gap.lowerBound &+ 1] == 0x20 {
      if bytes[gap.lowerBound] == UInt8(ascii: ",") { return }
      if bytes[gap.lowerBound] == UInt8(ascii: ".") { return pending |= TraitScan.sentence }
    }
    var index = gap.lowerBound
    while index < gap.upperBound { index += cross(bytes[index], at: index) }
  }

  /// Takes note of one character between tokens; returns its length.
  @inline(__always)
  private mutating func cross(_ byte: UInt8, at index: Int) -> Int {
    switch byte {
    case 0x20: break
    case UInt8(ascii: "\n"):
      pending = TraitScan.line
      if marks.endsParagraph(at: index) || isSingle { open = .none }
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): pending |= TraitScan.sentence
    case UInt8(ascii: "\""): double(at: index, 1, open != .double)
    case UInt8(ascii: "'"): straightSingle(at: index)
    case 0xC2: crossLatin(at: index)
    case 0xD7 where at(index + 1) == 0xB4: double(at: index, 2, open != .double)  // ״
    case 0xE2 where at(index + 1) == 0x80: crossGeneralPunctuation(at: index)
    case 0xE3 where at(index + 1) == 0x80: crossCJK(at(index + 2))
    case 0xE2, 0xE3, 0xF0: mayMark = true
    case 0xEF where crossFullWidth(at: index): mayMark = true
    case 0xD8, 0xDB, 0xE0, 0xEF:
      mayMark = mayMark || byte >= 0xE0
      if SentenceSigns.length(bytes, at: index, bytes.count) > 0 { pending |= TraitScan.sentence }
    default: break
    }
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private mutating func crossLatin(at index: Int) {
    switch at(index + 1) {
    case 0xAB: double(at: index, 2, true)  // «
    case 0xBB: double(at: index, 2, false)  // »
    case 0xA0: break  // A space.
    default: mayMark = true
    }
  }

  private mutating func crossGeneralPunctuation(at index: Int) {
    switch at(index + 2) {
    case 0x98 where open == .low: closeSingle(at: index, 3)  // ‘
    case 0x98: openSingle(.single, at: index)
    case 0x99: closeSingle(at: index, 3)  // ’
    case 0x9A: openSingle(.low, at: index)  // ‚
    case 0x9C, 0x9E: double(at: index, 3, true)  // “ „
    case 0x9D: double(at: index, 3, false)  // ”
    // ‹ ›, by what stands around them alone: web pages have them in "‹ Back" and "Home › News".
    case 0xB9, 0xBA: pair(.angle, marks.side(of: index, length: 3) == .opens)
    default: break
    }
  }

  private mutating func crossCJK(_ last: UInt8) {
    switch last {
    case 0x8C: pair(.corner, true)  // 「
    case 0x8D: pair(.corner, false)  // 」
    case 0x8E: pair(.whiteCorner, true)  // 『
    case 0x8F: pair(.whiteCorner, false)  // 』
    case 0x82: pending |= TraitScan.sentence  // 。
    default: break
    }
  }

  /// A half-width corner or a full-width double mark. Returns whether it is one.
  private mutating func crossFullWidth(at index: Int) -> Bool {
    switch (at(index + 1), at(index + 2)) {
    case (0xBC, 0x82): double(at: index, 3, open != .double)  // ＂
    case (0xBD, 0xA2): pair(.halfCorner, true)  // ｢
    case (0xBD, 0xA3): pair(.halfCorner, false)  // ｣
    default: return false
    }
    return true
  }

  /// A mark that closes nothing but what its own kind has opened, and within other marks changes nothing.
  private mutating func pair(_ kind: Quotation, _ opens: Bool) {
    if open == kind || opens && open == .none { turn(opens ? kind : .none) }
  }

  /// A double mark. Within corners, and within angles, which Swiss papers set around whole quotations, it changes
  /// nothing.
  private mutating func double(at index: Int, _ length: Int, _ isOpening: Bool) {
    switch open {
    case .angle, .corner, .whiteCorner, .halfCorner: return
    case .none, .single, .low, .double: turn(opens(at: index, length, isOpening) ? .double : .none)
    }
  }

  /// Whether a mark opens: what stands around it decides, and else its shape.
  private func opens(at index: Int, _ length: Int, _ isOpening: Bool) -> Bool {
    switch marks.side(of: index, length: length) {
    case .opens: true
    case .closes: false
    case .unclear: isOpening
    }
  }

  /// Whether marks are open that hold a few words, or a sentence, and no paragraphs.
  private var isSingle: Bool { open == .single || open == .low || open == .angle }

  mutating func turn(_ quotation: Quotation) { (open, quotedFor) = (quotation, 0) }

  @inline(__always)
  func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
}
