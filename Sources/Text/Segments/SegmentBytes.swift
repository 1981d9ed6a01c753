/// What the segmenter needs to know of single bytes.
enum SegmentBytes {
  /// A range without the white space at its ends, or nil if there is nothing else.
  static func trimmed(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let space = spaceLength(bytes, at: start, end)
      if space == 0 { break }
      start += space
    }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start < end ? start..<end : nil
  }

  /// Where the line that holds a place ends: at a line feed, a carriage return or the end of the text.
  ///
  /// Thirty-two bytes at once, since most texts are a few long lines: as long as there is no control character among
  /// them they need no closer look.
  static func lineEnd(from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end + 32 <= bytes.count {
      if mayHaveControls(bytes, end) {
        for eight in 0..<4 {
          if let found = lineEnd(inEight: PlainWords.load(bytes, end + 8 * eight)) {
            return end + 8 * eight + found
          }
        }
      }
      end += 32
    }
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  /// Whether one of 32 bytes may be below 16. Sure to say so where one is.
  @inline(__always)
  private static func mayHaveControls(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var found: UInt64 = 0
    for eight in 0..<4 {
      let word = PlainWords.load(bytes, at &+ 8 &* eight)
      found |= (word &- 0x1010_1010_1010_1010) & ~word
    }
    return found & 0x8080_8080_8080_8080 != 0
  }

  /// Which of eight bytes is the first line feed or carriage return.
  @inline(__always)
  private static func lineEnd(inEight word: UInt64) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (feed, carriage) = (word ^ ones &* 0x0A, word ^ ones &* 0x0D)
    // The lowest bit found is right; those above it may be carried into from below.
    let found = ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage) & (ones &<< 7)
    return found == 0 ? nil : found.trailingZeroBitCount >> 3
  }

  /// Length of the white space at a place: control characters, spaces, and the no-break space.
  @inline(__always)
  static func spaceLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ end: Int
  ) -> Int {
    if bytes[index] <= 0x20 { return 1 }
    if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
    return 0
  }

  /// Whether a byte is an ASCII capital.
  @inline(__always)
  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether a byte is a small ASCII letter.
  @inline(__always)
  static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// Whether a byte is an ASCII digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
