public import Stories

/// A headline's distinct words, for comparing headlines.
public struct Headline: Hashable, Sendable {
  private let words: [UInt32]
  private let weights: [UInt8]

  /// Makes it of a headline's tokens.
  public init(_ keys: [TokenKey], _ rarity: Rarity) {
    words = Set(keys.map(\.bits)).sorted()
    weights = words.map { rarity.weight(of: TokenKey(bits: $0)) }
  }

  /// Without words: no headline is known.
  public static let none = Headline([], Rarity())

  /// Whether a word stands in it.
  func contains(_ key: TokenKey) -> Bool { words.contains(key.bits) }

  /// The words that the other has not.
  func words(notIn other: Headline) -> [TokenKey] {
    words.filter { !other.words.contains($0) }.map { TokenKey(bits: $0) }
  }

  /// How many words both have.
  func sharedCount(with other: Headline) -> Int { words.count { other.words.contains($0) } }

  /// The weight of the words that both have, as a part of the lighter headline's, and of both together; -1
  /// where either is empty.
  ///
  /// Complexity: O(n).
  func likeness(to other: Headline) -> (contained: Float, alike: Float) {
    guard !words.isEmpty, !other.words.isEmpty else { return (-1, -1) }
    var (mine, theirs, shared) = (0, 0, 0)
    var (one, two) = (0, 0)
    for weight in weights { mine += Int(weight) }
    for weight in other.weights { theirs += Int(weight) }
    while one < words.count, two < other.words.count {
      if words[one] == other.words[two] {
        // Each has the weights of its day: the answer must not depend on who asks.
        shared += Int(min(weights[one], other.weights[two]))
        one += 1
        two += 1
      } else if words[one] < other.words[two] {
        one += 1
      } else {
        two += 1
      }
    }
    return (
      Float(shared) / Float(max(1, min(mine, theirs))),
      Float(shared) / Float(max(1, mine + theirs - shared))
    )
  }
}
