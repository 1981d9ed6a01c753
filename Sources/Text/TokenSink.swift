internal import Stories

/// Scratch space for tokens, kept between texts.
final class TokenScratch {
  private var words = UnsafeMutableBufferPointer<UInt32>.allocate(
    capacity: TokenSink.size(tokens: 4096))
  private var signs = UnsafeMutableBufferPointer<TokenSigns>.allocate(capacity: 4096)

  deinit { deallocate() }

  /// An empty sink with room for every token of a text: a token takes at least one byte.
  func sink(for bytes: UnsafeBufferPointer<UInt8>) -> TokenSink {
    if signs.count < bytes.count {
      deallocate()
      words = .allocate(capacity: TokenSink.size(tokens: bytes.count))
      signs = .allocate(capacity: bytes.count)
    }
    return TokenSink(bytes, words, signs)
  }

  private func deallocate() {
    words.deallocate()
    signs.deallocate()
  }
}

/// Where a tokeniser puts tokens down. It is passed along rather than held by the tokeniser, which would
/// have every token pay for checks of exclusive access.
struct TokenSink {
  let bytes: UnsafeBufferPointer<UInt8>
  let keys: UnsafeMutableBufferPointer<UInt32>
  /// Where each token starts and ends, by turns, as the map of words gives them.
  let places: UnsafeMutableBufferPointer<UInt32>
  let signs: UnsafeMutableBufferPointer<TokenSigns>
  /// Space for a number for each token.
  let left: UnsafeMutableBufferPointer<UInt32>
  /// Tokens put down. May be set back, which discards those behind.
  var count = 0
  /// Scratch space for folding.
  var folded: [UInt8] = []
  /// Scratch space for what ICU is to see otherwise than it stands.
  var mended = MendedChunk()

  /// Numbers that are needed for so many tokens. What the map puts down past its last place needs room too.
  fileprivate static func size(tokens: Int) -> Int { 4 * tokens + WordMap.group }

  fileprivate init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: UnsafeMutableBufferPointer<UInt32>,
    _ signs: UnsafeMutableBufferPointer<TokenSigns>
  ) {
    let room = signs.count
    (self.bytes, self.signs) = (bytes, signs)
    keys = UnsafeMutableBufferPointer(rebasing: words[..<room])
    left = UnsafeMutableBufferPointer(rebasing: words[room..<2 * room])
    places = UnsafeMutableBufferPointer(rebasing: words[(2 * room)...])
  }

  /// Where a token starts.
  @inline(__always)
  func start(_ token: Int) -> Int { Int(places[2 &* token]) }

  /// Where a token ends.
  @inline(__always)
  func end(_ token: Int) -> Int { Int(places[2 &* token &+ 1]) }

  /// Where the last token ends; 0 before there is any.
  var end: Int { count > 0 ? end(count - 1) : 0 }

  mutating func append(_ key: TokenKey, _ range: Range<Int>) {
    precondition(count < keys.count)
    keys[count] = key.bits
    signs[count] = SignReader.signs(of: range, after: end, bytes)
    places[2 * count] = UInt32(truncatingIfNeeded: range.lowerBound)
    places[2 * count + 1] = UInt32(truncatingIfNeeded: range.upperBound)
    count += 1
  }

  /// The tokens, in arrays of exactly the size needed.
  var tokens: Tokens {
    var tokens = Tokens()
    tokens.keys = keys[..<count].withMemoryRebound(to: TokenKey.self) { Array($0) }
    tokens.starts = everySecondPlace(from: 0)
    tokens.ends = everySecondPlace(from: 1)
    tokens.signs = Array(signs[..<count])
    return tokens
  }

  @inline(__always)
  private func everySecondPlace(from first: Int) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { taken, taking in
      let (from, to) = (UnsafeRawBufferPointer(places), UnsafeMutableRawBufferPointer(taken))
      var token = 0
      while token &+ 4 <= count {
        let four = from.loadUnaligned(fromByteOffset: 8 &* token, as: SIMD8<UInt32>.self)
        let half = first == 0 ? four.evenHalf : four.oddHalf
        to.storeBytes(of: half, toByteOffset: 4 &* token, as: SIMD4<UInt32>.self)
        token &+= 4
      }
      while token < count {
        taken[token] = places[2 &* token &+ first]
        token &+= 1
      }
      taking = count
    }
  }
}
