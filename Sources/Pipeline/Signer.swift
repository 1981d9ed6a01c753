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
  /// What words weigh.
  public let rarity: Rarity
  private let tokeniser: Tokeniser

  /// Makes a signer.
  ///
  /// - Throws: `TokeniserError.icuUnavailable`.
  public init(
    shingler: Shingler, sketch: FastSimilaritySketch, rarity: Rarity = Rarity()
  ) throws(TokeniserError) {
    tokeniser = try Tokeniser()
    (self.shingler, self.sketch, self.rarity) = (shingler, sketch, rarity)
  }

  /// Everything that decides a signature's bytes.
  public var stamp: SignatureStamp {
    SignatureStamp(
      scheme: FastSimilaritySketch.name, registers: sketch.registers, seed: sketch.seed,
      wordsPerShingle: shingler.words, tokeniser: tokeniser.stamp)
  }

  /// The tokens of a text.
  public func tokens(of text: String) -> Tokens { tokeniser.tokens(of: text) }

  /// A text's tokens with what stands around them.
  public func read(_ text: String) -> ReadText {
    let tokens = tokeniser.tokens(of: text)
    let (traits, marks) = tokeniser.surroundings(of: tokens, in: text)
    return ReadText(tokens: tokens, traits: traits, marks: marks)
  }

  /// A headline's words; none for no headline.
  public func headline(_ title: String?) -> Headline {
    title.map { Headline(tokens(of: $0).keys, rarity) } ?? .none
  }

  /// The signature of some tokens.
  public func signature(of keys: [TokenKey]) -> Signature {
    sketch.signature(of: shingler.hashes(of: keys))
  }

  /// The signature of a text.
  public func signature(ofText text: String) -> Signature { signature(of: tokens(of: text).keys) }
}
