internal import Stories

/// Hashes of short words that were met lately. Some thousands make up most of any text, and to look one up takes a
/// quarter of what hashing it does.
///
/// A word of up to eight bytes is its own name: so nothing that is found here can be another word's.
final class WordCache {
  /// Of the short words of news one in eleven is not found among so many slots, and one in five among a quarter of them.
  private static var bits: UInt64 { 14 }

  private let words = UnsafeMutableBufferPointer<Slot>.allocate(capacity: 1 << bits)

  init() { words.initialize(repeating: Slot()) }

  deinit { words.deallocate() }

  /// The cache for many look-ups, without a check of exclusive access at each; good while this lives.
  var slots: Slots { Slots(words: words) }

  /// A word with what is known of it, side by side in one line of memory.
  struct Slot {
    /// Its bytes in small letters, the first one lowest, zeroes behind the last. No word is 0: words have no such byte.
    var word: UInt64 = 0
    /// The bits of its key.
    var key: UInt32 = 0
    /// Of its signs those that every word of these letters has: whether it may be an address.
    var signs = TokenSigns()
  }

  struct Slots {
    fileprivate let words: UnsafeMutableBufferPointer<Slot>

    /// What stands where a word would be: the word's own if it is there, otherwise another's.
    @inline(__always)
    func look(for word: UInt64) -> Slot { words[Slots.slot(of: word)] }

    /// What is known of a word in small letters, which is found the next time.
    ///
    /// - Parameters:
    ///   - word: its bytes, the first one lowest, zeroes behind the last.
    ///   - count: how many there are, from 1 to 8.
    ///   - signs: called for its signs if it is not there.
    /// - Returns: the word with its key.
    @inline(__always)
    func find(_ word: UInt64, count: Int, signs: () -> TokenSigns) -> Slot {
      let slot = Slots.slot(of: word)
      if words[slot].word == word { return words[slot] }
      let key = TokenKey(hash: XXH3.hash(ofWord: word, count: count), isCharacter: false)
      words[slot] = Slot(word: word, key: key.bits, signs: signs())
      return words[slot]
    }

    @inline(__always)
    private static func slot(of word: UInt64) -> Int {
      Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- WordCache.bits))
    }
  }
}
