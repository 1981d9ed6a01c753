/// The fixed mixing function behind shingle hashes and signatures.
enum Mixing {
  /// MurmurHash3's 64-bit finaliser (A. Appleby, public domain): a bijection in which every input bit
  /// changes every output bit with probability near a half.
  @inlinable
  static func finalise(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 33
    mixed = mixed &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    return mixed
  }
}
