/// The 64-bit hash of G. Fowler, L. C. Noll and K.-P. Vo, in the order "xor, then multiply".
///
/// Splits and exchanges of training go by it: with another hash the same corpora would give another model.
enum FNV1a {
  /// Hashes some bytes.
  ///
  /// - Parameters:
  ///   - bytes: in order.
  ///   - seed: gives another hash each; 0 the published one.
  /// - Returns: the hash.
  ///
  /// Complexity: O(n).
  static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
    bytes.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { step($0, UInt64($1)) }
  }

  /// Takes in one more number.
  static func step(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    (hash ^ value) &* 0x100_0000_01B3
  }
}
