/// Signs that end a sentence in scripts that have others than . ! and ?.
enum SentenceSigns {
  /// The length of such a sign at a place in bytes; 0 if there is none, or one within a figure or an abbreviation.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - index: the place, below `limit`.
  ///   - limit: where the part of the text ends that counts.
  /// - Returns: its length.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ limit: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < limit ? bytes[index + offset] : 0 }
    switch (byte(0), byte(1), byte(2)) {
    case (0xD8, 0x9F, _): return 2  // ؟
    case (0xDB, 0x94, let next):  // ۔, which stands within abbreviations too
      return (0xD8...0xDB).contains(next) || SegmentBytes.isDigit(next) ? 0 : 2
    case (0xE0, 0xA5, 0xA4), (0xE0, 0xA5, 0xA5): return 3  // । ॥
    case (0xE3, 0x80, 0x82), (0xEF, 0xBD, 0xA1): return 3  // 。 ｡
    case (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return 3  // ！ ？
    case (0xEF, 0xBC, 0x8E):  // ．, which joins letters and digits: between Han and kana it does not
      switch (byte(3), byte(4)) {
      case (...0x20, _), (0xE3, 0x80...0x83), (0xE4...0xE9, _): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
