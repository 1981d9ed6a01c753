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

  /// Makes a copy of parallel arrays.
  public init(keys: [TokenKey], weights: [UInt8], traits: [TokenTraits]) {
    precondition(keys.count == weights.count && keys.count == traits.count)
    (self.keys, self.weights, self.traits) = (keys, weights, traits)
  }

  /// Tokens that count.
  public var count: Int { keys.count }

  /// Words that no table of known words has, as a part of all, from 0 to 1.
  public var unknownShare: Float {
    guard count > 0 else { return 0 }
    return Float(weights.count { $0 == Rarity.most }) / Float(count)
  }

  /// Bytes held.
  public var byteCount: Int { keys.count * 6 + 144 }
}
