internal import Stories

/// Scratch space for tokens, kept between texts.
final class TokenScratch {
  private var words = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 4 * 4096)
  private var signs = UnsafeMutableBufferPointer<TokenSigns>.allocate(capacity: 4096)

  deinit { deallocate() }

  /// An empty sink with room for every token of a text: a token takes at least one byte.
  func sink(for bytes: UnsafeBufferPointer<UInt8>) -> TokenSink {
    if signs.count < bytes.count {
      deallocate()
      words = .allocate(capacity: 4 * bytes.count)
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
  let starts: UnsafeMutableBufferPointer<UInt32>
  let ends: UnsafeMutableBufferPointer<UInt32>
  let signs: UnsafeMutableBufferPointer<TokenSigns>
  /// Space for a number for each token.
  let left: UnsafeMutableBufferPointer<UInt32>
  /// Tokens put down. May be set back, which discards those behind.
  var count = 0
  /// Scratch space for folding.
  var folded: [UInt8] = []
  /// Scratch space for what ICU is to see otherwise than it stands.
  var mended = MendedChunk()

  fileprivate init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: UnsafeMutableBufferPointer<UInt32>,
    _ signs: UnsafeMutableBufferPointer<TokenSigns>
  ) {
    let room = signs.count
    (self.bytes, self.signs) = (bytes, signs)
    keys = UnsafeMutableBufferPointer(rebasing: words[..<room])
    starts = UnsafeMutableBufferPointer(rebasing: words[room..<2 * room])
    ends = UnsafeMutableBufferPointer(rebasing: words[2 * room..<3 * room])
    left = UnsafeMutableBufferPointer(rebasing: words[3 * room..<4 * room])
  }

  /// Where the last token ends; 0 before there is any.
  var end: Int { count > 0 ? Int(ends[count - 1]) : 0 }

  mutating func append(_ key: TokenKey, _ range: Range<Int>) {
    precondition(count < keys.count)
    keys[count] = key.bits
    signs[count] = SignReader.signs(of: range, after: end, bytes)
    starts[count] = UInt32(truncatingIfNeeded: range.lowerBound)
    ends[count] = UInt32(truncatingIfNeeded: range.upperBound)
    count += 1
  }

  /// The tokens, in arrays of exactly the size needed.
  var tokens: Tokens {
    var tokens = Tokens()
    tokens.keys = keys[..<count].withMemoryRebound(to: TokenKey.self) { Array($0) }
    tokens.starts = Array(starts[..<count])
    tokens.ends = Array(ends[..<count])
    tokens.signs = Array(signs[..<count])
    return tokens
  }
}
