internal import Stories

/// A text's prints for finding passages: of every nine neighbouring runs of four words the one with the lowest hash.
///
/// Winnowing (S. Schleimer, D. Wilkerson and A. Aiken, "Winnowing: local algorithms for document fingerprinting", 2003):
/// nine runs of four words are twelve words, so that a passage of twelve words, wherever it stands and whatever stands
/// about it, leaves a print in both texts that have it. It is chosen by what the passage says and by nothing else. A sample
/// of all runs (`Fingerprinter`) gives no such guarantee, and on real copy leaves none in one passage of twelve words in
/// six; but what two such samples share tells how much two texts share, which prints do not.
///
/// Runs of words that every story has are no prints. A passage of nothing else is not found.
struct PassagePrinter: Sendable {
  /// Words to a run.
  static let words = 4
  /// Neighbouring runs of which one is a print.
  static let window = 9
  /// What the words of a run must weigh together, in sixteenths of a bit: 6 bits.
  static let leastWeight = 6 * Rarity.unit

  private static let shingler = Shingler(words: words)

  /// The prints of a text in the order in which they stand in it, each once.
  ///
  /// Complexity: O(n).
  func prints(of copy: CopyView) -> [UInt32] {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: copy.count + 1) { hashes in
      let count = fill(hashes, copy)
      return PassagePrinter.winnow(UnsafeBufferPointer(rebasing: hashes[..<count]))
    }
  }

  /// The hashes of all runs, the highest of all for those that say too little.
  private func fill(_ hashes: UnsafeMutableBufferPointer<UInt64>, _ copy: CopyView) -> Int {
    var (count, start, end, weight) = (0, 0, 0, 0)
    PassagePrinter.shingler.forEach(in: copy.keys) { hash, tokens in
      // Runs begin and end ever later, so that what they weigh can be kept up to date.
      while end < tokens.upperBound {
        weight &+= Int(copy.weights[end])
        end &+= 1
      }
      while start < tokens.lowerBound {
        weight &-= Int(copy.weights[start])
        start &+= 1
      }
      hashes[count] = weight >= PassagePrinter.leastWeight ? hash : .max
      count &+= 1
    }
    return count
  }

  /// The lowest of every window, the last where several are as low.
  private static func winnow(_ hashes: UnsafeBufferPointer<UInt64>) -> [UInt32] {
    var prints: [UInt32] = []
    var seen: Set<UInt32> = []
    let length = min(window, hashes.count)
    guard length > 0 else { return [] }
    var lowest = -1
    for start in 0...hashes.count - length {
      let end = start + length
      if lowest < start {
        lowest = (start..<end).reduce(start) { hashes[$1] <= hashes[$0] ? $1 : $0 }
      } else if hashes[end - 1] <= hashes[lowest] {
        lowest = end - 1
      } else {
        continue
      }
      guard hashes[lowest] != .max else { continue }
      // Of a hash the lower half is kept, since the higher one is what it was chosen by.
      let print = UInt32(truncatingIfNeeded: hashes[lowest])
      if seen.insert(print).inserted { prints.append(print) }
    }
    return prints
  }
}
