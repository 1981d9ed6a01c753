public import Stories

extension Copy {
  /// A text as it is compared.
  ///
  /// - Parameters:
  ///   - keys: all its tokens.
  ///   - traits: of all its tokens.
  ///   - boilerplate: ranges of tokens that don't count, ascending, without overlap.
  ///   - rarity: what words weigh.
  public init(
    keys: [TokenKey], traits: [TokenTraits], without boilerplate: [Range<Int>], _ rarity: Rarity
  ) {
    let weights = rarity.weights(of: keys)
    guard !boilerplate.isEmpty else {
      self.init(keys: keys, weights: weights, traits: traits)
      return
    }
    var kept: [Range<Int>] = []
    var position = 0
    for range in boilerplate {
      if range.lowerBound > position { kept.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < keys.count { kept.append(position..<keys.count) }
    self.init(
      keys: kept.flatMap { keys[$0] }, weights: kept.flatMap { weights[$0] },
      traits: kept.flatMap { traits[$0] })
  }
}
