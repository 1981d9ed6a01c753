import Stories

/// Classical MinHash: each register the least of one hash function over all shingles, a·x + b and a 64-bit
/// mix. Time O(n·k).
///
/// A. Broder, M. Charikar, A. Frieze, M. Mitzenmacher, "Min-wise independent permutations", STOC 1998.
struct ClassicalKernel: SketchKernel {
  let name = "classical MinHash"
  private let factors: [UInt64]
  private let terms: [UInt64]

  init(registers: Int, seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    factors = (0..<registers).map { _ in numbers.next() | 1 }
    terms = (0..<registers).map { _ in numbers.next() }
  }

  func signature(of shingles: [UInt64]) -> Signature {
    Signature(
      registers: factors.indices.map { register in
        let (factor, term) = (factors[register], terms[register])
        var least = UInt64.max
        for shingle in shingles {
          least = min(least, ClassicalKernel.mix(factor &* shingle &+ term))
        }
        return UInt32(truncatingIfNeeded: least)
      })
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let mixed = (value ^ value >> 32) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 32
  }
}
