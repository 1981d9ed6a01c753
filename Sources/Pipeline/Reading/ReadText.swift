public import NearDuplicates
public import Stories

/// A text with its tokens, before anything is set aside.
public struct ReadText: Sendable {
  /// The tokens, with their places in the text.
  public let tokens: Tokens
  /// What stands around each.
  public let traits: [TokenTraits]

  /// Makes it of parallel arrays.
  public init(tokens: Tokens, traits: [TokenTraits]) {
    (self.tokens, self.traits) = (tokens, traits)
  }

  /// The text as it is compared.
  ///
  /// - Parameters:
  ///   - boilerplate: ranges of tokens that don't count, ascending, without overlap.
  ///   - rarity: what words weigh.
  public func copy(without boilerplate: [Range<Int>], _ rarity: Rarity) -> Copy {
    let weights = rarity.weights(of: tokens.keys)
    guard !boilerplate.isEmpty else {
      return Copy(keys: tokens.keys, weights: weights, traits: traits)
    }
    let kept = ReadText.kept(of: tokens.count, without: boilerplate)
    return Copy(
      keys: kept.flatMap { tokens.keys[$0] }, weights: kept.flatMap { weights[$0] },
      traits: kept.flatMap { traits[$0] })
  }

  /// What remains of a number of tokens.
  static func kept(of count: Int, without boilerplate: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    var position = 0
    for range in boilerplate {
      if range.lowerBound > position { kept.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < count { kept.append(position..<count) }
    return kept
  }
}
