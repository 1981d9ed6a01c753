/// Which hashes a small set may have: one bit for each 8,192nd of the range, one kilobyte in all, so that it
/// stays in a processor's nearest cache. What it denies is not there; of a few hundred hashes it lets a few
/// in a hundred pass that are not there either.
struct KeyBitmap: Sendable {
  private var words = [UInt64](repeating: 0, count: 1 << (KeyBitmap.bits - 6))

  private static var bits: UInt32 { 13 }

  /// Calls `body` with the bitmap to put hashes into.
  mutating func fill(_ body: (Filling) -> Void) {
    words.withUnsafeMutableBufferPointer { body(Filling(words: $0)) }
  }

  /// The bitmap while it is filled.
  struct Filling {
    fileprivate let words: UnsafeMutableBufferPointer<UInt64>

    @inline(__always)
    func insert(_ hash: UInt32) {
      let bit = KeyBitmap.bit(of: hash)
      words[bit >> 6] |= 1 &<< UInt64(bit & 63)
    }
  }

  func withBuffer<Result>(_ body: (Buffer) -> Result) -> Result {
    words.withUnsafeBufferPointer { body(Buffer(words: $0)) }
  }

  /// The bitmap without the checks of arrays.
  struct Buffer {
    let words: UnsafeBufferPointer<UInt64>

    /// 0 for a hash that is certainly not there, 1 for one that may be.
    @inline(__always)
    func mayHave(_ hash: UInt32) -> Int {
      let bit = KeyBitmap.bit(of: hash)
      return Int(truncatingIfNeeded: words[bit >> 6] &>> UInt64(bit & 63) & 1)
    }
  }

  /// The highest bits of the hash, since tables use the lowest.
  @inline(__always)
  private static func bit(of hash: UInt32) -> Int { Int(hash >> (32 - bits)) }
}
