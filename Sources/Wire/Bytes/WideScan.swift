/// Looks for bytes many at a time: in most of what is read nearly every byte is none of those that matter.
///
/// Source of the test: Warren, Hacker's Delight, section 6-1. Subtracting one from each byte borrows out of a zero
/// byte, and the lowest that it marks is one for certain.
enum WideScan {
  /// The place of the first byte of a value at or behind `start`; the number of bytes where there is none.
  static func place(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int = 0
  ) -> Int {
    place(of: byte, or: byte, in: bytes, from: start)
  }

  /// The place of the first byte of either value at or behind `start`; the number of bytes where there is none, and
  /// `start` where that lies behind all of them.
  ///
  /// Complexity: O(n) in what is passed over, some forty instructions for 32 bytes.
  @inline(__always)
  static func place(
    of one: UInt8, or other: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    let (ones, others) = (inEachByte(one), inEachByte(other))
    return place(in: bytes, from: start) {
      zeroBytes($0 ^ ones) | zeroBytes($0 ^ others)
    } orOne: {
      $0 == one || $0 == other
    }
  }

  /// The place at or behind `start` of the first byte that ends or marks a text of JSON: a quotation mark, a backslash
  /// or a control character; the number of bytes where there is none.
  ///
  /// Complexity: O(n) in what is passed over, some sixty instructions for 32 bytes.
  static func placeOfMark(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let (quote, escape, firstPrinted) = (UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(0x20))
    let (quotes, escapes) = (inEachByte(quote), inEachByte(escape))
    return place(in: bytes, from: start) { word in
      // Subtracting the first that is printed borrows out of those below it, as one does out of zero.
      zeroBytes(word ^ quotes) | zeroBytes(word ^ escapes)
        | (word &- inEachByte(firstPrinted)) & ~word & highest
    } orOne: {
      $0 == quote || $0 == escape || $0 < firstPrinted
    }
  }

  /// Looks for the first byte that is wanted.
  ///
  /// - Parameters:
  ///   - bytes: what to look through.
  ///   - start: where to begin.
  ///   - wanted: for eight bytes, the first one lowest, the highest bit of the first that is wanted, and perhaps some
  ///     bits above it.
  ///   - isWanted: the same of one byte.
  /// - Returns: the place; the number of bytes where there is none.
  @inline(__always)
  private static func place(
    in bytes: UnsafeRawBufferPointer, from start: Int, where wanted: (UInt64) -> UInt64,
    orOne isWanted: (UInt8) -> Bool
  ) -> Int {
    func found(at place: Int) -> UInt64 {
      wanted(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }
    var place = start
    while place + 32 <= bytes.count,
      found(at: place) | found(at: place + 8) | found(at: place + 16) | found(at: place + 24) == 0
    {
      place += 32
    }
    while place + 8 <= bytes.count {
      let found = found(at: place)
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < bytes.count, !isWanted(bytes[place]) { place += 1 }
    return place
  }

  /// How many bytes at the beginning are ASCII.
  ///
  /// Complexity: O(n) in these, some ten instructions for 32 bytes.
  static func lengthOfASCII(_ bytes: UnsafeRawBufferPointer) -> Int {
    func word(at place: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    var place = 0
    while place + 32 <= bytes.count,
      (word(at: place) | word(at: place + 8) | word(at: place + 16) | word(at: place + 24))
        & highest == 0
    {
      place += 32
    }
    while place < bytes.count, bytes[place] < 0x80 { place += 1 }
    return place
  }

  /// Whether a text holds the scalar NUL.
  static func holdsZero(_ text: String) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      place(of: 0, in: UnsafeRawBufferPointer(bytes)) < bytes.count
    }
    return found ?? text.utf8.contains(0)
  }

  /// Whether the bytes of some words of ASCII stand in a text. Where they don't, its characters are not these words
  /// either; where they do, marks behind them may make others of them.
  static func holds(_ words: String, in text: String) -> Bool {
    guard let first = words.utf8.first else { return true }
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var start = place(of: first, in: bytes)
      while start < bytes.count, !bytes[start...].starts(with: words.utf8) {
        start = place(of: first, in: bytes, from: start + 1)
      }
      return start < bytes.count
    }
    return found ?? true
  }

  private static func inEachByte(_ byte: UInt8) -> UInt64 { UInt64(byte) * lowest }

  /// The highest bit of the lowest zero byte, and perhaps some above it.
  private static func zeroBytes(_ word: UInt64) -> UInt64 { (word &- lowest) & ~word & highest }

  private static let lowest: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080
}
