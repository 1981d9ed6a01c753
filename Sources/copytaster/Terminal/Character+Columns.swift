extension Character {
  /// Columns that it takes on a terminal: two for emoji and the wide characters of East Asia, none for what is not
  /// seen, and otherwise the sum of its parts, as terminals count vowel signs that stand beside their consonant.
  var columns: Int { isEmoji ? 2 : unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// Whether it is shown as a picture, whatever it is made of: flags are pairs, and others have a colour or a sign that
  /// asks for the picture behind them.
  private var isEmoji: Bool {
    guard let first = unicodeScalars.first, first.value >= 0x80 || unicodeScalars.count > 1 else {
      return false
    }
    return first.properties.isEmojiPresentation
      || first.properties.isEmoji && unicodeScalars.dropFirst().first?.value == 0xFE0F
  }
}

extension Unicode.Scalar {
  /// Columns by itself, as `wcwidth` has it.
  fileprivate var columns: Int {
    if value < 0x300 { return 1 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
      0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      return properties.generalCategory == .nonspacingMark ? 0 : 2
    // Vowels and last consonants of Korean that are written apart stand under the first.
    case 0x1160...0x11FF: return 0
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return properties.isEmojiPresentation ? 2 : 1
    }
  }
}
