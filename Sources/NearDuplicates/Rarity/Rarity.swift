public import Stories

/// How much a word says: its inverse document frequency in bits, log2(documents / documents with it).
///
/// Words that the table doesn't hold are rare and weigh `most`. Weights are sixteenths of a bit, so that a
/// token's fits into a byte (K. Spärck Jones, "A statistical interpretation of term specificity", 1972).
///
/// One flat open-addressing table; O(1) a word.
public struct Rarity: Hashable, Sendable {
  /// Sixteenths in a bit.
  static let unit = 16
  /// The weight of a word that is not in the table: one document in 4,096 or fewer.
  public static let most: UInt8 = 192
  /// The weight up to which a word is common: one and a half bits, which is one text in three.
  static let commonUpTo: UInt8 = 24

  private var slots: [Slot]
  private let mask: Int

  /// Key and weight side by side, so that a look-up touches one line of memory.
  private struct Slot: Hashable, Sendable {
    /// 0 for a slot that is free.
    var key: UInt32 = 0
    var weight = Rarity.most
  }

  /// Makes a table.
  ///
  /// - Parameter words: weights of the words that are not rare.
  public init(_ words: [(key: TokenKey, weight: UInt8)] = []) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    for word in words { insert(word.key.bits, word.weight) }
  }

  /// The weight of a word in sixteenths of a bit.
  @inline(__always)
  public func weight(of key: TokenKey) -> UInt8 {
    var slot = home(key.bits)
    while slots[slot].key != 0, slots[slot].key != key.bits { slot = (slot + 1) & mask }
    return slots[slot].weight
  }

  /// Words in the table.
  var count: Int { slots.count { $0.key != 0 } }

  /// Calls `body` with every word of the table and its weight.
  func forEach(_ body: (_ key: UInt32, _ weight: UInt8) -> Void) {
    for slot in slots where slot.key != 0 { body(slot.key, slot.weight) }
  }

  /// The weight of a word that so many of some documents have.
  public static func weight(documents: Int, with count: Int) -> UInt8 {
    var bits = 0.0
    var ratio = Double(max(1, documents)) / Double(max(1, count))
    // log2 by halving and squaring, exact to a sixty-fourth: the same on every machine.
    while ratio >= 2 {
      ratio /= 2
      bits += 1
    }
    var step = 0.5
    for _ in 0..<6 {
      ratio *= ratio
      if ratio >= 2 {
        ratio /= 2
        bits += step
      }
      step /= 2
    }
    return UInt8(min(Double(most), (bits * Double(unit)).rounded()))
  }

  private mutating func insert(_ key: UInt32, _ weight: UInt8) {
    guard key != 0 else { return }
    var slot = home(key)
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    slots[slot] = Slot(key: key, weight: weight)
  }

  @inline(__always)
  private func home(_ key: UInt32) -> Int { Int(truncatingIfNeeded: key >> 1) & mask }
}
