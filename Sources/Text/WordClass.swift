internal import CICU

/// What a character does at word boundaries, as far as the fast path needs to know.
///
/// The rules are those of Unicode Standard Annex 29, section 4.1, for text in which every character
/// belongs to one of the easy classes. Anything else is `hard` and its chunk goes to ICU.
enum WordClass: UInt8 {
  case other, letter, digit, midLetter, midNumber, midBoth, hard

  /// Classes of U+0000 to U+07FF, then of U+2000 to U+203F, as ICU's own data gives them.
  ///
  /// Underscores, joiners, combining marks, Hebrew letters and the characters that ICU's rules treat
  /// unlike the property says are all hard. The narrow no-break space, which Unicode has join words, parts them:
  /// French sets it within amounts and before marks, where other desks set one that parts.
  static let table: [WordClass] = (Array(0..<UInt32(0x800)) + Array(0x2000..<0x2040)).map {
    $0 == 0x202F ? .other : WordClass(rawValue: cicu_word_class_of($0)) ?? .hard
  }
}
