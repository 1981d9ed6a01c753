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
