internal import CHashes
public import Stories

/// Runs of neighbouring tokens, hashed to 64 bits: the unit in which texts are compared.
///
/// A shingle is the shortest run of tokens from a position that weighs at least `fullWeight`. With the
/// default of five words that is five words, or eight characters of a script written without spaces, or a
/// mixture: eight characters of Chinese carry about what five words of English do. A text lighter than
/// that is one shingle as a whole; a text without tokens has none.
///
/// The hash, fixed for ever: with keys t1…tn of a run, H = Σ ti·M^(n−i) + n·L modulo 2^64, put through
/// MurmurHash3's finaliser.
public struct Shingler: Hashable, Sendable {
  /// Words to a shingle.
  public let words: Int

  static let multiplier: UInt64 = 0xD134_2543_DE82_EF95
  static let lengthMultiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Weight of a word when a shingle is five words or eight characters.
  static let wordWeight = 8
  /// Weight of a character of an unspaced script.
  static let characterWeight = 5

  /// What a run must weigh to be a shingle.
  let fullWeight: Int
  /// M^i for every run length that can occur.
  private let powers: [UInt64]

  /// Makes a shingler.
  ///
  /// - Parameter words: words to a shingle, at least 1. More words find less by chance and break sooner
  ///   under edits.
  public init(words: Int = 5) {
    precondition(words >= 1)
    self.words = words
    fullWeight = words * Shingler.wordWeight
    let longest = fullWeight / Shingler.characterWeight + 2
    var power: UInt64 = 1
    powers = (0..<longest).map { _ in
      defer { power = power &* Shingler.multiplier }
      return power
    }
  }

  /// Calls `body` with every shingle in order: its hash and the tokens it covers.
  ///
  /// Complexity: O(n · `words`) in tokens, a multiplication each, and a finaliser for each token.
  @inline(__always)
  func forEach(in keys: [TokenKey], _ body: (_ hash: UInt64, _ tokens: Range<Int>) -> Void) {
    keys.withUnsafeBufferPointer { forEach(in: $0, body) }
  }

  /// The same for tokens that lie in memory of their own.
  @inline(__always)
  func forEach(
    in keys: UnsafeBufferPointer<TokenKey>, _ body: (_ hash: UInt64, _ tokens: Range<Int>) -> Void
  ) {
    guard !keys.isEmpty else { return }
    if keys.count >= words, !Shingler.haveCharacters(keys) {
      return forEachOfWords(keys, body)
    }
    var rolling: UInt64 = 0
    var weight = 0
    var start = 0
    var emitted = false
    for end in keys.indices {
      rolling = rolling &* Shingler.multiplier &+ UInt64(keys[end].bits)
      weight += Shingler.weight(of: keys[end])
      while weight >= fullWeight {
        let count = end + 1 - start
        body(Shingler.finish(rolling, count), start..<end + 1)
        emitted = true
        rolling = rolling &- UInt64(keys[start].bits) &* powers[count - 1]
        weight -= Shingler.weight(of: keys[start])
        start += 1
      }
    }
    if !emitted { body(Shingler.finish(rolling, keys.count), 0..<keys.count) }
  }

  /// Whether any is a character. Looks at all of them, which compilers do several at once.
  private static func haveCharacters(_ keys: UnsafeBufferPointer<TokenKey>) -> Bool {
    var bits: UInt32 = 0
    for key in keys { bits |= key.bits }
    return bits & 1 != 0
  }

  /// The same for words alone. Hashes are made a block at a time, each from its own words instead of from the one
  /// before, so that processors make several at once.
  @inline(__always)
  private func forEachOfWords(
    _ keys: UnsafeBufferPointer<TokenKey>, _ body: (_ hash: UInt64, _ tokens: Range<Int>) -> Void
  ) {
    let runs = keys.count &- words &+ 1
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Shingler.block) { hashes in
      var first = 0
      while first < runs {
        let count = min(Shingler.block, runs &- first)
        put(count, UnsafeBufferPointer(rebasing: keys[first...]), hashes)
        for index in 0..<count {
          let start = first &+ index
          body(hashes[index], Range(uncheckedBounds: (start, start &+ words)))
        }
        first &+= count
      }
    }
  }

  /// Hashes that are made at once.
  private static let block = 64

  /// Puts down the hashes of so many runs of words.
  private func put(
    _ runs: Int, _ keys: UnsafeBufferPointer<TokenKey>,
    _ hashes: UnsafeMutableBufferPointer<UInt64>
  ) {
    keys.withMemoryRebound(to: UInt32.self) { keys in
      chashes_runs(
        keys.baseAddress, Int64(runs), Int64(words), powers,
        UInt64(words) &* Shingler.lengthMultiplier, hashes.baseAddress)
    }
  }

  /// The hashes of all shingles in order, repeats included.
  public func hashes(of keys: [TokenKey]) -> [UInt64] {
    // Each token starts at most one shingle, and the last that is started is where all before it were.
    [UInt64](unsafeUninitializedCapacity: keys.count) { hashes, count in
      var last = -1
      forEach(in: keys) { hash, tokens in
        last = tokens.lowerBound
        hashes.initializeElement(at: last, to: hash)
      }
      count = last + 1
    }
  }

  @inline(__always)
  private static func weight(of key: TokenKey) -> Int {
    key.isCharacter ? characterWeight : wordWeight
  }

  @inline(__always)
  private static func finish(_ rolling: UInt64, _ count: Int) -> UInt64 {
    Mixing.finalise(rolling &+ UInt64(count) &* lengthMultiplier)
  }
}
