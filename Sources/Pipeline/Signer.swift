public import NearDuplicates
public import Stories
public import Text

/// Text to keys and signature: the road from a story to what is compared, in one place, so that daemon and
/// batch can't differ.
///
/// Not `Sendable`, since the tokeniser is not.
public final class Signer {
  /// What shingles are.
  public let shingler: Shingler
  /// What signatures are.
  public let sketch: FastSimilaritySketch
  private let tokeniser: Tokeniser

  /// Makes a signer.
  ///
  /// - Throws: `TokeniserError.icuUnavailable`.
  public init(shingler: Shingler, sketch: FastSimilaritySketch) throws(TokeniserError) {
    tokeniser = try Tokeniser()
    (self.shingler, self.sketch) = (shingler, sketch)
  }

  /// Everything that decides a signature's bytes.
  public var stamp: SignatureStamp {
    SignatureStamp(
      scheme: FastSimilaritySketch.name, registers: sketch.registers, seed: sketch.seed,
      wordsPerShingle: shingler.words, tokeniser: tokeniser.stamp)
  }

  /// The tokens of a text.
  public func tokens(of text: String) -> Tokens { tokeniser.tokens(of: text) }

  /// The signature of some tokens.
  public func signature(of keys: [TokenKey]) -> Signature {
    sketch.signature(of: shingler.hashes(of: keys))
  }

  /// The signature of a text.
  public func signature(ofText text: String) -> Signature { signature(of: tokens(of: text).keys) }
}
