internal import Stories

/// Hashes of short words that were met lately. A few thousand make up most of any text, and to look one up takes a
/// quarter of what hashing it does.
///
/// A word of up to eight bytes is its own name: so nothing that is found here can be another word's.
final class WordCache {
  private static var bits: UInt64 { 12 }
  private static var size: Int { 1 << bits }

  private let words = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: size)
  private let keys = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: size)

  init() {
    // No word is 0: words have no such byte.
    words.initialize(repeating: 0)
    keys.initialize(repeating: 0)
  }

  deinit {
    words.deallocate()
    keys.deallocate()
  }

  /// The cache for many look-ups, without a check of exclusive access at each; good while this lives.
  var slots: Slots { Slots(words: words, keys: keys) }

  struct Slots {
    fileprivate let words: UnsafeMutableBufferPointer<UInt64>
    fileprivate let keys: UnsafeMutableBufferPointer<UInt32>

    /// What stands where a word would be: the bits of its key if it is there, otherwise another's.
    @inline(__always)
    func look(for word: UInt64) -> (bits: UInt32, isThere: Bool) {
      let slot = Slots.slot(of: word)
      return (keys[slot], words[slot] == word)
    }

    /// The key of a word in small letters.
    ///
    /// - Parameters:
    ///   - word: its bytes, the first one lowest, zeroes behind the last.
    ///   - count: how many there are, from 1 to 8.
    /// - Returns: the bits of its key, which are found the next time.
    @inline(__always)
    func key(of word: UInt64, count: Int) -> UInt32 {
      let slot = Slots.slot(of: word)
      if words[slot] == word { return keys[slot] }
      let key = TokenKey(hash: XXH3.hash(ofWord: word, count: count), isCharacter: false)
      (words[slot], keys[slot]) = (word, key.bits)
      return key.bits
    }

    @inline(__always)
    private static func slot(of word: UInt64) -> Int {
      Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- WordCache.bits))
    }
  }
}
