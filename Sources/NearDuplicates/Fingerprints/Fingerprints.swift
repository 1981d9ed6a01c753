internal import Stories

/// A text's sampled fingerprints: hashes of three neighbouring words, of which a fixed part is kept by value.
///
/// FracMinHash (L. Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash",
/// 2022): a hash is kept if it is below a fixed part of the range, whatever else the text holds. Two texts
/// therefore keep the same of what they share, and shared / own estimates containment without bias,
/// however different in length they are. Runs of words that every story has are left out before.
///
/// Of short texts that look misread all are kept: two prints of a brief may share five runs of three words, of
/// which a third may well be none.
public struct Fingerprinter: Hashable, Sendable {
  /// One of so many hashes is kept.
  let rate: UInt64
  private let shingler = Shingler(words: 3)

  /// The rate of everything but tests.
  public static let standardRate = 3
  /// Tokens up to which all fingerprints of a misread text are kept.
  static let wholeUpTo = 256

  /// What the words of a run must weigh together, in sixteenths of a bit: 9 bits.
  static let leastWeight = 9 * Rarity.unit

  /// Makes a fingerprinter.
  public init(oneIn rate: Int = Fingerprinter.standardRate) { self.rate = UInt64(max(1, rate)) }

  /// Whether all fingerprints of a text are kept rather than a sample.
  static func keepsAll(of copy: CopyView) -> Bool {
    copy.count <= wholeUpTo && copy.looksMisread
  }

  /// The distinct fingerprints of a text, in the order in which they first stand in it.
  ///
  /// Complexity: O(n).
  public func fingerprints(of copy: Copy) -> [UInt32] {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: copy.count + 1) { kept in
      let count = keep(copy, kept)
      return Fingerprinter.distinct(UnsafeBufferPointer(rebasing: kept[..<count]))
    }
  }

  /// Puts down what is kept, repeats included. Without branches: whether a hash is kept is chance.
  private func keep(_ copy: Copy, _ kept: UnsafeMutableBufferPointer<UInt32>) -> Int {
    let keepsAll = copy.withView { Fingerprinter.keepsAll(of: $0) }
    let limit = keepsAll ? .max : UInt64.max / rate
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: copy.count + 1) { before in
      // What all words before one weigh: two of these tell what a run weighs.
      var sum: UInt32 = 0
      before[0] = 0
      copy.weights.withUnsafeBufferPointer { weights in
        for index in weights.indices {
          sum &+= UInt32(weights[index])
          before[index &+ 1] = sum
        }
      }
      var count = 0
      shingler.forEach(in: copy.keys) { hash, tokens in
        let weight = before[tokens.upperBound] &- before[tokens.lowerBound]
        kept[count] = UInt32(truncatingIfNeeded: hash)
        count &+= (hash <= limit ? 1 : 0) & (weight >= Fingerprinter.leastWeight ? 1 : 0)
      }
      return count
    }
  }

  private static func distinct(_ kept: UnsafeBufferPointer<UInt32>) -> [UInt32] {
    var size = 16
    while size < kept.count * 2 { size *= 2 }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { seen in
      seen.initialize(repeating: 0)
      return [UInt32](unsafeUninitializedCapacity: kept.count) { distinct, count in
        // 0 marks a slot that is free; of four billion values it alone is never a fingerprint.
        for value in kept where value != 0 {
          var slot = Int(value) & (size - 1)
          while seen[slot] != 0, seen[slot] != value { slot = (slot + 1) & (size - 1) }
          guard seen[slot] == 0 else { continue }
          seen[slot] = value
          distinct.initializeElement(at: count, to: value)
          count += 1
        }
      }
    }
  }
}
