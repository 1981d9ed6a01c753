public import Stories

/// What is known of each word in one look-up: how rare it is, and its number in the table of a boilerplate
/// model. Both are asked about every word of every story.
///
/// Gives the same as the two tables it is made of. One flat open-addressing table; O(1) a word.
public struct Lexicon: Sendable {
  private var slots: [Slot]
  private let mask: Int

  private struct Slot {
    /// 0 for a slot that is free.
    var key: UInt32 = 0
    /// The weight in the lowest byte, the number above it.
    var known = UInt32(Rarity.most)
  }

  /// Makes a lexicon.
  ///
  /// - Parameters:
  ///   - rarity: what words weigh.
  ///   - model: what knows of boilerplate; nil for none.
  public init(_ rarity: Rarity, _ model: BoilerplateModel?) {
    var size = 16
    // At most three quarters full: a smaller table stays in nearer caches, and common words come first.
    while size * 3 < 4 * (rarity.count + (model?.table.count ?? 0)) { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    // The commonest words first, so that they are found at the first look.
    rarity.forEach { if $1 < Lexicon.common { slots[slot(of: $0)] = Slot(key: $0, known: UInt32($1)) } }
    rarity.forEach {
      if $1 >= Lexicon.common { slots[slot(of: $0)] = Slot(key: $0, known: UInt32($1)) }
    }
    model?.table.forEach { key, number in
      let slot = slot(of: key)
      slots[slot] = Slot(key: key, known: slots[slot].known | number << 8)
    }
  }

  /// Weight below which a word makes up a good part of any text.
  private static let common = UInt8(5 * Rarity.unit)

  /// Where a key is or would be.
  private func slot(of key: UInt32) -> Int {
    var slot = Lexicon.home(key, mask)
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// What is known of some tokens.
  public func read(_ tokens: [TokenKey]) -> LexiconReading {
    var weights: [UInt8] = []
    let numbers = [UInt32](unsafeUninitializedCapacity: tokens.count) { numbers, count in
      weights = [UInt8](unsafeUninitializedCapacity: tokens.count) { weights, count in
        slots.withUnsafeBufferPointer { slots in
          for (index, token) in tokens.enumerated() {
            var slot = Lexicon.home(token.bits, mask)
            while slots[slot].key != 0, slots[slot].key != token.bits {
              slot = (slot &+ 1) & mask
            }
            let known = slots[slot].known
            weights.initializeElement(at: index, to: UInt8(truncatingIfNeeded: known))
            numbers.initializeElement(at: index, to: known >> 8)
          }
        }
        count = tokens.count
      }
      count = tokens.count
    }
    return LexiconReading(weights: weights, numbers: numbers)
  }

  @inline(__always)
  private static func home(_ key: UInt32, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key >> 1) & mask
  }
}

/// What a lexicon knows of a text's tokens, in their order.
public struct LexiconReading: Sendable {
  /// Weights in sixteenths of a bit, see `Rarity`.
  public let weights: [UInt8]
  /// Numbers in the model's table of words; 0 for a word that it does not know.
  let numbers: [UInt32]
}
