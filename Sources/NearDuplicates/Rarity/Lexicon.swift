public import Stories

/// What is known of each word in one look-up: how rare it is, and its number in the table of a boilerplate
/// model. Both are asked about every word of every story.
///
/// Gives the same as the two tables it is made of. One flat open-addressing table; O(1) a word.
///
/// The commonest words, four in five of any text, stand in a table of their own that stays in near caches.
public struct Lexicon: Sendable {
  private let common: WordSlots
  private let all: WordSlots

  /// Words that may stand in the table of common ones.
  private static let mostCommon = 4096

  /// Makes a lexicon.
  ///
  /// - Parameters:
  ///   - rarity: what words weigh.
  ///   - model: what knows of boilerplate; nil for none.
  public init(_ rarity: Rarity, _ model: BoilerplateModel?) {
    var all = WordSlots(capacity: rarity.count + (model?.table.count ?? 0))
    rarity.forEach { all.set($0, UInt32($1)) }
    model?.table.forEach { key, number in
      all.set(key, (all[key] ?? UInt32(Rarity.most)) | number << 8)
    }
    var common = WordSlots(capacity: Lexicon.mostCommon)
    let limit = Lexicon.weight(below: Lexicon.mostCommon, rarity)
    rarity.forEach { key, weight in
      if weight < limit { common.set(key, all[key] ?? UInt32(weight)) }
    }
    (self.all, self.common) = (all, common)
  }

  /// The weight below which at most so many words are.
  private static func weight(below count: Int, _ rarity: Rarity) -> UInt8 {
    var words = [Int](repeating: 0, count: 256)
    rarity.forEach { words[Int($1)] += 1 }
    var (sum, weight) = (0, 0)
    while weight < 255, sum + words[weight] <= count {
      sum += words[weight]
      weight += 1
    }
    return UInt8(weight)
  }

  /// What is known of some tokens.
  public func read(_ tokens: [TokenKey]) -> LexiconReading {
    var weights: [UInt8] = []
    let numbers = [UInt32](unsafeUninitializedCapacity: tokens.count) { numbers, count in
      weights = [UInt8](unsafeUninitializedCapacity: tokens.count) { weights, count in
        read(tokens, numbers, weights)
        count = tokens.count
      }
      count = tokens.count
    }
    return LexiconReading(weights: weights, numbers: numbers)
  }

  /// First among the common words; then the memory for those that are left is read in one go before any of
  /// it is looked at, so that it is fetched side by side instead of one after the other.
  private func read(
    _ tokens: [TokenKey], _ numbers: UnsafeMutableBufferPointer<UInt32>,
    _ weights: UnsafeMutableBufferPointer<UInt8>
  ) {
    tokens.withUnsafeBufferPointer { tokens in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: tokens.count + 1) { left in
        var count = 0
        common.withBuffer { common in
          for (index, token) in tokens.enumerated() {
            let slot = common.first(token.bits)
            weights.initializeElement(at: index, to: UInt8(truncatingIfNeeded: slot.known))
            numbers.initializeElement(at: index, to: slot.known >> 8)
            left[count] = UInt32(truncatingIfNeeded: index)
            let difference = slot.key ^ token.bits
            // 1 if they differ, without a branch that could not be foreseen.
            count &+= Int(truncatingIfNeeded: (difference | (0 &- difference)) >> 31)
          }
        }
        all.withBuffer { all in
          var ahead: UInt32 = 0
          for index in left[..<count] { ahead &+= all.first(tokens[Int(index)].bits).key }
          // Put down, so that no compiler leaves the reading out.
          left[count] = ahead
          for index in left[..<count] {
            let known = all.find(tokens[Int(index)].bits) ?? UInt32(Rarity.most)
            weights[Int(index)] = UInt8(truncatingIfNeeded: known)
            numbers[Int(index)] = known >> 8
          }
        }
      }
    }
  }
}

/// What a lexicon knows of a text's tokens, in their order.
public struct LexiconReading: Sendable {
  /// Weights in sixteenths of a bit, see `Rarity`.
  public let weights: [UInt8]
  /// Numbers in the model's table of words; 0 for a word that it does not know.
  let numbers: [UInt32]
}
