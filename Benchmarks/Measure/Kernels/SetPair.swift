/// Two sets of shingles of a known resemblance.
struct SetPair {
  let first: [UInt64]
  let second: [UInt64]
  /// |A∩B| / |A∪B|, exactly.
  let resemblance: Double
  /// Whether the sets are of one size; otherwise the second is twice the first.
  let isEven: Bool
}

/// A class of pairs by the size of the smaller set.
struct SizeClass {
  let name: String
  let shingles: Int

  static let all = [
    SizeClass(name: "brief, 26", shingles: 26), SizeClass(name: "middle, 120", shingles: 120),
    SizeClass(name: "story, 446", shingles: 446),
  ]

  /// Pairs with resemblances spread evenly over (0, 1).
  ///
  /// Every other pair has a second set of twice the size, as long as such sets can be that alike.
  func pairs(_ count: Int, seed: UInt64) -> [SetPair] {
    var numbers = SeededNumbers(seed: seed &* 0x9E37_79B9 &+ UInt64(shingles))
    return (0..<count).map { index in
      let wanted = (Double(index) + 0.5) / Double(count)
      return pair(wanted, isEven: index % 2 == 0 || wanted > 0.5, &numbers)
    }
  }

  private func pair(_ wanted: Double, isEven: Bool, _ numbers: inout SeededNumbers) -> SetPair {
    let other = isEven ? shingles : 2 * shingles
    let total = shingles + other
    let exact = Double(total) * wanted / (1 + wanted)
    let shared = min(max(1, Int(exact.rounded())), isEven ? shingles - 1 : shingles)
    let hashes = (0..<total - shared).map { _ in numbers.next() }
    return SetPair(
      first: Array(hashes[..<shingles]), second: Array(hashes[(shingles - shared)...]),
      resemblance: Double(shared) / Double(total - shared), isEven: isEven)
  }
}
