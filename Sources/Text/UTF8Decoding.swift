/// Reading scalars out of UTF-8 that is known to be valid.
enum UTF8Decoding {
  /// The scalar that starts at an index, and its length in bytes. Bytes missing at the end count as 0.
  @inline(__always)
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(bytes, index + 1), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | tail(bytes, index + 1) << 6 | tail(bytes, index + 2), 3)
    }
    let high = (first & 0x07) << 18 | tail(bytes, index + 1) << 12
    return (high | tail(bytes, index + 2) << 6 | tail(bytes, index + 3), 4)
  }

  @inline(__always)
  private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    index < bytes.count ? UInt32(bytes[index] & 0x3F) : 0
  }
}
