/// Single marks, which may be apostrophes too.
extension TraitScan {
  mutating func openSingle(_ kind: Quotation, at index: Int) {
    guard open == .none, marks.side(of: index, length: 3) == .opens else { return }
    if kind == .single, marks.isHangul(at: index + 3), !isKoreanSpeech(at: index, length: 3) {
      return
    }
    turn(kind)
  }

  /// A straight single mark opens before a capital only: 'em and 'til have lost a letter. Where letters have no capitals
  /// it opens before any that loses none.
  mutating func straightSingle(at index: Int) {
    guard open == .none else { return closeSingle(at: index, 1) }
    let side = marks.side(of: index, length: 1)
    let next = at(index + 1)
    if side == .opens, (0x41...0x5A).contains(next) {
      turn(.single)
    } else if next == 0xE0, marks.isIndicLetter(at: index + 1) {
      let isBehindSign = [UInt8(ascii: ","), UInt8(ascii: ":")].contains {
        index > 0 && at(index - 1) == $0
      }
      if side == .opens || side == .unclear && isBehindSign { turn(.single) }
    } else if side == .opens, marks.isHangul(at: index + 1), isKoreanSpeech(at: index, length: 1) {
      turn(.single)
    }
  }

  mutating func closeSingle(at index: Int, _ length: Int) {
    guard open == .single || open == .low else { return }
    switch marks.side(of: index, length: length) {
    case .closes where !marks.isPossessive(at: index, length: length): turn(.none)
    // Korean writes on to the mark, and Hindi its full stop, which are no letters behind an apostrophe.
    case .unclear where marks.isHangul(at: index + length) || marks.isDanda(at: index + length):
      turn(.none)
    case .opens, .closes, .unclear: break
    }
  }

  /// Furthest closing mark that is looked for, in bytes.
  private static let farthest = 600

  /// Whether what a single mark encloses in Korean is told as said: ‘…’고, ‘…’라며. Otherwise it is a name, a title or
  /// a word that is stressed, which are set so much more often.
  private func isKoreanSpeech(at index: Int, length: Int) -> Bool {
    let closing: [UInt8] = length == 1 ? [UInt8(ascii: "'")] : [0xE2, 0x80, 0x99]
    var end = index + length
    let limit = min(bytes.count, end + TraitScan.farthest)
    while end < limit, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == closing[0], marks.stands(closing, at: end) {
        let next = end + closing.count
        return marks.tellsSpeech(at: at(next) == 0x20 ? next + 1 : next)
      }
      end += 1
    }
    return false
  }
}

extension MarkReader {
  /// Whether a syllable of Korean stands at a place.
  func isHangul(at index: Int) -> Bool {
    guard index + 2 < bytes.count, (0xEA...0xED).contains(bytes[index]) else { return false }
    return (0xAC00...0xD7A3).contains(UTF8Decoding.scalar(in: bytes, at: index).value)
  }

  /// Whether a letter of an Indian script stands at a place, and no digit.
  func isIndicLetter(at index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index] == 0xE0, (0xA4...0xB7).contains(bytes[index + 1])
    else { return false }
    return !(bytes[index + 1] & 1 == 1 && (0xA4...0xAF).contains(bytes[index + 2]))
  }

  /// Whether । or ॥ stands at a place.
  func isDanda(at index: Int) -> Bool {
    stands([0xE0, 0xA5, 0xA4], at: index) || stands([0xE0, 0xA5, 0xA5], at: index)
  }

  /// Whether bytes stand at a place.
  func stands(_ sought: [UInt8], at index: Int) -> Bool {
    index + sought.count <= bytes.count
      && sought.indices.allSatisfy { bytes[index + $0] == sought[$0] }
  }

  /// Whether a word stands at a place by which Korean tells what somebody said: *that*, *saying*.
  func tellsSpeech(at index: Int) -> Bool {
    MarkReader.particles.contains {
      stands($0, at: index) && !isHangul(at: index + $0.count)
    }
  }

  private static let particles = [
    "고", "고도", "며", "면서", "라고", "라고도", "라며", "라면서", "이라고", "이라고도", "이라며", "이라면서",
  ].map { Array($0.utf8) }
}
