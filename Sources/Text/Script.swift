internal import CICU

/// Scripts that put no spaces between words. Their text is tokenised character by character: word
/// boundaries there are a dictionary's guess, which an edit nearby can change.
public enum Script {
  /// Whether a character belongs to such a script: Han, kana, Thai, Lao, Khmer, Myanmar.
  ///
  /// Hangul is not among them: Korean separates words with spaces. Nor are digits, which make one figure whatever
  /// script they are of.
  public static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0E4F, 0x0E5A...0x0ECF, 0x0EDA...0x0EFF,  // Thai, Lao
      0x1000...0x103F, 0x104A...0x108F, 0x109A...0x109F,  // Myanmar
      0xA9E0...0xA9EF, 0xA9FA...0xA9FF, 0xAA60...0xAA7F,
      0x1780...0x17DF, 0x17EA...0x17FF,  // Khmer
      0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B,  // ideographic marks and numerals
      0x3040...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF,  // kana, bopomofo
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,  // Han
      0xFF66...0xFF9F, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether a character belongs to the one before it: a vowel sign, a tone mark, a voicing mark.
  static func isMark(_ scalar: UInt32) -> Bool { cicu_is_mark(scalar) != 0 }
}
