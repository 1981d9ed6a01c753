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

  /// Makes a copy of parallel arrays.
  public init(keys: [TokenKey], weights: [UInt8], traits: [TokenTraits]) {
    precondition(keys.count == weights.count && keys.count == traits.count)
    (self.keys, self.weights, self.traits) = (keys, weights, traits)
    (weight, unknownCount) = weights.withUnsafeBufferPointer { weights in
      var (sum, unknown) = (0, 0)
      for weight in weights {
        sum &+= Int(weight)
        unknown &+= weight == Rarity.most ? 1 : 0
      }
      return (sum, unknown)
    }
  }

  /// Tokens that count.
  public var count: Int { keys.count }

  /// Words that no table of known words has, as a part of all, from 0 to 1.
  public var unknownShare: Float { Copy.share(unknownCount, of: count) }

  static func share(_ part: Int, of count: Int) -> Float {
    count > 0 ? Float(part) / Float(count) : 0
  }

  /// Share of unknown words from which a text is taken for misread. Half of the clean wire has .02, three in
  /// four scanned columns more than .05.
  static let misreadFrom: Float = 0.06
}
