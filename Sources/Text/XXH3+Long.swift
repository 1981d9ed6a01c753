extension XXH3 {
  private static let stripe = 64
  private static let stripesPerBlock = (secret.count - 64) / 8

  /// Texts over 240 bytes: eight lanes that take 64 bytes at a time.
  static func hashLong(_ input: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = [
      prime32.2, prime64.0, prime64.1, prime64.2, prime64.3, prime32.1, prime64.4, prime32.0,
    ]
    let blockBytes = stripe * stripesPerBlock
    let fullBlocks = (input.count - 1) / blockBytes
    for block in 0..<fullBlocks {
      for index in 0..<stripesPerBlock {
        accumulate(
          &lanes, input, at: block * blockBytes + index * stripe, secretAt: index * 8)
      }
      scramble(&lanes)
    }
    let rest = (input.count - 1 - fullBlocks * blockBytes) / stripe
    for index in 0..<rest {
      accumulate(
        &lanes, input, at: fullBlocks * blockBytes + index * stripe, secretAt: index * 8)
    }
    accumulate(&lanes, input, at: input.count - stripe, secretAt: secret.count - stripe - 7)
    return merge(lanes, start: UInt64(input.count) &* prime64.0)
  }

  private static func accumulate(
    _ lanes: inout [UInt64], _ input: UnsafeRawBufferPointer, at: Int, secretAt: Int
  ) {
    for lane in 0..<8 {
      let value = word64(input, at + lane * 8)
      let keyed = value ^ secretWord(secretAt + lane * 8)
      lanes[lane ^ 1] = lanes[lane ^ 1] &+ value
      lanes[lane] = lanes[lane] &+ (keyed & 0xFFFF_FFFF) &* (keyed >> 32)
    }
  }

  private static func scramble(_ lanes: inout [UInt64]) {
    for lane in 0..<8 {
      var value = lanes[lane]
      value ^= value >> 47
      value ^= secretWord(secret.count - stripe + lane * 8)
      lanes[lane] = value &* prime32.0
    }
  }

  private static func merge(_ lanes: [UInt64], start: UInt64) -> UInt64 {
    var sum = start
    for pair in 0..<4 {
      let left = lanes[2 * pair] ^ secretWord(11 + 16 * pair)
      let right = lanes[2 * pair + 1] ^ secretWord(11 + 16 * pair + 8)
      sum = sum &+ foldedProduct(left, right)
    }
    return avalanche(sum)
  }
}
