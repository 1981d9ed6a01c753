internal import Stories

/// How likely a stretch of a text is boilerplate by a model that did not mark it.
public struct BoilerplateLikelihood: Hashable, Sendable {
  /// The tokens of the stretch.
  let tokens: Range<Int>
  /// From 0 to 1.
  let probability: Float

  /// Makes one.
  public init(tokens: Range<Int>, probability: Float) {
    (self.tokens, self.probability) = (tokens, probability)
  }

  /// The part of some tokens that is boilerplate, as is to be expected.
  ///
  /// - Parameters:
  ///   - tokens: positions in ascending order, at least one.
  ///   - likely: stretches in ascending order; what lies in none of them is news.
  /// - Returns: from 0 to 1.
  static func mean(of tokens: [Int], _ likely: [BoilerplateLikelihood]) -> Float {
    var (next, sum) = (0, Float(0))
    for token in tokens {
      while next < likely.count, likely[next].tokens.upperBound <= token { next += 1 }
      guard next < likely.count, likely[next].tokens.contains(token) else { continue }
      sum += likely[next].probability
    }
    return sum / Float(max(1, tokens.count))
  }
}
