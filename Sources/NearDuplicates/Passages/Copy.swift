public import Stories

/// A text as it is compared: its tokens without boilerplate, what each weighs, and what stands around it.
///
/// Six bytes a token, so that the texts of a window can be held in memory.
public struct Copy: Hashable, Sendable {
  /// Keys of the tokens that count.
  public let keys: [TokenKey]
  /// Weight of each in sixteenths of a bit, see `Rarity`.
  public let weights: [UInt8]
  /// Traits of each.
  public let traits: [TokenTraits]
  /// What all tokens weigh together, in sixteenths of a bit.
  let weight: Int
  /// Tokens that no table of known words has.
  let unknownCount: Int
  /// Of these the words in small letters, see `strangeShare`.
  let strangeCount: Int

  /// Makes a copy of parallel arrays.
  public init(keys: [TokenKey], weights: [UInt8], traits: [TokenTraits]) {
    precondition(keys.count == weights.count && keys.count == traits.count)
    (self.keys, self.weights, self.traits) = (keys, weights, traits)
    (weight, unknownCount, strangeCount) = Copy.counts(weights, traits)
  }

  private static func counts(
    _ weights: [UInt8], _ traits: [TokenTraits]
  ) -> (weight: Int, unknown: Int, strange: Int) {
    let named = TokenTraits.capital.union(.figure).rawValue
    return weights.withUnsafeBufferPointer { weights in
      traits.withUnsafeBufferPointer { traits in
        var (sum, unknown, strange) = (0, 0, 0)
        for position in weights.indices {
          sum &+= Int(weights[position])
          let isUnknown = weights[position] == Rarity.most ? 1 : 0
          unknown &+= isUnknown
          strange &+= traits[position].rawValue & named == 0 ? isUnknown : 0
        }
        return (sum, unknown, strange)
      }
    }
  }

  /// Tokens that count.
  public var count: Int { keys.count }

  /// Words that no table of known words has, names and figures apart, as a part of all tokens, from 0 to 1: names
  /// are news, but a word in small letters that nobody knows is mostly none.
  public var strangeShare: Float { Copy.share(strangeCount, of: count) }

  static func share(_ part: Int, of count: Int) -> Float {
    count > 0 ? Float(part) / Float(count) : 0
  }

  /// Share of strange words from which a text is taken for misread. One in forty of the clean wire and of web news has
  /// as many, and of scanned columns three in five to three in four.
  static let misreadFrom: Float = 0.025
}
