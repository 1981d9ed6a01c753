internal import CICU

/// A word's folded form: NFKC_Casefold (Unicode Standard Annex 44), and the few further differences that
/// news copy shows between outlets and that no reader takes for another word.
///
/// - Curly and modifier apostrophes are straight ones, and so is Hebrew geresh; gershayim, and what stands for it, is
///   a straight double mark.
/// - Turkish dotless ı is i, and the dot that case folding leaves above an i is dropped, so that
///   headlines in capitals agree with their text whatever the language.
/// - Arabic tatweel and vowel signs and Hebrew points are dropped: some desks set them, most don't.
/// - Arabic yeh and kaf are one with their Persian and Urdu letters, which keyboards mix up.
/// - Decimal digits of every script are 0 to 9, and the Arabic marks within figures are point and comma.
enum Folding {
  /// Longest piece that ICU is given at once, in bytes: it counts in 32 bits, and what it writes may be many times as
  /// long.
  static let longestPiece = 1 << 20

  /// Folds a word of valid UTF-8. The result is empty for a word of nothing but dropped characters.
  ///
  /// A word longer than any is folded in pieces, which part where no character changes the one before.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - folded: what is replaced by its folded form.
  ///   - piece: longest piece in bytes, from 4 to `longestPiece`.
  /// - Complexity: O(n).
  static func fold(
    _ word: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8], piece: Int = longestPiece
  ) {
    folded.removeAll(keepingCapacity: true)
    guard word.count > piece else { return add(word, to: &folded) }
    var start = 0
    while start < word.count {
      let end = start + piece < word.count ? cut(word, start..<start + piece) : word.count
      add(UnsafeBufferPointer(rebasing: word[start..<end]), to: &folded)
      start = end
    }
  }

  private static func add(_ word: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    let capacity = word.count * 18 + 16
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      let length = cicu_fold(
        word.baseAddress, Int32(word.count), buffer.baseAddress, Int32(capacity))
      simplify(UnsafeBufferPointer(rebasing: buffer[..<max(0, Int(length))]), into: &folded)
    }
  }

  /// Where to part a word: before the last character of a piece that stands for itself, else behind its last one.
  private static func cut(_ word: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) -> Int {
    var place = piece.upperBound
    var whole: Int?
    while place > piece.lowerBound {
      if word[place] & 0xC0 != 0x80 {
        if !joins(UTF8Decoding.scalar(in: word, at: place).value) { return place }
        whole = whole ?? place
      }
      place -= 1
    }
    return whole ?? piece.upperBound
  }

  /// Whether a character may become one with what stands before it: marks, and letters of Korean syllables.
  private static func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1160...0x11FF, 0x3131...0x318E, 0xFFA0...0xFFDC: true
    default: Script.isMark(scalar)
    }
  }

  private static func simplify(
    _ raw: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]
  ) {
    var index = 0
    while index < raw.count {
      let scalar = UTF8Decoding.scalar(in: raw, at: index)
      switch form(of: scalar.value, after: folded.last) {
      case .itself: folded.append(contentsOf: raw[index..<index + scalar.length])
      case .dropped: break
      case .other(let other): folded.append(contentsOf: UTF8.encode(other) ?? .init())
      }
      index += scalar.length
    }
  }

  /// What stands for a character in the folded form.
  private static func form(of scalar: UInt32, after last: UInt8?) -> SharedForm {
    switch scalar {
    case 0x0131: .other("i")
    case 0x0307: last == UInt8(ascii: "i") ? .dropped : .itself
    default: SharedForm(of: scalar)
    }
  }
}
