internal import Stories

extension Tokeniser {
  /// Puts down words from the start of a chunk on for as long as each chunk is one plain word: up to 15 ASCII
  /// letters and digits, with one sign behind them at most. Two in three chunks of a news text are.
  ///
  /// - Returns: where the first other chunk begins, or white space before it.
  @inline(__always)
  func scanPlainWords(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    _ classes: UnsafeBufferPointer<WordClass>, _ sink: inout TokenSink
  ) -> Int {
    var position = start
    while position &+ PlainWords.room <= bytes.count {
      let first = PlainWords.load(bytes, position)
      var length = PlainWords.run(first)
      let hash: UInt64
      if length < 8 {
        guard length > 0 else { return position }
        hash = PlainWords.hash(first, length)
      } else {
        let rest = PlainWords.run(PlainWords.load(bytes, position &+ 8))
        guard rest < 8 else { return position }
        length &+= rest
        let last = PlainWords.load(bytes, position &+ length &- 8)
        hash = PlainWords.hash(first, last, length)
      }
      let end = position &+ length
      var next = end
      if bytes[end] != 0x20 {
        // A sign that ends the chunk joins nothing.
        let isSign = bytes[end] < 0x80 && classes[Int(bytes[end])] != .hard
        if !isASCIISpace(bytes[end]) {
          guard isSign, isASCIISpace(bytes[end &+ 1]) else { return position }
          next &+= 1
        }
      }
      sink.append(
        TokenKey(hash: hash, isCharacter: false), Range(uncheckedBounds: (position, end)))
      position = next &+ 1
    }
    return position
  }
}

/// Words of ASCII letters and digits, eight bytes at once.
enum PlainWords {
  /// Bytes that are looked at from the start of a word on.
  static var room: Int { 18 }

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

  /// The hash of the first few of eight bytes, in small letters. Figures have the bit already that makes
  /// letters small.
  @inline(__always)
  static func hash(_ word: UInt64, _ length: Int) -> UInt64 {
    let mask = (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
    return XXH3.hash(ofWord: (word | ones &* 0x20) & mask, count: length)
  }

  /// The hash of 8 to 15 bytes, of which these are the first and the last eight, in small letters.
  @inline(__always)
  static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> UInt64 {
    let (first, last) = (first | ones &* 0x20, last | ones &* 0x20)
    return length == 8
      ? XXH3.hash(ofWord: first, count: 8) : XXH3.hash(ofLongWord: first, last, count: length)
  }
}
