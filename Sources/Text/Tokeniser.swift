internal import CICU
public import Stories

/// Text to tokens: words and numbers as ICU's word segmentation finds them, and single characters in
/// scripts that are written without spaces.
///
/// Text is cut at ASCII white space, where a word boundary is certain. Chunks of ASCII are read off a map of
/// the text (`WordMap`); chunks whose characters all belong to easy classes are scanned here; any other chunk
/// goes to ICU. But for what `MendedChunk` mends the result is ICU's own, which the tests hold against ICU on random
/// text.
///
/// Not `Sendable`: it owns an ICU handle and scratch space. Make one for each thread.
public final class Tokeniser {
  /// Version of the rules for tokens, folding and keys. Raised whenever some text's keys change.
  ///
  /// 2 differs from 1 in this alone:
  /// - Digits of all scripts fold to 0 to 9.
  /// - A narrow no-break space parts words.
  /// - Hebrew abbreviations have one key however they are typed.
  /// - Korean syllables are cut alike whether they are composed or taken apart.
  public static let version = 2

  /// What this tokeniser's keys depend on.
  public let stamp: TokeniserStamp

  let breaker: WordBreaker
  let classes = WordClass.table
  let scratch = TokenScratch()
  let map = WordMap()
  let cache = WordCache()

  /// Makes a tokeniser.
  ///
  /// - Throws: `TokeniserError.icuUnavailable` when ICU's data can't be loaded.
  public init() throws(TokeniserError) {
    breaker = try WordBreaker()
    stamp = Tokeniser.currentStamp()
  }

  /// The tokens of a text, in order, with byte offsets into it.
  ///
  /// Complexity: O(n) in the length of the text.
  public func tokens(of text: String) -> Tokens {
    var text = text
    return text.withUTF8 { bytes in tokens(ofUTF8: bytes) }
  }

  /// The tokens of some valid UTF-8.
  func tokens(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Tokens {
    var sink = scratch.sink(for: bytes)
    classes.withUnsafeBufferPointer { scanChunks(bytes, $0, &sink) }
    return sink.tokens
  }

  /// The stamp of tokens made by this program with this machine's ICU.
  public static func currentStamp() -> TokeniserStamp {
    var icu = [CChar](repeating: 0, count: 32)
    var unicode = [CChar](repeating: 0, count: 32)
    cicu_versions(&icu, &unicode)
    return TokeniserStamp(
      tokeniser: version, icu: String(terminated: icu), unicode: String(terminated: unicode))
  }
}

extension String {
  fileprivate init(terminated characters: [CChar]) {
    self.init(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
