/// Words of ASCII letters and digits and what may stand between these, eight bytes at once.
enum PlainWords {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The eight bytes from a place on, the first one lowest.
  @inline(__always)
  static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: at, as: UInt64.self))
  }

  /// How many of eight bytes are letters and digits, up to the first that is not.
  @inline(__always)
  static func run(_ word: UInt64) -> Int {
    let low = word & (ones &* 0x7F)
    let small = low | (ones &* 0x20)
    let letters = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x80 - 0x7B))
    let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    let others = ~((letters | digits) & ~word) & (ones &* 0x80)
    return others.trailingZeroBitCount >> 3
  }

  /// The first few of eight bytes, in small letters, and zeroes behind them; any number for more than eight. Figures
  /// and the signs within words have the bit already that makes letters small.
  @inline(__always)
  static func small(_ word: UInt64, _ length: Int) -> UInt64 {
    let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length &* 8)
    return (word | ones &* 0x20) & mask
  }

  /// The hash of 9 to 16 bytes, of which these are the first and the last eight, in small letters.
  @inline(__always)
  static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> UInt64 {
    XXH3.hash(ofLongWord: first | ones &* 0x20, last | ones &* 0x20, count: length)
  }
}
