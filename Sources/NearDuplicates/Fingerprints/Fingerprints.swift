internal import Stories

/// A text's sampled fingerprints: hashes of three neighbouring words, of which a fixed part is kept by value.
///
/// FracMinHash (L. Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash",
/// 2022): a hash is kept if it is below a fixed part of the range, whatever else the text holds. Two texts
/// therefore keep the same of what they share, and shared / own estimates containment without bias,
/// however different in length they are. Runs of words that every story has are left out before.
public struct Fingerprinter: Hashable, Sendable {
  /// Name and version, part of the stamp of stored fingerprints.
  public static let name = "fracminhash-3/1"

  /// One of so many hashes is kept.
  public let rate: UInt64
  private let shingler = Shingler(words: 3)

  /// What the words of a run must weigh together, in sixteenths of a bit: 9 bits.
  static let leastWeight = 9 * Rarity.unit

  /// Makes a fingerprinter.
  public init(oneIn rate: Int = 3) { self.rate = UInt64(max(1, rate)) }

  /// The distinct fingerprints of a text, in ascending order.
  ///
  /// Complexity: O(n) and a sort of the part kept.
  public func fingerprints(of copy: Copy) -> [UInt32] {
    let limit = UInt64.max / rate
    var kept: [UInt32] = []
    kept.reserveCapacity(copy.count / Int(rate) + 8)
    copy.weights.withUnsafeBufferPointer { weights in
      shingler.forEach(in: copy.keys) { hash, tokens in
        guard hash <= limit else { return }
        var weight = 0
        for index in tokens { weight += Int(weights[index]) }
        if weight >= Fingerprinter.leastWeight {
          kept.append(UInt32(truncatingIfNeeded: hash))
        }
      }
    }
    kept.sort()
    return kept.withUnsafeBufferPointer { sorted in
      var distinct: [UInt32] = []
      distinct.reserveCapacity(sorted.count)
      for value in sorted where distinct.last != value { distinct.append(value) }
      return distinct
    }
  }
}
