/// XXH3, 64 bits wide, seed 0, after its published specification (xxHash 0.8, `doc/xxhash_spec.md`).
///
/// Used for token keys, which are persisted through the signatures: the function is fixed for ever and
/// its test vectors come from another implementation.
///
/// Complexity: O(n) in bytes; about three multiplications for a word of up to 16 bytes.
enum XXH3 {
  static var prime32: (UInt64, UInt64, UInt64) { (0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D) }
  static var prime64: (UInt64, UInt64, UInt64, UInt64, UInt64) {
    (
      0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
      0x27D4_EB2F_1656_67C5
    )
  }

  // Words of the secret that short inputs are combined with, worked out beforehand: words are short.
  private static var flipEmpty: UInt64 { 0x8726_F910_5DC2_1DDC }
  private static var flip1To3: UInt64 { 0x0000_0000_8727_5A9B }
  private static var flip4To8: UInt64 { 0xC73A_B174_C5EC_D5A2 }
  private static var flip9To16: (low: UInt64, high: UInt64) {
    (0x6782_737B_EA42_39B9, 0xAF56_BC3B_0996_523A)
  }

  /// Hashes some bytes.
  static func hash(_ input: UnsafeRawBufferPointer) -> UInt64 {
    switch input.count {
    case 0: avalanche64(flipEmpty)
    case 1...3: hashUpTo3(input)
    case 4...8: hashUpTo8(input)
    case 9...16: hashUpTo16(input)
    case 17...128: hashUpTo128(input)
    case 129...240: hashUpTo240(input)
    default: hashLong(input)
    }
  }

  /// Hashes up to 16 ASCII bytes as if their capitals were small letters. Nothing is copied: what these
  /// lengths load lies inside the input, and making letters small does not depend on where they stand.
  @inline(__always)
  static func hashSmall(_ input: UnsafeRawBufferPointer) -> UInt64 {
    let count = input.count
    if count > 8 {
      return finishUpTo16(
        lowercased(word64(input, 0)), lowercased(word64(input, count - 8)), count)
    }
    if count > 3 {
      return finishUpTo8(
        UInt64(lowercased(UInt64(word32(input, 0)))),
        UInt64(lowercased(UInt64(word32(input, count - 4)))), count)
    }
    if count == 0 { return avalanche64(flipEmpty) }
    let packed = lowercased(
      UInt64(input[0]) << 16 | UInt64(input[count >> 1]) << 24 | UInt64(input[count - 1]))
    return avalanche64(packed | UInt64(count) << 8 ^ flip1To3)
  }

  /// Hashes a word of up to eight bytes that is held in a register.
  ///
  /// Both ways to hash are gone and one is taken: whether a word has more than three letters can't be foreseen.
  ///
  /// - Parameters:
  ///   - word: its bytes, the first one lowest, zeroes behind the last.
  ///   - count: how many there are, from 1 to 8.
  @inline(__always)
  static func hash(ofWord word: UInt64, count: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: count &* 8)
    let packed =
      (word & 0xFF) << 16 | ((word &>> ((bits &>> 1) & 0x38)) & 0xFF) << 24
      | ((word &>> (bits &- 8)) & 0xFF)
    let short = avalanche64(packed | UInt64(truncatingIfNeeded: count) << 8 ^ flip1To3)
    let last = (word &>> ((bits &- 32) & 63)) & 0xFFFF_FFFF
    let long = finishUpTo8(word & 0xFFFF_FFFF, last, count)
    // All ones for more than three.
    let isLong = UInt64(bitPattern: Int64(truncatingIfNeeded: 3 &- count)) &>> 63
    return short ^ (short ^ long) & (0 &- isLong)
  }

  /// Hashes a word of 9 to 16 bytes.
  ///
  /// - Parameters:
  ///   - first: its first eight bytes, the first one lowest.
  ///   - last: its last eight bytes.
  ///   - count: how many there are.
  @inline(__always)
  static func hash(ofLongWord first: UInt64, _ last: UInt64, count: Int) -> UInt64 {
    finishUpTo16(first, last, count)
  }

  /// Eight ASCII bytes with capitals made small.
  @inline(__always)
  private static func lowercased(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let fromA = word &+ ones &* (0x80 - 0x41)
    let pastZ = word &+ ones &* (0x80 - 0x5B)
    return word | ((fromA & ~pastZ) & (ones &* 0x80)) >> 2
  }

  private static func hashUpTo3(_ input: UnsafeRawBufferPointer) -> UInt64 {
    let count = input.count
    let combined =
      UInt32(input[0]) << 16 | UInt32(input[count >> 1]) << 24 | UInt32(input[count - 1])
      | UInt32(count) << 8
    return avalanche64(UInt64(combined) ^ flip1To3)
  }

  private static func hashUpTo8(_ input: UnsafeRawBufferPointer) -> UInt64 {
    finishUpTo8(
      UInt64(word32(input, 0)), UInt64(word32(input, input.count - 4)), input.count)
  }

  @inline(__always)
  private static func finishUpTo8(_ first: UInt64, _ last: UInt64, _ count: Int) -> UInt64 {
    var keyed = (last &+ first << 32) ^ flip4To8
    keyed ^= rotate(keyed, 49) ^ rotate(keyed, 24)
    keyed = keyed &* 0x9FB2_1C65_1E98_DF25
    keyed ^= (keyed >> 35) &+ UInt64(count)
    keyed = keyed &* 0x9FB2_1C65_1E98_DF25
    return keyed ^ keyed >> 28
  }

  private static func hashUpTo16(_ input: UnsafeRawBufferPointer) -> UInt64 {
    finishUpTo16(word64(input, 0), word64(input, input.count - 8), input.count)
  }

  @inline(__always)
  private static func finishUpTo16(_ first: UInt64, _ last: UInt64, _ count: Int) -> UInt64 {
    let low = first ^ flip9To16.low
    let high = last ^ flip9To16.high
    let sum = UInt64(count) &+ low.byteSwapped &+ high &+ foldedProduct(low, high)
    return avalanche(sum)
  }

  private static func hashUpTo128(_ input: UnsafeRawBufferPointer) -> UInt64 {
    let count = input.count
    var sum = UInt64(count) &* prime64.0
    for pair in (0...(count - 1) / 32).reversed() {
      sum = sum &+ mix16(input, pair * 16, secretAt: pair * 32)
      sum = sum &+ mix16(input, count - 16 * (pair + 1), secretAt: pair * 32 + 16)
    }
    return avalanche(sum)
  }

  private static func hashUpTo240(_ input: UnsafeRawBufferPointer) -> UInt64 {
    var sum = UInt64(input.count) &* prime64.0
    for block in 0..<8 { sum = sum &+ mix16(input, block * 16, secretAt: block * 16) }
    sum = avalanche(sum)
    for block in 8..<input.count / 16 {
      sum = sum &+ mix16(input, block * 16, secretAt: (block - 8) * 16 + 3)
    }
    return avalanche(sum &+ mix16(input, input.count - 16, secretAt: 136 - 17))
  }

  private static func mix16(_ input: UnsafeRawBufferPointer, _ at: Int, secretAt: Int) -> UInt64 {
    foldedProduct(
      word64(input, at) ^ secretWord(secretAt), word64(input, at + 8) ^ secretWord(secretAt + 8))
  }
}
