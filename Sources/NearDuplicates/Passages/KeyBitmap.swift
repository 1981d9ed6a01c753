/// Which hashes a small set may have: one bit for each 8,192nd of the range, one kilobyte in all, so that it
/// stays in a processor's nearest cache. What it denies is not there; of a few hundred hashes it lets a few
/// in a hundred pass that are not there either.
///
/// Over memory of somebody else's, `KeyBitmap.size` words that begin as zero.
struct KeyBitmap {
  let words: UnsafeMutableBufferPointer<UInt64>

  /// Words of memory.
  static var size: Int { 1 << (bits - 6) }
  private static var bits: UInt32 { 13 }

  @inline(__always)
  func insert(_ hash: UInt32) {
    let bit = KeyBitmap.bit(of: hash)
    words[bit >> 6] |= 1 &<< UInt64(bit & 63)
  }

  /// 0 for a hash that is certainly not there, 1 for one that may be.
  @inline(__always)
  static func mayHave(_ words: UnsafeBufferPointer<UInt64>, _ hash: UInt32) -> Int {
    let bit = KeyBitmap.bit(of: hash)
    return Int(truncatingIfNeeded: words[bit >> 6] &>> UInt64(bit & 63) & 1)
  }

  /// The highest bits of the hash, since tables use the lowest.
  @inline(__always)
  private static func bit(of hash: UInt32) -> Int { Int(hash >> (32 - bits)) }
}
