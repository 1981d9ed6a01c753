import Stories

/// One-permutation hashing with optimal densification: every shingle falls into one register, which keeps
/// the least; an empty register borrows from one that is filled. Time O(n + k) for n > k.
///
/// A. Shrivastava, "Optimal densification for fast and accurate minwise hashing", ICML 2017.
struct OnePermutationKernel: SketchKernel {
  let name = "one permutation, densified"
  private let registers: Int
  private let seed: UInt64

  init(registers: Int, seed: UInt64) { (self.registers, self.seed) = (registers, seed) }

  func signature(of shingles: [UInt64]) -> Signature {
    guard !shingles.isEmpty else { return Signature(registers: []) }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: registers) { values in
      values.initialize(repeating: .max)
      for shingle in shingles {
        let hash = SeededNumbers.mix(shingle ^ seed)
        let register = scaled(hash >> 32)
        values[register] = min(values[register], hash & 0xFFFF_FFFF)
      }
      return Signature(
        registers: (0..<registers).map { register in
          UInt32(truncatingIfNeeded: values[source(of: register, values)])
        })
    }
  }

  /// The register itself if it is filled, otherwise the first filled one of its own random sequence.
  private func source(of register: Int, _ values: UnsafeMutableBufferPointer<UInt64>) -> Int {
    var (place, attempt) = (register, UInt64(0))
    while values[place] == .max {
      attempt += 1
      place = scaled(SeededNumbers.mix(seed &+ UInt64(register) << 32 &+ attempt) >> 32)
    }
    return place
  }

  @inline(__always)
  private func scaled(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (bits &* UInt64(registers)) >> 32)
  }
}
