internal import Stories

/// Scratch space for tokens, kept between texts.
final class TokenScratch {
  private var words = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 3 * 4096)

  deinit { words.deallocate() }

  /// An empty sink with room for every token that some bytes can have: a token takes at least one byte.
  func sink(forBytes count: Int) -> TokenSink {
    if words.count < 3 * count {
      words.deallocate()
      words = .allocate(capacity: 3 * count)
    }
    return TokenSink(words)
  }
}

/// Where a tokeniser puts tokens down. It is passed along rather than held by the tokeniser, which would
/// have every token pay for checks of exclusive access.
struct TokenSink {
  private let keys: UnsafeMutableBufferPointer<UInt32>
  private let starts: UnsafeMutableBufferPointer<UInt32>
  private let ends: UnsafeMutableBufferPointer<UInt32>
  /// Tokens put down. May be set back, which discards those behind.
  var count = 0
  /// Scratch space for folding.
  var folded: [UInt8] = []

  fileprivate init(_ words: UnsafeMutableBufferPointer<UInt32>) {
    let room = words.count / 3
    keys = UnsafeMutableBufferPointer(rebasing: words[..<room])
    starts = UnsafeMutableBufferPointer(rebasing: words[room..<2 * room])
    ends = UnsafeMutableBufferPointer(rebasing: words[(2 * room)...])
  }

  @inline(__always)
  mutating func append(_ key: TokenKey, _ range: Range<Int>) {
    precondition(count < keys.count)
    keys[count] = key.bits
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
    return tokens
  }
}
